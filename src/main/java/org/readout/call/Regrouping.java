package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.decision.DecisionsInForce;
import org.readout.grouping.Grouping;
import org.readout.grouping.Grouping.Item;
import org.readout.grouping.GroupingDecision;
import org.readout.grouping.GroupingWindow;
import org.readout.platform.Ids;
import org.readout.report.PeopleReports;
import org.readout.report.Reports;
import org.readout.report.StoredReport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds which calls reports tell of after some came or went, and moves them there. */
@Component
class Regrouping {

    /**
     * What moved.
     *
     * @param affected calls whose reports are others than before
     * @param heirs calls that lost their reports, and those into which they are merged
     * @param made those of them that are not stored yet, as they have no record
     * @param told the reports of those made, where all of them have just come
     */
    record Moved(Set<UUID> affected, Map<UUID, UUID> heirs, Map<UUID, Call> made, Map<UUID, List<StoredReport>> told) {

        /** A call whose reports are the same ones. */
        static Moved not(UUID call) {
            return new Moved(Set.of(call), Map.of(), Map.of(), Map.of());
        }

        /** The same, and other calls that what moved bears on. */
        Moved and(Collection<UUID> others) {
            Set<UUID> all = new LinkedHashSet<>(others);
            all.addAll(affected);
            return new Moved(all, heirs, made, told);
        }
    }

    private final EntityManager entities;
    private final Reports reports;
    private final UnitOfWork work;
    private final DecisionsInForce rulings;
    private final JdbcTemplate jdbc;

    Regrouping(EntityManager entities, Reports reports, UnitOfWork work, DecisionsInForce rulings, JdbcTemplate jdbc) {
        this.entities = entities;
        this.reports = reports;
        this.work = work;
        this.rulings = rulings;
        this.jdbc = jdbc;
    }

    /** What is found out about the reports of some people before anything is stored. */
    private static final class Plan {
        final List<CallAssignment.Group> groups = new ArrayList<>();
        final List<Grouping.Group> found = new ArrayList<>();
        final Map<UUID, UUID> before = new HashMap<>();
        final Map<UUID, UUID> people = new HashMap<>();

        /** Ids for calls that a ruling makes. */
        final Set<UUID> reserved = new HashSet<>();
    }

    /**
     * Groups what the reports that came and went can have changed.
     *
     * @param fresh articles that have just been stored
     */
    Moved around(
            Set<UUID> people,
            Collection<StoredReport> added,
            Collection<StoredReport> removed,
            Set<UUID> fresh,
            Instant now) {
        Plan plan = new Plan();
        for (Set<UUID> linked : components(people)) {
            List<StoredReport> came = of(linked, added);
            List<GroupingDecision> groupingDecisions = rulings.groupingDecisions(linked);
            if (linked.size() > 1 || !groupingDecisions.isEmpty()) {
                whole(plan, linked, came, groupingDecisions);
            } else {
                PeopleReports held = reports.of(linked.iterator().next());
                note(
                        plan,
                        GroupingWindow.group(
                                items(came), items(of(linked, removed)), new StoredWindow(jdbc, held, fresh)),
                        Map.of(linked.iterator().next(), held),
                        came);
            }
        }
        return move(plan, plan.before, added, Set.of(), now);
    }

    /**
     * Groups all reports of the people anew.
     *
     * @param wanted calls that a ruling wants these reports to tell of; of the reports in question only these give
     *     a call its place
     * @param preferred calls that a person wants to keep their ids
     */
    Moved all(
            Set<UUID> people,
            Collection<StoredReport> added,
            Map<UUID, UUID> wanted,
            Set<UUID> preferred,
            Instant now) {
        Plan plan = new Plan();
        for (Set<UUID> linked : components(people)) {
            whole(plan, linked, of(linked, added), rulings.groupingDecisions(linked));
        }
        Map<UUID, UUID> stored = Map.copyOf(plan.before);
        Set<UUID> contested = new HashSet<>(wanted.values());
        wanted.keySet().stream().map(stored::get).filter(Objects::nonNull).forEach(contested::add);
        plan.before.entrySet().removeIf(e -> contested.contains(e.getValue()) && !wanted.containsKey(e.getKey()));
        wanted.forEach((report, call) -> plan.before.computeIfPresent(report, (r, was) -> call));
        plan.reserved.addAll(wanted.values());
        plan.reserved.removeIf(call -> entities.find(Call.class, call) != null);
        return move(plan, stored, added, preferred, now);
    }

    private List<Set<UUID>> components(Set<UUID> people) {
        List<Set<UUID>> out = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (UUID key : new TreeSet<>(people)) {
            if (!seen.contains(key)) {
                Set<UUID> linked = rulings.linked(Set.of(key));
                seen.addAll(linked);
                out.add(linked);
            }
        }
        return out;
    }

    private void whole(Plan plan, Set<UUID> linked, List<StoredReport> came, List<GroupingDecision> groupingDecisions) {
        Map<UUID, PeopleReports> read = new HashMap<>();
        List<List<Item>> items = new ArrayList<>();
        for (UUID key : linked) {
            PeopleReports held = reports.of(key);
            read.put(key, held);
            List<Item> ofSome = new ArrayList<>(held.all());
            ofSome.addAll(items(of(Set.of(key), came)));
            items.add(ofSome);
        }
        note(plan, Grouping.group(items, groupingDecisions), read, came);
    }

