package org.readout.reconciliation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;

/**
 * Tells which reports of the same people tell of one call. Reports of one day make a call, days next to each other one
 * when nothing else speaks against it; a wider date joins the call within it; a report without a date joins the call
 * before its publication. A pure function of the set of reports: neither their order nor a report given twice matters.
 */
public final class Grouping {

    /**
     * What grouping needs to know of a report.
     *
     * @param id the report's id
     * @param articleId its article: two reports of one article are two calls
     * @param published the day of publication
     * @param date when, as far as it tells
     * @param after a day that the call lies after: the earlier call it names
     * @param background whether it mentions the call in passing
     * @param durations lengths it states, for telling two calls apart
     * @param callers sides it says called, for telling two calls apart
     */
    public record Item(
            String id,
            String articleId,
            @Nullable LocalDate published,
            @Nullable CallDate date,
            @Nullable LocalDate after,
            boolean background,
            List<CallDuration> durations,
            List<String> callers) {}

    /** Days back from publication in which an undated mention finds its call, and an undated fresh report. */
    private static final int BACKGROUND_DAYS = 400;

    private static final int FRESH_DAYS = 10;

    /** Undated reports published so many days apart speak of one call, where no dated report tells better. */
    private static final int TOGETHER_DAYS = 21;

    private Grouping() {}

    private static final class Cluster {
        final List<Item> items = new ArrayList<>();

        @Nullable
        LocalDate first;

        @Nullable
        LocalDate last;

        Cluster(@Nullable LocalDate first, @Nullable LocalDate last) {
            this.first = first;
            this.last = last;
        }

        void add(Item item) {
            items.add(item);
        }

        boolean hasArticle(Item item) {
            return items.stream().anyMatch(i -> i.articleId().equals(item.articleId()));
        }

        boolean isDays() {
            return first != null && last != null && last.toEpochDay() - first.toEpochDay() <= 2;
        }

        void narrow(CallDate date) {
            if (first != null && date.earliest() != null && date.earliest().isAfter(first)) {
                first = date.earliest();
            }
            if (last != null && date.latest() != null && date.latest().isBefore(last)) {
                last = date.latest();
            }
        }
    }

    /**
     * The calls that the reports tell of.
     *
     * @param reports reports of the same people
     * @return the ids of the reports of each call; every id once, calls in the order of their dates
     */
    public static List<List<String>> group(Collection<Item> reports) {
        List<Item> items = canonical(reports);
        List<Cluster> clusters = new ArrayList<>(byDay(items));
        joinInferred(clusters, items);
        joinWide(clusters, items);
        joinOpen(clusters, items);
        return clusters.stream()
                .sorted(Comparator.comparing((Cluster c) -> Objects.requireNonNullElse(c.first, LocalDate.MAX))
                        .thenComparing(c -> c.items.get(0).id()))
                .map(c -> c.items.stream().map(Item::id).sorted().toList())
                .toList();
    }

    private static List<Item> canonical(Collection<Item> reports) {
        Map<String, Item> byId = new LinkedHashMap<>();
        reports.forEach(i -> byId.putIfAbsent(i.id(), i));
        List<Item> items = new ArrayList<>(byId.values());
        items.sort(Comparator.comparing((Item i) -> Objects.requireNonNullElse(i.published(), LocalDate.MAX))
                .thenComparing(i -> String.valueOf(i.date()))
                .thenComparing(i -> i.durations().toString())
                .thenComparing(Item::articleId)
                .thenComparing(Item::id));
        return items;
    }

    // Reports with a day of their own

    private static List<Cluster> byDay(List<Item> items) {
        TreeMap<LocalDate, List<Item>> days = new TreeMap<>();
        for (Item i : items) {
            LocalDate day = statedDay(i);
            if (day != null) {
                days.computeIfAbsent(day, k -> new ArrayList<>()).add(i);
            }
        }
        List<Cluster> out = new ArrayList<>();
        LocalDate before = null;
        boolean beforeIsJoined = false;
        for (Map.Entry<LocalDate, List<Item>> e : days.entrySet()) {
            Cluster last = out.isEmpty() ? null : out.get(out.size() - 1);
            boolean joins = last != null
                    && before != null
                    && !beforeIsJoined
                    && before.plusDays(1).equals(e.getKey())
                    && compatible(last.items, e.getValue());
            if (joins && last != null) {
                e.getValue().forEach(last::add);
                last.last = e.getKey();
            } else {
                Cluster c = new Cluster(e.getKey(), e.getKey());
                e.getValue().forEach(c::add);
                out.add(c);
            }
            beforeIsJoined = joins;
            before = e.getKey();
        }
        return out;
    }

    private static @Nullable LocalDate statedDay(Item i) {
        CallDate d = i.date();
        return d != null && d.singleDay() && !d.inferred() ? d.earliest() : null;
    }

