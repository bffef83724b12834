package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
     */
    record Moved(Set<UUID> affected, Map<UUID, UUID> heirs) {}

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

    /** Groups what the reports that came and went can have changed. */
    Moved around(Set<UUID> people, Collection<StoredReport> added, Collection<StoredReport> removed, Instant now) {
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
                        GroupingWindow.group(items(came), items(of(linked, removed)), new StoredWindow(jdbc, held)),
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
        for (UUID call : made) {
            UUID first = Objects.requireNonNull(assigned.members().get(call)).get(0);
            entities.persist(new Call(call, Objects.requireNonNull(plan.people.get(first)), now));
        }
        work.write();
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
        anchor(plan, homes);
        return new Moved(affected, assigned.heirs());
    }

    /** Calls that have reports which the change cannot reach. */
    private Set<UUID> staying(Plan plan) {
        return new HashSet<>(reports.callsBeside(Set.copyOf(plan.before.values()), plan.people.keySet()));
    }

    /** Notes the days that made each call, for finding it again, and whose call it is. */
    private void anchor(Plan plan, Map<UUID, UUID> homes) {
        List<Object[]> anchors = new ArrayList<>();
        for (Grouping.Group g : plan.found) {
            if (g.standing() == null) {
                @Nullable LocalDate first = g.dated() ? g.first() : null;
                @Nullable LocalDate last = g.dated() ? g.last() : null;
                UUID people = g.reports().stream()
                        .map(r -> Objects.requireNonNull(plan.people.get(UUID.fromString(r))))
                        .min(UUID::compareTo)
                        .orElseThrow();
                UUID call = homes.get(UUID.fromString(g.reports().get(0)));
                anchors.add(new Object[] {first, last, people, call, first, last, people});
            }
        }
        jdbc.batchUpdate("""
                update call_record set anchor_first = ?, anchor_last = ?, people_id = ?
                where id = ? and (anchor_first, anchor_last, people_id)
                      is distinct from (cast(? as date), cast(? as date), cast(? as uuid))
                """, anchors);
    }

    private static List<StoredReport> of(Set<UUID> people, Collection<StoredReport> all) {
        return all.stream().filter(r -> people.contains(r.people())).toList();
    }

    private static List<Item> items(List<StoredReport> some) {
        return some.stream().map(StoredReport::item).toList();
    }
}