    private static void note(
            Plan plan, List<Grouping.Group> groups, Map<UUID, PeopleReports> read, List<StoredReport> came) {
        read.forEach((key, held) -> held.calls().forEach((report, call) -> {
            plan.before.put(UUID.fromString(report), call);
            plan.people.put(UUID.fromString(report), key);
        }));
        for (StoredReport r : came) {
            plan.people.put(r.id(), r.people());
            UUID call = r.callId();
            if (call != null) {
                plan.before.put(r.id(), call);
            }
        }
        for (Grouping.Group g : groups) {
            plan.found.add(g);
            plan.groups.add(new CallAssignment.Group(
                    g.reports().stream().map(UUID::fromString).toList(),
                    g.standing() == null ? null : UUID.fromString(g.standing())));
        }
    }

    private Moved move(
            Plan plan, Map<UUID, UUID> stored, Collection<StoredReport> added, Set<UUID> preferred, Instant now) {
        Set<UUID> made = new HashSet<>();
        CallAssignment assigned = CallAssignment.of(plan.groups, plan.before, staying(plan), preferred, () -> {
            UUID id = Ids.next();
            made.add(id);
            return id;
        });
        Map<UUID, UUID> homes = new HashMap<>();
        assigned.members().forEach((call, members) -> members.forEach(r -> homes.put(r, call)));
        assigned.members().keySet().stream()
                .filter(call -> plan.reserved.contains(call))
                .forEach(made::add);
        Map<UUID, CallAnchor> anchors = anchors(plan, homes);
        Map<UUID, Call> calls = new LinkedHashMap<>();
        made.forEach(call -> calls.put(call, new Call(call, Objects.requireNonNull(anchors.remove(call)), now)));
        Set<UUID> fresh = new HashSet<>();
        for (StoredReport r : added) {
            fresh.add(r.id());
            r.moveTo(Objects.requireNonNull(homes.get(r.id())));
        }
        reports.enter(added);
        work.write();
        Set<UUID> affected = new LinkedHashSet<>(assigned.heirs().keySet());
        Map<UUID, UUID> moves = new HashMap<>();
        homes.forEach((report, call) -> {
            UUID from = stored.get(report);
            if (fresh.contains(report) || !call.equals(from)) {
                affected.add(call);
                if (from != null) {
                    affected.add(from);
                }
                if (!fresh.contains(report)) {
                    moves.put(report, call);
                }
            }
        });
        if (!moves.isEmpty()) {
            reports.move(moves);
            work.refresh();
        }
        anchor(anchors);
        Map<UUID, List<StoredReport>> told = new HashMap<>();
        for (UUID call : made) {
            if (fresh.containsAll(assigned.members().getOrDefault(call, List.of()))) {
                told.put(call, added.stream().filter(r -> r.call().equals(call)).toList());
            }
        }
        return new Moved(affected, assigned.heirs(), calls, told);
    }

    /** Calls that have reports which the change cannot reach. */
    private Set<UUID> staying(Plan plan) {
        return new HashSet<>(reports.callsBeside(Set.copyOf(plan.before.values()), plan.people.keySet()));
    }

    /** The days that made each call, for finding it again, and whose call it is. */
    private static Map<UUID, CallAnchor> anchors(Plan plan, Map<UUID, UUID> homes) {
        Map<UUID, CallAnchor> out = new LinkedHashMap<>();
        for (Grouping.Group g : plan.found) {
            if (g.standing() == null) {
                UUID people = g.reports().stream()
                        .map(r -> Objects.requireNonNull(plan.people.get(UUID.fromString(r))))
                        .min(UUID::compareTo)
                        .orElseThrow();
                UUID call = homes.get(UUID.fromString(g.reports().get(0)));
                out.put(call, new CallAnchor(people, g.dated() ? g.first() : null, g.dated() ? g.last() : null));
            }
        }
        return out;
    }

    /** Notes them of calls that are stored, where they are others than before. */
    private void anchor(Map<UUID, CallAnchor> anchors) {
        if (anchors.isEmpty()) {
            return;
        }
        Collection<CallAnchor> values = anchors.values();
        jdbc.update(
                """
                update call_record c set anchor_first = a.first, anchor_last = a.last, people_id = a.people
                  from unnest(cast(? as uuid[]), cast(? as date[]), cast(? as date[]), cast(? as uuid[])) a (id, first, last, people)
                 where c.id = a.id and (c.anchor_first, c.anchor_last, c.people_id) is distinct from (a.first, a.last, a.people)
                """,
                anchors.keySet().toArray(UUID[]::new),
                days(values, CallAnchor::first),
                days(values, CallAnchor::last),
                values.stream().map(CallAnchor::people).toArray(UUID[]::new));
    }

    /** As the driver takes them: it has no arrays of days. */
    private static @Nullable String[] days(
            Collection<CallAnchor> anchors, Function<CallAnchor, @Nullable LocalDate> day) {
        return anchors.stream().map(a -> string(day.apply(a))).toArray(String[]::new);
    }

    private static @Nullable String string(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static List<StoredReport> of(Set<UUID> people, Collection<StoredReport> all) {
        return all.stream().filter(r -> people.contains(r.people())).toList();
    }

    private static List<Item> items(List<StoredReport> some) {
        return some.stream().map(StoredReport::item).toList();
    }
}
