package org.readout.grouping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.grouping.Grouping.Group;
import org.readout.grouping.Grouping.Item;

/**
 * Groups anew only what a change can reach: the calls of the days around it, and the reports without a day that could
 * look for their call there. Gives what {@link Grouping#group(Collection)} gives for all reports of the people, for calls
 * outside the window what was found before.
 */
public final class GroupingWindow {

    /** Days around a change whose calls it can change, and around those the days that these depend on. */
    private static final int CORE = DayCalls.REACH;

    private static final int MARGIN = DayCalls.REACH + 2;

    /** Days before its publication in which the call of a report without a day can lie that mentions it in passing. */
    public static final int LOOK_BACK_DAYS = Grouping.BACKGROUND_DAYS;

    /** And of one that reports it. */
    public static final int LOOK_BACK_FRESH_DAYS = Grouping.FRESH_DAYS;

    /** The stored reports and calls of the people, with what was removed taken out and what was added not yet in. */
    public interface Store {

        /** Reports with one day, from {@code from} to {@code to}. */
        List<Item> days(LocalDate from, LocalDate to);

        /** Reports of calls that no report with a day has made. */
        List<Item> homeless();

        /** Reports of more than a day that overlap these, and {@link #open} ones. */
        List<Item> loose(LocalDate from, LocalDate to);

        /** Reports without bounds that could tell of a call of these days: published later, or nobody knows when. */
        List<Item> open(LocalDate from, LocalDate to);

        /** All reports of these articles. */
        List<Item> ofArticles(Set<String> articles);

        /** Calls made by reports with a day, overlapping these days. */
        List<Standing> standing(LocalDate from, LocalDate to);

        /** The call of a stored report. */
        @Nullable
        String callOf(String report);
    }

    /**
     * A call as it was settled before.
     *
     * @param id its id
     * @param first the first of its days
     * @param last the last of its days
     * @param planned whether the reports of those days tell of a plan only
     */
    public record Standing(String id, LocalDate first, LocalDate last, boolean planned) {}

    private final Store store;
    private final Collection<Item> added;
    private final Collection<Item> removed;
    private final List<Item> stored = new ArrayList<>();
    private final Days core = new Days();
    private final Days reached = new Days();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Item> loose = new LinkedHashMap<>();
    private final Map<String, Set<String>> elsewhere = new HashMap<>();

    private GroupingWindow(Store store, Collection<Item> added, Collection<Item> removed) {
        this.store = store;
        this.added = added;
        this.removed = removed;
    }

    /**
     * The groups that a change can have changed.
     *
     * @param added reports that came
     * @param removed reports that went
     * @param store those that stay
     * @return groups of their own, and those that join a standing call; reports that the change cannot reach are in none
     */
    public static List<Group> group(Collection<Item> added, Collection<Item> removed, Store store) {
        GroupingWindow window = new GroupingWindow(store, added, removed);
        List<Cluster> ofDays = window.days();
        List<Group> joined = window.joinedAsTheyAre(ofDays);
        if (joined != null) {
            return joined;
        }
        window.gatherLoose();
        return Grouping.groups(Grouping.clusters(Grouping.canonical(window.loose.values()), ofDays, window.standing()));
    }

    /** The calls of the days around the change. */
    private List<Cluster> days() {
        Days load = new Days();
        changed().map(Item::day).filter(Objects::nonNull).forEach(day -> {
            core.add(day.minusDays(CORE), day.plusDays(CORE));
            load.add(day.minusDays(CORE + MARGIN), day.plusDays(CORE + MARGIN));
        });
        load.forEach((from, to) -> stored.addAll(store.days(from, to)));
        List<Cluster> out = around(added);
        for (Cluster c : out) {
            c.items.forEach(i -> items.put(i.id(), i));
            reached.add(Objects.requireNonNull(c.first), Objects.requireNonNull(c.last));
        }
        core.forEach(reached::add);
        return out;
    }

    private Stream<Item> changed() {
        return Stream.concat(added.stream(), removed.stream());
    }

    /** The calls of the stored days with those of some reports more. */
    private List<Cluster> around(Collection<Item> more) {
        List<Item> dated = new ArrayList<>(stored);
        more.stream().filter(i -> i.day() != null).forEach(dated::add);
        return DayCalls.of(Grouping.canonical(dated)).stream()
                .filter(c -> core.meets(c.first, c.last))
                .toList();
    }

    /**
     * The new reports in the calls that they join, where the change leaves all calls their days and reports, so that none
     * without a day can look for its call elsewhere; null where it does not.
     */
    private @Nullable List<Group> joinedAsTheyAre(List<Cluster> ofDays) {
        Set<String> articles = new HashSet<>();
        changed().forEach(i -> articles.add(i.articleId()));
        if (changed().anyMatch(i -> i.day() == null)
                || store.ofArticles(articles).stream().anyMatch(i -> i.day() == null)
                || !standing(ofDays, added).equals(standing(around(removed), removed))) {
            return null;
        }
        Set<String> fresh = new HashSet<>();
        added.forEach(i -> fresh.add(i.id()));
        List<Group> out = new ArrayList<>();
        for (Cluster c : ofDays) {
            List<Item> here =
                    c.items.stream().filter(i -> fresh.contains(i.id())).toList();
            Set<String> calls = new HashSet<>();
            c.items.stream()
                    .filter(i -> !fresh.contains(i.id()))
                    .forEach(i -> calls.add(String.valueOf(store.callOf(i.id()))));
            if (calls.size() != 1) {
                return null;
            }
            if (!here.isEmpty()) {
                out.add(new Group(
                        here.stream().map(Item::id).sorted().toList(),
                        c.first,
                        c.last,
                        c.dated,
                        calls.iterator().next()));
            }
        }
        return out;
    }

