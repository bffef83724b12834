package org.readout.grouping;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;

/**
 * Tells which reports of the same people tell of one call. Reports of one day make a call ({@link DayCalls}); a wider
 * date joins the call within it; a report without a date joins the call before its publication. A pure function of the
 * set of reports: neither their order nor a report given twice matters.
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
     * @param plan PLANNED or POSTPONED where it tells of a plan only; null where it tells of a call
     */
    public record Item(
            String id,
            String articleId,
            @Nullable LocalDate published,
            @Nullable CallDate date,
            @Nullable LocalDate after,
            boolean background,
            List<CallDuration> durations,
            List<String> callers,
            @Nullable CallStatus plan) {

        /** The one day that it gives. */
        @Nullable
        LocalDate day() {
            return date != null && date.singleDay() ? date.earliest() : null;
        }

        /** Whether only its publication suggests that day. */
        boolean inferred() {
            return date != null && date.inferred();
        }

        /** Whether it gives more than a day, and no more than so much: a month, a year. */
        boolean wide() {
            return date != null && date.bounded() && !date.singleDay();
        }

        /** Whether it gives no bounds at all. */
        boolean open() {
            return date == null || !date.bounded();
        }
    }

    /**
     * The reports of one call.
     *
     * @param reports their ids
     * @param first the first of the days that its reports give, or the first that it can be
     * @param last the last of them
     * @param dated whether reports with a day of their own made it
     * @param standing the call that was offered as a home and that these reports join; null for a group of its own
     */
    public record Group(
            List<String> reports,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean dated,
            @Nullable String standing) {}

    /** Days back from publication in which an undated mention finds its call, and an undated fresh report. */
    static final int BACKGROUND_DAYS = 400;

    static final int FRESH_DAYS = 10;

    /** Undated reports published so many days apart speak of one call, where no dated report tells better. */
    private static final int TOGETHER_DAYS = 21;

    private Grouping() {}

    /**
     * The calls that the reports tell of.
     *
     * @param reports reports of the same people
     * @return every report in one group, groups in the order of their dates
     */
    public static List<Group> group(Collection<Item> reports) {
        return groups(clusters(reports));
    }

    /**
     * The calls that the reports tell of, as far as people have not ruled otherwise.
     *
     * @param reports the reports of each set of people of whom a person has ruled that some tell of one call
     * @param groupingDecisions what people ruled, the latest last
     */
    public static List<Group> group(
            Collection<? extends Collection<Item>> reports, List<GroupingDecision> groupingDecisions) {
        List<Cluster> clusters = new ArrayList<>();
        reports.forEach(ofSome -> clusters.addAll(clusters(ofSome)));
        return groups(GroupingDecision.apply(groupingDecisions, clusters));
    }

    private static List<Cluster> clusters(Collection<Item> reports) {
        List<Item> items = canonical(reports);
        return clusters(items, DayCalls.of(items), List.of());
    }

    static List<Group> groups(List<Cluster> clusters) {
        return clusters.stream()
                .filter(c -> !c.items.isEmpty())
                .sorted(Comparator.comparing(Cluster::order)
                        .thenComparing(c -> c.items.get(0).id()))
                .map(Cluster::group)
                .toList();
    }

    /** Each report once, in an order of their own. */
    static List<Item> canonical(Collection<Item> reports) {
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

    /** Finds for the reports without a day the call they tell of: one made of days, one standing, or one of their own. */
    static List<Cluster> clusters(List<Item> items, List<Cluster> ofDays, List<Cluster> standing) {
        List<Cluster> clusters =
                new ArrayList<>(ofDays.stream().filter(Cluster::offered).toList());
        clusters.addAll(standing);
        joinWide(clusters, items);
        joinOpen(clusters, items);
        ofDays.stream().filter(c -> !c.offered()).forEach(clusters::add);
        return clusters;
    }

    // Reports dated by a month, a week, a year

    private static void joinWide(List<Cluster> clusters, List<Item> items) {
        List<Item> wide = items.stream()
                .filter(Item::wide)
                .sorted(Comparator.comparingLong(
                        i -> Objects.requireNonNull(i.date()).days()))
                .toList();
        for (Item i : wide) {
            CallDate date = Objects.requireNonNull(i.date());
            LocalDate from = Objects.requireNonNull(date.earliest());
            LocalDate to = Objects.requireNonNull(date.latest());
            Cluster home = clusters.stream()
                    .filter(c -> c.overlaps(from, to) && !c.hasArticle(i) && isAfterItsPrevious(i, c))
                    .min(Comparator.comparingInt((Cluster c) -> c.dated ? 0 : 1)
                            .thenComparingLong(c -> distance(c, i))
                            .thenComparing(Cluster::order))
                    .orElse(null);
            if (home == null) {
                home = Cluster.vague(from, to);
                clusters.add(home);
            } else if (!home.dated) {
                home.narrow(date);
            }
            home.add(i);
        }
    }

    /**
     * Days from the call to the publication, a call after it counting as far. One of the day after can be reported on this
     * side of the date line; one that is only mentioned was over.
     */
    private static long distance(Cluster c, Item i) {
        LocalDate published = i.published();
        LocalDate first = c.first;
        if (published == null || first == null) {
            return 0;
        }
        long days = published.toEpochDay() - first.toEpochDay();
        return days >= (i.background() ? 0 : -1) ? Math.max(0, days) : 100_000 - days;
    }

    private static boolean isAfterItsPrevious(Item i, Cluster c) {
        LocalDate after = i.after();
        return after == null || c.last == null || c.last.isAfter(after);
    }

    // Reports without a date, or with a weekday only

    private static void joinOpen(List<Cluster> clusters, List<Item> items) {
        List<Cluster> dated = List.copyOf(clusters);
        List<Cluster> own = new ArrayList<>();
        for (Item i : items) {
            if (!i.open()) {
                continue;
            }
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
                    home = Cluster.vague(null, null);
                    own.add(home);
                }
            }
            home.add(i);
        }
        clusters.addAll(own);
    }

    /** The one call that fits; of several, the one that is no mere plan, for a report that tells of a call. */
    private static @Nullable Cluster onlyCandidate(List<Cluster> clusters, Item i) {
        List<Cluster> fitting = clusters.stream().filter(c -> fits(c, i)).toList();
        List<Cluster> days = fitting.stream().filter(c -> c.dated).toList();
        List<Cluster> candidates = days.isEmpty() ? fitting : days;
        List<Cluster> held = i.plan() != null
                ? List.of()
                : candidates.stream().filter(c -> !c.plansOnly()).toList();
        List<Cluster> likeliest = held.isEmpty() ? candidates : held;
        return likeliest.size() == 1 ? likeliest.get(0) : null;
    }

    private static @Nullable Cluster before(List<Cluster> clusters, Item i) {
        long reach = i.background() ? BACKGROUND_DAYS : FRESH_DAYS;
        return clusters.stream()
                .filter(c -> c.bounded() && distance(c, i) <= reach && fits(c, i))
                .min(Comparator.comparingLong((Cluster c) -> distance(c, i)).thenComparing(Cluster::order))
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
