package org.readout.grouping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDuration;
import org.readout.grouping.Grouping.Item;

/**
 * The calls that reports with a day of their own make. Reports of one day make one; two days next to each other are one
 * call across time zones when nothing speaks against it and neither could as well be joined to its other neighbour. A
 * report that only its publication dates joins the call of that day, of the day before, or of the day after.
 *
 * <p>What becomes of a report depends on those of at most {@link #REACH} days before and after it, and on no others.
 */
final class DayCalls {

    /** Days over which one report can touch what becomes of another. */
    static final int REACH = 6;

    private DayCalls() {}

    /** The calls of the reports that are dated by a single day; others are passed over. */
    static List<Cluster> of(List<Item> items) {
        List<Cluster> out = new ArrayList<>(stated(items));
        out.addAll(suggested(out, items));
        return out;
    }

    /** The day that the words of a report give. */
    private static @Nullable LocalDate statedDay(Item i) {
        return i.day() != null && !i.inferred() ? i.day() : null;
    }

    // Days that the words give

    /** What of the reports of one day can speak against joining them to those of the next. */
    private static final class Day {
        final List<Item> items = new ArrayList<>();
        final Set<String> articles = new HashSet<>();
        final Set<CallDuration> durations = new HashSet<>();
        final Set<List<String>> callers = new HashSet<>();

        void add(Item i) {
            items.add(i);
            articles.add(i.articleId());
            durations.addAll(i.durations());
            if (!i.callers().isEmpty()) {
                callers.add(i.callers());
            }
        }

        /** Whether an article tells of more than one call on the day. */
        boolean severalCalls() {
            return items.size() > articles.size();
        }

        /** The calls of the day: as many as the article that tells of most, each report with those whose length it shares. */
        List<Cluster> calls(LocalDate day) {
            Map<String, Long> told =
                    items.stream().collect(Collectors.groupingBy(Item::articleId, Collectors.counting()));
            List<Item> fullest = items.stream()
                    .sorted(Comparator.comparingLong((Item i) -> -told.getOrDefault(i.articleId(), 0L)))
                    .toList();
            List<Cluster> calls = new ArrayList<>(List.of(Cluster.ofDays(day, day)));
            for (Item i : fullest) {
                Cluster home = calls.stream()
                        .filter(c -> !c.hasArticle(i))
                        .max(Comparator.comparingInt(c -> likeness(c, i)))
                        .orElse(null);
                if (home == null) {
                    home = Cluster.aside(day);
                    calls.add(home);
                }
                home.add(i);
            }
            return calls;
        }

        /** 2 where a length is shared, 0 where lengths contradict, else 1; the first of equals is taken. */
        private static int likeness(Cluster c, Item i) {
            List<CallDuration> told =
                    c.items.stream().flatMap(o -> o.durations().stream()).toList();
            if (told.isEmpty() || i.durations().isEmpty()) {
                return 1;
            }
            return told.stream().anyMatch(d -> i.durations().stream().anyMatch(d::meets)) ? 2 : 0;
        }

        /** No article tells of both days, no length and no caller of one contradicts the other. */
        boolean compatible(Day other) {
            return !severalCalls()
                    && !other.severalCalls()
                    && articles.stream().noneMatch(other.articles::contains)
                    && durations.stream().allMatch(d -> other.durations.stream().allMatch(d::meets))
                    && callers.stream()
                            .allMatch(c -> other.callers.stream()
                                    .allMatch(o -> o.stream().anyMatch(c::contains)));
        }
    }

    private static List<Cluster> stated(List<Item> items) {
        NavigableMap<LocalDate, Day> days = new TreeMap<>();
        for (Item i : items) {
            LocalDate day = statedDay(i);
            if (day != null) {
                days.computeIfAbsent(day, k -> new Day()).add(i);
            }
        }
        List<Cluster> out = new ArrayList<>();
        Cluster open = null;
        for (Map.Entry<LocalDate, Day> e : days.entrySet()) {
            LocalDate day = e.getKey();
            if (open == null && e.getValue().severalCalls()) {
                out.addAll(e.getValue().calls(day));
            } else if (open == null) {
                LocalDate last = joins(days, day) ? day.plusDays(1) : day;
                Cluster c = Cluster.ofDays(day, last);
                out.add(c);
                open = last.equals(day) ? null : c;
                e.getValue().items.forEach(c::add);
            } else {
                e.getValue().items.forEach(open::add);
                open = null;
            }
        }
        return out;
    }

    /** Whether the day and the next are each the other's only neighbour that fits. */
    private static boolean joins(NavigableMap<LocalDate, Day> days, LocalDate day) {
        return fit(days, day, day.plusDays(1))
                && !fit(days, day.minusDays(1), day)
                && !fit(days, day.plusDays(1), day.plusDays(2));
    }

    private static boolean fit(NavigableMap<LocalDate, Day> days, LocalDate a, LocalDate b) {
        Day one = days.get(a);
        Day other = days.get(b);
        return one != null && other != null && one.compatible(other);
    }

    // Days that only the publication suggests

    private static List<Cluster> suggested(List<Cluster> stated, List<Item> items) {
        Map<LocalDate, Cluster> byDay = new HashMap<>();
        for (Cluster c : stated) {
            if (c.first != null && c.last != null) {
                byDay.put(c.first, c);
                byDay.put(c.last, c);
            }
        }
        NavigableMap<LocalDate, List<Cluster>> own = new TreeMap<>();
        for (Item i : items) {
            LocalDate day = i.day();
            if (day == null || !i.inferred()) {
                continue;
            }
            Cluster home = null;
            for (int back : new int[] {0, 1, -1}) {
                Cluster c = byDay.get(day.minusDays(back));
                home = home == null && c != null && !c.hasArticle(i) ? c : home;
            }
            if (home == null) {
                List<Cluster> here = own.computeIfAbsent(day, k -> new ArrayList<>());
                home = here.stream().filter(c -> !c.hasArticle(i)).findFirst().orElse(null);
                if (home == null) {
                    Cluster ofDay = byDay.get(day);
                    boolean beside = !here.isEmpty() || ofDay != null && day.equals(ofDay.first);
                    home = beside ? Cluster.aside(day) : Cluster.ofDays(day, day);
                    here.add(home);
                }
            }
            home.add(i);
        }
        return joined(own);
    }

    /** Days next to each other are one call where they stand alone. */
    private static List<Cluster> joined(NavigableMap<LocalDate, List<Cluster>> own) {
        List<Cluster> out = new ArrayList<>();
        Set<Cluster> taken = new HashSet<>();
        own.forEach((day, here) -> {
            List<Cluster> next = own.getOrDefault(day.plusDays(1), List.of());
            boolean alone = !next.isEmpty()
                    && here.get(0).dated
                    && next.get(0).dated
                    && !own.containsKey(day.minusDays(1))
                    && !own.containsKey(day.plusDays(2))
                    && next.get(0).items.stream().noneMatch(here.get(0)::hasArticle);
            for (Cluster c : here) {
                if (alone && c == here.get(0)) {
                    out.add(Cluster.united(List.of(c, next.get(0))));
                    taken.add(next.get(0));
                } else if (!taken.contains(c)) {
                    out.add(c);
                }
            }
        });
        return out;
    }
}
