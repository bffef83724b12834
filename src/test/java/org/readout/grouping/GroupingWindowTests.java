package org.readout.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.grouping.Grouping.Group;
import org.readout.grouping.Grouping.Item;
import org.readout.grouping.GroupingWindow.Standing;

/** Grouping only what a change can reach gives what grouping everything gives. */
class GroupingWindowTests {

    /** A store in memory, changed window by window. */
    private static final class Held implements GroupingWindow.Store {
        final Map<String, Item> reports = new TreeMap<>();
        final Map<String, String> calls = new HashMap<>();
        final Map<String, Group> extents = new HashMap<>();
        int loaded;
        private int next;

        void change(List<Item> added, List<Item> removed) {
            removed.forEach(i -> {
                reports.remove(i.id());
                calls.remove(i.id());
            });
            List<Group> groups = GroupingWindow.group(added, removed, this);
            added.forEach(i -> reports.put(i.id(), i));
            for (Group g : groups) {
                String call = g.standing() != null ? g.standing() : "call-" + next++;
                if (g.standing() == null) {
                    extents.put(call, g);
                }
                g.reports().forEach(id -> calls.put(id, call));
            }
            extents.keySet().retainAll(new HashSet<>(calls.values()));
        }

        Set<Set<String>> groups() {
            Map<String, Set<String>> out = new HashMap<>();
            calls.forEach((report, call) ->
                    out.computeIfAbsent(call, k -> new HashSet<>()).add(report));
            return new HashSet<>(out.values());
        }

        private List<Item> where(java.util.function.Predicate<Item> wanted) {
            List<Item> out = reports.values().stream().filter(wanted).toList();
            loaded += out.size();
            return out;
        }

        @Override
        public List<Item> days(LocalDate from, LocalDate to) {
            return where(
                    i -> i.day() != null && !i.day().isBefore(from) && !i.day().isAfter(to));
        }

        @Override
        public List<Item> loose(LocalDate from, LocalDate to) {
            List<Item> out = new ArrayList<>(where(i -> i.wide()
                    && !i.date().earliest().isAfter(to)
                    && !i.date().latest().isBefore(from)));
            out.addAll(open(from, to));
            return out;
        }

        @Override
        public List<Item> open(LocalDate from, LocalDate to) {
            return where(i -> i.open()
                    && (i.published() == null
                            || !i.published().plusDays(1).isBefore(from)
                                    && !i.published()
                                            .minusDays(i.background() ? 400 : 10)
                                            .isAfter(to)));
        }

        @Override
        public List<Item> homeless() {
            return where(i -> {
                String call = calls.get(i.id());
                return call != null && !extents.get(call).dated();
            });
        }

        @Override
        public List<Item> ofArticles(Set<String> articles) {
            return where(i -> articles.contains(i.articleId()));
        }

        @Override
        public List<Standing> standing(LocalDate from, LocalDate to) {
            List<Standing> out = new ArrayList<>();
            extents.forEach((id, g) -> {
                if (g.dated() && !g.first().isAfter(to) && !g.last().isBefore(from)) {
                    boolean planned = g.reports().stream()
                            .map(reports::get)
                            .filter(i -> i != null && i.day() != null)
                            .allMatch(i -> i.plan() != null);
                    out.add(new Standing(id, g.first(), g.last(), planned));
                }
            });
            return out;
        }

        @Override
        public @Nullable String callOf(String report) {
            return calls.get(report);
        }
    }

    private static Item someItem(String id, String article, Random random, int days) {
        LocalDate day = LocalDate.parse("2023-01-10").plusDays(random.nextInt(days));
        CallDate date = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> CallDate.day(day);
            case 4, 5 -> CallDate.inferred(day);
            case 6 -> CallDate.month(java.time.YearMonth.from(day));
            case 7 ->
                random.nextInt(4) == 0
                        ? CallDate.year(java.time.Year.from(day))
                        : CallDate.between(day, day.plusDays(6));
            case 8 -> CallDate.open(day.getDayOfWeek());
            default -> null;
        };
        return new Item(
                id,
                article,
                random.nextInt(6) > 0 ? day.plusDays(random.nextInt(30)) : null,
                date,
                random.nextInt(8) == 0 ? day.minusDays(random.nextInt(40)) : null,
                random.nextInt(3) == 0,
                List.of(),
                random.nextInt(4) == 0 ? List.of(random.nextBoolean() ? "DE" : "RU") : List.of(),
                random.nextInt(5) == 0 ? CallStatus.PLANNED : null);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 90, 600})
    void givesWhatGroupingEverythingGives(int days) {
        Random random = new Random(days);
        for (int round = 0; round < 150; round++) {
            Held store = new Held();
            int number = 0;
            for (int step = 0; step < 40; step++) {
                List<Item> removed = new ArrayList<>();
                if (!store.reports.isEmpty() && random.nextInt(3) == 0) {
                    List<Item> held = new ArrayList<>(store.reports.values());
                    String article = held.get(random.nextInt(held.size())).articleId();
                    held.stream().filter(i -> i.articleId().equals(article)).forEach(removed::add);
                }
                List<Item> added = new ArrayList<>();
                String article = removed.isEmpty() || random.nextBoolean()
                        ? "a" + step
                        : removed.get(0).articleId();
                for (int i = 0; i < 1 + random.nextInt(2); i++) {
                    added.add(someItem("i" + number++, article, random, days));
                }
                store.change(added, removed);

                Set<Set<String>> whole = new HashSet<>();
                Grouping.group(store.reports.values()).forEach(g -> whole.add(Set.copyOf(g.reports())));
                assertThat(store.groups()).as("round %d, step %d", round, step).isEqualTo(whole);
            }
        }
    }

    @Test
    void looksAtAsMuchForTheThousandthCallAsForTheHundredth() {
        Held store = new Held();
        int[] loaded = new int[1001];
        for (int n = 1; n <= 1000; n++) {
            LocalDate day = LocalDate.parse("2010-01-01").plusDays(4L * n);
            store.loaded = 0;
            store.change(
                    List.of(
                            new Item("d" + n, "a" + n, day, CallDate.day(day), null, false, List.of(), List.of(), null),
                            new Item("u" + n, "b" + n, day.plusDays(1), null, null, true, List.of(), List.of(), null)),
                    List.of());
            loaded[n] = store.loaded;
        }
        assertThat(loaded[1000]).isLessThanOrEqualTo(loaded[200]);
    }
}