    /** The days of each call and whether it is a plan, with those of its reports that stay. */
    private static Set<String> standing(List<Cluster> clusters, Collection<Item> passing) {
        Set<String> out = new HashSet<>();
        for (Cluster c : clusters) {
            out.add(c.first + "/" + c.last + "/" + c.dated + "/" + c.plansOnly() + " "
                    + c.items.stream()
                            .filter(i -> !passing.contains(i))
                            .map(Item::id)
                            .sorted()
                            .toList());
        }
        return out;
    }

    /** The reports without a day that the change can reach, with the others of their articles. */
    private void gatherLoose() {
        added.forEach(this::takeLoose);
        store.homeless().forEach(this::takeLoose);
        changed().filter(Item::wide).forEach(reached::add);
        reached.forEach((from, to) -> store.loose(from, to).forEach(this::takeLoose));
        Map<LocalDate, LocalDate> asked = Map.copyOf(reached.runs);
        Set<String> articles = new HashSet<>();
        changed().forEach(i -> articles.add(i.articleId()));
        items.values().forEach(i -> articles.add(i.articleId()));
        Set<String> looked = new HashSet<>();
        int before;
        do {
            before = loose.size();
            loose.values().stream().filter(Item::wide).forEach(reached::add);
            if (!reached.runs.equals(asked)) {
                reached.forEach((from, to) -> store.open(from, to).forEach(this::takeLoose));
                asked = Map.copyOf(reached.runs);
            }
            loose.values().forEach(i -> articles.add(i.articleId()));
            articles.removeAll(looked);
            looked.addAll(articles);
            store.ofArticles(articles).forEach(this::takeLooseOrNote);
            articles.clear();
        } while (loose.size() > before);
    }

    private void takeLoose(Item i) {
        if (i.day() == null) {
            loose.put(i.id(), i);
        }
    }

    /** Takes a report without a day; of one that stays where it is, notes that its call has its article. */
    private void takeLooseOrNote(Item i) {
        takeLoose(i);
        String call = i.day() == null || items.containsKey(i.id()) ? null : store.callOf(i.id());
        if (call != null) {
            elsewhere.computeIfAbsent(call, k -> new HashSet<>()).add(i.articleId());
        }
    }

    /** The calls outside the window in which the reports without a day can find theirs. */
    private List<Cluster> standing() {
        Days reach = new Days();
        loose.values().forEach(reach::add);
        Map<String, Standing> found = new TreeMap<>();
        reach.forEach((from, to) -> store.standing(from, to).forEach(s -> found.put(s.id(), s)));
        return found.values().stream()
                .filter(s -> !core.meets(s.first(), s.last()))
                .map(s -> Cluster.standing(s, elsewhere.getOrDefault(s.id(), Set.of())))
                .toList();
    }

    /** Runs of days, apart from each other. */
    private static final class Days {
        private static final LocalDate BEGIN = LocalDate.of(1, 1, 1);
        private static final LocalDate END = LocalDate.of(9999, 12, 31);

        private final TreeMap<LocalDate, LocalDate> runs = new TreeMap<>();

        /** Adds the days on which the call of a report without a day can have been. */
        void add(Item i) {
            if (i.wide()
                    && i.date() != null
                    && i.date().earliest() != null
                    && i.date().latest() != null) {
                add(i.date().earliest(), i.date().latest());
            } else if (i.published() == null) {
                add(BEGIN, END);
            } else {
                add(
                        i.published().minusDays(i.background() ? Grouping.BACKGROUND_DAYS : Grouping.FRESH_DAYS),
                        i.published().plusDays(1));
            }
        }

        void add(LocalDate from, LocalDate to) {
            LocalDate first = from;
            LocalDate last = to;
            Map.Entry<LocalDate, LocalDate> e = runs.floorEntry(last);
            while (e != null && !e.getValue().isBefore(first)) {
                first = e.getKey().isBefore(first) ? e.getKey() : first;
                last = e.getValue().isAfter(last) ? e.getValue() : last;
                runs.remove(e.getKey());
                e = runs.floorEntry(last);
            }
            runs.put(first, last);
        }

        boolean meets(@Nullable LocalDate from, @Nullable LocalDate to) {
            if (from == null || to == null) {
                return false;
            }
            Map.Entry<LocalDate, LocalDate> e = runs.floorEntry(to);
            return e != null && !e.getValue().isBefore(from);
        }

        void forEach(java.util.function.BiConsumer<LocalDate, LocalDate> run) {
            Map.copyOf(runs).forEach(run);
        }
    }
}