    /** Whether reports of neighbouring days may tell of one call: no article has both, no length or caller contradicts. */
    private static boolean compatible(List<Item> a, List<Item> b) {
        for (Item x : a) {
            for (Item y : b) {
                if (x.articleId().equals(y.articleId())) {
                    return false;
                }
                for (CallDuration d : x.durations()) {
                    for (CallDuration e : y.durations()) {
                        if (!d.meets(e)) {
                            return false;
                        }
                    }
                }
                if (!x.callers().isEmpty()
                        && !y.callers().isEmpty()
                        && x.callers().stream().noneMatch(y.callers()::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    // Readouts dated by their publication

    private static void joinInferred(List<Cluster> clusters, List<Item> items) {
        int dated = clusters.size();
        Map<LocalDate, Cluster> own = new TreeMap<>();
        for (Item i : items) {
            CallDate d = i.date();
            if (d == null || !d.singleDay() || !d.inferred() || d.earliest() == null) {
                continue;
            }
            LocalDate day = d.earliest();
            Cluster home = null;
            for (int back : new int[] {0, 1, -1}) {
                LocalDate wanted = day.minusDays(back);
                home = home != null ? home : find(clusters.subList(0, dated), wanted, i);
            }
            if (home == null) {
                home = own.get(day);
                if (home == null || home.hasArticle(i)) {
                    Cluster yesterday = own.get(day.minusDays(1));
                    home = yesterday != null
                                    && !yesterday.hasArticle(i)
                                    && day.minusDays(1).equals(yesterday.first)
                            ? yesterday
                            : new Cluster(day, day);
                    home.last = day;
                    own.put(day, home);
                }
            }
            home.add(i);
        }
        own.values().stream().distinct().forEach(clusters::add);
    }

    private static @Nullable Cluster find(List<Cluster> clusters, LocalDate day, Item item) {
        for (Cluster c : clusters) {
            if (c.first != null
                    && c.last != null
                    && !day.isBefore(c.first)
                    && !day.isAfter(c.last)
                    && !c.hasArticle(item)) {
                return c;
            }
        }
        return null;
    }

    // Reports dated by a month, a week, a year

    private static void joinWide(List<Cluster> clusters, List<Item> items) {
        List<Item> wide = items.stream()
                .filter(i -> i.date() != null && i.date().bounded() && !i.date().singleDay())
                .sorted(Comparator.comparingLong(
                        i -> Objects.requireNonNull(i.date()).days()))
                .toList();
        for (Item i : wide) {
            CallDate date = Objects.requireNonNull(i.date());
            Cluster home = clusters.stream()
                    .filter(c -> c.first != null && c.last != null)
                    .filter(c -> !Objects.requireNonNull(date.earliest()).isAfter(Objects.requireNonNull(c.last))
                            && !Objects.requireNonNull(c.first).isAfter(Objects.requireNonNull(date.latest())))
                    .filter(c -> !c.hasArticle(i) && isAfterItsPrevious(i, c))
                    .min(Comparator.comparingInt((Cluster c) -> c.isDays() ? 0 : 1)
                            .thenComparingLong(c -> distance(c, i))
                            .thenComparing(c -> Objects.requireNonNull(c.first)))
                    .orElse(null);
            if (home == null) {
                home = new Cluster(date.earliest(), date.latest());
                clusters.add(home);
            } else if (!home.isDays()) {
                home.narrow(date);
            }
            home.add(i);
        }
    }

    /** Days from the call to the publication, a call after it counting as far. */
    private static long distance(Cluster c, Item i) {
        LocalDate published = i.published();
        LocalDate last = c.first;
        if (published == null || last == null) {
            return 0;
        }
        long days = published.toEpochDay() - last.toEpochDay();
        return days >= -1 ? Math.max(0, days) : 100_000 - days;
    }

    private static boolean isAfterItsPrevious(Item i, Cluster c) {
        LocalDate after = i.after();
        return after == null || c.last == null || c.last.isAfter(after);
    }

    // Reports without a date, or with a weekday only

    private static void joinOpen(List<Cluster> clusters, List<Item> items) {
        List<Item> open = items.stream()
                .filter(i -> i.date() == null || !i.date().bounded())
                .toList();
        List<Cluster> dated = List.copyOf(clusters);
        List<Cluster> own = new ArrayList<>();
        for (Item i : open) {
            Cluster home = i.published() == null ? onlyCandidate(dated, i) : before(dated, i);
            if (home == null && i.published() == null) {
                home = onlyCandidate(own, i);
            }
            if (home == null) {
                home = own.stream()
                        .filter(c -> together(c, i) && !c.hasArticle(i))
                        .findFirst()
                        .orElse(null);
                if (home == null) {
                    home = new Cluster(null, null);
                    own.add(home);
                }
            }
            home.add(i);
        }
        clusters.addAll(own);
    }

    private static @Nullable Cluster onlyCandidate(List<Cluster> clusters, Item i) {
        List<Cluster> fitting = clusters.stream().filter(c -> fits(c, i)).toList();
        List<Cluster> days = fitting.stream().filter(Cluster::isDays).toList();
        List<Cluster> candidates = days.isEmpty() ? fitting : days;
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private static @Nullable Cluster before(List<Cluster> clusters, Item i) {
        long reach = i.background() ? BACKGROUND_DAYS : FRESH_DAYS;
        return clusters.stream()
                .filter(c -> fits(c, i) && c.last != null && distance(c, i) <= reach)
                .min(Comparator.comparingLong((Cluster c) -> distance(c, i))
                        .thenComparing(c -> Objects.requireNonNullElse(c.first, LocalDate.MAX)))
                .orElse(null);
    }

    private static boolean fits(Cluster c, Item i) {
        if (c.hasArticle(i) || !isAfterItsPrevious(i, c)) {
            return false;
        }
        return i.date() == null
                || c.first == null
                || c.last == null
                || CallDate.between(c.first, c.last).meets(i.date());
    }

    private static boolean together(Cluster c, Item i) {
        Item last = c.items.get(c.items.size() - 1);
        if (last.published() == null || i.published() == null) {
            return last.published() == null && i.published() == null && sameWeekday(last, i);
        }
        return Math.abs(i.published().toEpochDay() - last.published().toEpochDay()) <= TOGETHER_DAYS;
    }

    private static boolean sameWeekday(Item a, Item b) {
        DayOfWeek x = a.date() == null ? null : a.date().weekday();
        DayOfWeek y = b.date() == null ? null : b.date().weekday();
        return x == null || y == null || x == y;
    }
}
