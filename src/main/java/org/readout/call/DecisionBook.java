package org.readout.call;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Ids;
import org.readout.platform.InputError;
import org.readout.platform.Locks;
import org.readout.platform.Problem;
import org.readout.reconciliation.Decided;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what people decide, undoes it, and lists it; each decision changes the calls that it is on at once. */
@Service
@Transactional
public class DecisionBook {

    private final Decisions decisions;
    private final StoredReports reports;
    private final Calls calls;
    private final CallCatalogue catalogue;
    private final CallLedger ledger;
    private final Locks locks;
    private final Feed feed;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    DecisionBook(
            Decisions decisions,
            StoredReports reports,
            Calls calls,
            CallCatalogue catalogue,
            CallLedger ledger,
            Locks locks,
            Feed feed,
            JdbcTemplate jdbc,
            Clock clock) {
        this.decisions = decisions;
        this.reports = reports;
        this.calls = calls;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.locks = locks;
        this.feed = feed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else rules, or works on any call. */
    public void lock() {
        locks.takeAlone(Locks.Level.RULINGS);
    }

    /** Decides a property of a call; takes the place of what was decided on it before. */
    public DecisionView decide(UUID callId, PropertyRule<?, ?> property, Object value, Signature by) {
        lock();
        catalogue.require(callId, "/decisions/" + property.name());
        standing(callId, property).ifPresent(d -> close(d, by.who()));
        Decision made = enter(DecisionKind.PROPERTY, callId, property, value, by);
        sides(made, reportsOf(callId), List.of());
        ledger.settle(callId, Cause.decided(made.id()));
        return view(decisions.findById(made.id()).orElseThrow());
    }

    /** Undoes what was decided on a property of a call. */
    public void undo(UUID callId, PropertyRule<?, ?> property, @Nullable String by) {
        lock();
        catalogue.require(callId, "/decisions/" + property.name());
        undo(
                standing(callId, property)
                        .orElseThrow(() -> Problem.notFound("decision on the " + property.name() + " of call", callId))
                        .id(),
                by);
    }

    /** Rules that the reports of two calls tell of one; the first keeps its id. */
    public void merge(UUID callId, UUID other, Signature by) {
        lock();
        catalogue.require(callId, "/merge");
        if (callId.equals(other)) {
            throw Problem.field("/callId", "is the call itself");
        }
        Call merged = calls.findById(other)
                .filter(Call::live)
                .orElseThrow(() -> Problem.field("/callId", "is not a call that has reports"));
        Decision made =
                enter(DecisionKind.SAME_CALL, callId, null, Map.of("callId", callId, "merged", merged.callId()), by);
        sides(made, reportsOf(callId), reportsOf(other));
        Set<UUID> people = new TreeSet<>(reports.peopleOfCall(callId));
        people.addAll(reports.peopleOfCall(other));
        ledger.regroup(people, Map.of(), Set.of(callId), Cause.decided(made.id()));
    }

    /**
     * Rules that some reports of a call tell of another one.
     *
     * @return the call that they tell of
     */
    public UUID split(UUID callId, List<UUID> apart, Signature by) {
        lock();
        catalogue.require(callId, "/split");
        List<UUID> all = reportsOf(callId);
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < apart.size(); i++) {
            if (!all.contains(apart.get(i))) {
                errors.add(InputError.field("/reportIds/" + i, "is not a report of this call"));
            }
        }
        List<UUID> rest = all.stream().filter(r -> !apart.contains(r)).toList();
        if (apart.isEmpty() || rest.isEmpty()) {
            errors.add(InputError.field("/reportIds", apart.isEmpty() ? "is empty" : "leaves no report to the call"));
        }
        if (!errors.isEmpty()) {
            throw Problem.input(errors);
        }
        UUID made = Ids.next();
        Decision decision =
                enter(DecisionKind.DIFFERENT_CALLS, callId, null, Map.of("callId", callId, "made", made), by);
        sides(decision, apart, rest);
        Map<UUID, UUID> wanted = new HashMap<>();
        apart.forEach(r -> wanted.put(r, made));
        rest.forEach(r -> wanted.put(r, callId));
        ledger.regroup(reports.peopleOfCall(callId), wanted, Set.of(callId), Cause.decided(decision.id()));
        return made;
    }

    /** Rules that these wordings are no statement of the call. */
    public void ruleOut(UUID callId, String text, List<String> wordings, Signature by) {
        lock();
        Decision made = enter(
                DecisionKind.NOT_A_STATEMENT,
                callId,
                null,
                Map.of(
                        "text",
                        text,
                        "wordings",
                        wordings.stream().map(Rulings::hash).distinct().toList()),
                by);
        ledger.settle(callId, Cause.decided(made.id()));
    }

    /** Notes that two leaders were ruled to be one person; what follows from it is the caller's to do. */
    public DecisionView sameLeader(String leaderId, String merged, Signature by) {
        lock();
        return view(enter(DecisionKind.SAME_LEADER, null, null, Map.of("leaderId", leaderId, "merged", merged), by));
    }

    /** Undoes a decision; what it was on becomes what it would be without it. */
    public DecisionView undo(UUID id, @Nullable String by) {
        lock();
        Decision d = find(id);
        if (d.undoneAt() != null) {
            throw Problem.conflict("The decision " + id + " has been undone already.");
        }
        UUID callId = d.callId();
        Set<UUID> people = new TreeSet<>();
        sideOf(id).keySet().forEach(r -> reports.findById(r).ifPresent(s -> people.add(s.people())));
        close(d, by);
        decisions.flush();
        Cause cause = Cause.undone(id);
        switch (d.kind()) {
            case PROPERTY, NOT_A_STATEMENT -> ledger.settle(heir(Objects.requireNonNull(callId)), cause);
            case SAME_CALL -> ledger.regroup(people, formerCalls(d), Set.of(Objects.requireNonNull(callId)), cause);
            case DIFFERENT_CALLS -> ledger.regroup(people, Map.of(), Set.of(Objects.requireNonNull(callId)), cause);
            case SAME_LEADER -> {}
        }
        return view(find(id));
    }

    /** The reports of the two calls that were merged with the calls' ids, if the one still stands for the merger. */
    private Map<UUID, UUID> formerCalls(Decision d) {
        UUID merged =
                UUID.fromString(RecordJson.tree(d.content()).path("merged").asString());
        Map<UUID, UUID> out = new HashMap<>();
        if (calls.findById(merged).filter(c -> !c.live()).isPresent()) {
            sideOf(d.id())
                    .forEach(
                            (report, side) -> out.put(report, side == 1 ? merged : Objects.requireNonNull(d.callId())));
        }
        return out;
    }

    /** The call that a merged one is now. */
    private UUID heir(UUID id) {
        UUID at = id;
        for (Call c = calls.findById(at).orElseThrow();
                c.mergedInto() != null;
                c = calls.findById(at).orElseThrow()) {
            at = Objects.requireNonNull(c.mergedInto());
        }
        return at;
    }

    private Decision enter(
            DecisionKind kind,
            @Nullable UUID callId,
            @Nullable PropertyRule<?, ?> property,
            Object value,
            Signature by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision made = decisions.saveAndFlush(new Decision(kind, callId, property, RecordJson.write(value), by, now));
        feed.add(Change.Subject.DECISION, made.id(), Change.Kind.ADDED, null, now);
        return made;
    }

    private void close(Decision d, @Nullable String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        d.undo(by, now);
        decisions.saveAndFlush(d);
        feed.add(Change.Subject.DECISION, d.id(), Change.Kind.UNDONE, null, now);
    }

    private void sides(Decision d, Collection<UUID> one, Collection<UUID> other) {
        List<Object[]> rows = new ArrayList<>();
        one.forEach(r -> rows.add(new Object[] {d.id(), r, 0}));
        other.forEach(r -> rows.add(new Object[] {d.id(), r, 1}));
        jdbc.batchUpdate("insert into decision_report (decision_id, report_id, side) values (?, ?, ?)", rows);
    }

    private Map<UUID, Integer> sideOf(UUID decision) {
        Map<UUID, Integer> out = new HashMap<>();
        jdbc.query(
                "select report_id, side from decision_report where decision_id = ?",
                rs -> {
                    out.put(rs.getObject(1, UUID.class), rs.getInt(2));
                },
                decision);
        return out;
    }

    private List<UUID> reportsOf(UUID callId) {
        return reports.findByCallIdIn(List.of(callId)).stream()
                .map(StoredReport::id)
                .toList();
    }

    private java.util.Optional<Decision> standing(UUID callId, PropertyRule<?, ?> property) {
        return decisions.everOn(callId).stream()
                .filter(d -> d.undoneAt() == null && d.property() == property)
                .findFirst();
    }

    private Decision find(UUID id) {
        return decisions.findById(id).orElseThrow(() -> Problem.notFound("decision", id));
    }

    @Transactional(readOnly = true)
    public DecisionView get(UUID id) {
        return view(find(id));
    }

    /** Every decision on a call and on those merged into it, the latest first. */
    @Transactional(readOnly = true)
    public List<DecisionView> ofCall(UUID callId) {
        catalogue.require(callId, "/decisions");
        return decisions.everOn(callId).stream().map(this::view).toList();
    }

    /** Decisions, the latest first, {@code most} of them after the place given. */
    @Transactional(readOnly = true)
    public List<DecisionView> list(
            @Nullable DecisionKind kind,
            @Nullable String who,
            @Nullable Boolean standing,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most) {
        return decisions.list(kind == null ? null : kind.name(), who, standing, beforeTime, beforeId, most).stream()
                .map(this::view)
                .toList();
    }

    private DecisionView view(Decision d) {
        PropertyRule<?, ?> property = d.property();
        UUID callId = d.callId();
        boolean contradicted = false;
        if (property != null && callId != null && d.undoneAt() == null) {
            Call call = calls.findById(heir(callId)).orElseThrow();
            Finding<?> finding = call.live() ? call.settled().record().finding(property) : null;
            Decided decided = finding == null ? null : finding.decided();
            contradicted = decided != null && decided.id().equals(d.id()) && decided.contradicted();
        }
        return DecisionView.of(d, contradicted);
    }
}
