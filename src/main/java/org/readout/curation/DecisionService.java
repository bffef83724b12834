package org.readout.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.call.CallService;
import org.readout.call.RecordedCall;
import org.readout.decision.DecisionKind;
import org.readout.decision.DecisionView;
import org.readout.decision.Decisions;
import org.readout.decision.DecisionsInForce;
import org.readout.decision.Signature;
import org.readout.feed.Cause;
import org.readout.platform.Ids;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Precondition;
import org.readout.platform.Problem;
import org.readout.reconciliation.AppliedDecision;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.report.Reports;
import org.readout.report.StoredReport;
import org.readout.report.ValueView;
import org.readout.statement.StatementService;
import org.readout.statement.StatementVariants;
import org.readout.statement.StatementView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Enters what people decide on calls, and undoes it; each decision changes the calls that it is on at once. */
@Service
@Transactional
class DecisionService {

    private final Decisions decisions;
    private final Reports reports;
    private final CallLookup calls;
    private final CallService settling;
    private final StatementService statements;
    private final JsonMapper json;

    DecisionService(
            Decisions decisions,
            Reports reports,
            CallLookup calls,
            CallService settling,
            StatementService statements,
            JsonMapper json) {
        this.json = json;
        this.decisions = decisions;
        this.reports = reports;
        this.calls = calls;
        this.settling = settling;
        this.statements = statements;
    }

    /** Decides a property of a call; takes the place of what was decided on it before. */
    DecisionView decide(
            UUID callId, PropertyRule<?, ?> property, Object value, @Nullable String ifMatch, Signature by) {
        decisions.lock();
        Precondition.check(
                ifMatch, calls.require(callId, "/decisions/" + property.name()).version());
        decisions.standing(calls.family(callId), property).ifPresent(d -> decisions.close(d.id(), by.who()));
        DecisionView made = decisions.enter(
                DecisionKind.PROPERTY, callId, property, value, by, peopleOf(reportsOf(callId)), Map.of());
        settling.settle(callId, Cause.decided(made.id()));
        return flagged(made);
    }

    /** Undoes what was decided on a property of a call. */
    void undo(UUID callId, PropertyRule<?, ?> property, @Nullable String by) {
        decisions.lock();
        calls.require(callId, "/decisions/" + property.name());
        DecisionView standing = decisions
                .standing(calls.family(callId), property)
                .orElseThrow(() -> Problem.notFound("decision on the " + property.name() + " of call", callId));
        undo(standing.id(), by);
    }

    /** Decides that the reports of two calls tell of one; the first keeps its id. */
    void merge(UUID callId, UUID other, @Nullable String ifMatch, Signature by) {
        decisions.lock();
        Precondition.check(ifMatch, calls.require(callId, "/merge").version());
        if (callId.equals(other)) {
            throw invalid("/callId", "is the call itself");
        }
        RecordedCall merged = calls.any(other)
                .filter(RecordedCall::live)
                .orElseThrow(() -> invalid("/callId", "is not a call that has reports"));
        DecisionView made = decisions.enter(
                DecisionKind.SAME_CALL,
                callId,
                null,
                Map.of("callId", callId, "merged", merged.callId()),
                by,
                peopleOf(reportsOf(callId)),
                peopleOf(reportsOf(other)));
        Set<UUID> people = new TreeSet<>(reports.peopleOfCall(callId));
        people.addAll(reports.peopleOfCall(other));
        settling.regroup(people, Map.of(), Set.of(callId), Cause.decided(made.id()));
    }

    /**
     * Decides that some reports of a call tell of another one.
     *
     * @return the call that they tell of
     */
    UUID split(UUID callId, List<UUID> apart, @Nullable String ifMatch, Signature by) {
        decisions.lock();
        Precondition.check(ifMatch, calls.require(callId, "/split").version());
        List<StoredReport> all = reportsOf(callId);
        List<UUID> ids = all.stream().map(StoredReport::id).toList();
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < apart.size(); i++) {
            if (!ids.contains(apart.get(i))) {
                errors.add(InputError.field("/reportIds/" + i, "is not a report of this call"));
            }
        }
        List<StoredReport> rest =
                all.stream().filter(r -> !apart.contains(r.id())).toList();
        if (apart.isEmpty() || rest.isEmpty()) {
            errors.add(InputError.field("/reportIds", apart.isEmpty() ? "is empty" : "leaves no report to the call"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        UUID made = Ids.next();
        DecisionView decision = decisions.enter(
                DecisionKind.DIFFERENT_CALLS,
                callId,
                null,
                Map.of("callId", callId, "made", made),
                by,
                peopleOf(all.stream().filter(r -> apart.contains(r.id())).toList()),
                peopleOf(rest));
        Map<UUID, UUID> wanted = new HashMap<>();
        apart.forEach(r -> wanted.put(r, made));
        rest.forEach(r -> wanted.put(r.id(), callId));
        settling.regroup(reports.peopleOfCall(callId), wanted, Set.of(callId), Cause.decided(decision.id()));
        return made;
    }

    /** Decides that something is no statement of its call. */
    void ruleOut(UUID statement, Signature by) {
        decisions.lock();
        StatementView said = statements.get(statement);
        List<String> wordings = said.variants().stream()
                .map(StatementVariants.Variant::text)
                .map(DecisionsInForce::hash)
                .distinct()
                .toList();
        DecisionView made = decisions.enter(
                DecisionKind.NOT_A_STATEMENT,
                said.callId(),
                null,
                Map.of("text", said.text(), "wordings", wordings),
                by,
                Map.of(),
                Map.of());
        settling.settle(said.callId(), Cause.decided(made.id()));
    }

    /** Notes that two leaders were decided to be one person; what follows from it is the caller's to do. */
    DecisionView sameLeader(String leaderId, String merged, Signature by) {
        decisions.lock();
        return decisions.enter(
                DecisionKind.SAME_LEADER,
                null,
                null,
                Map.of("leaderId", leaderId, "merged", merged),
                by,
                Map.of(),
                Map.of());
    }

    /** Undoes a decision; what it was on becomes what it would be without it. */
    DecisionView undo(UUID id, @Nullable String by) {
        decisions.lock();
        DecisionView d = decisions.get(id);
        if (!d.standing()) {
            throw Problem.conflict("The decision " + id + " has been undone already.");
        }
        Set<UUID> people = new TreeSet<>();
        decisions.sides(id).keySet().forEach(r -> reports.find(r).ifPresent(s -> people.add(s.people())));
        DecisionView undone = decisions.close(id, by);
        Cause cause = Cause.undone(id);
        switch (d.kind()) {
            case PROPERTY, NOT_A_STATEMENT ->
                settling.settle(heir(Objects.requireNonNull(d.callId())).callId(), cause);
            case SAME_CALL ->
                settling.regroup(people, formerCalls(d), Set.of(Objects.requireNonNull(d.callId())), cause);
            case DIFFERENT_CALLS ->
                settling.regroup(people, Map.of(), Set.of(Objects.requireNonNull(d.callId())), cause);
            case SAME_LEADER -> {}
        }
        return flagged(undone);
    }

    /** The reports of the two calls that were merged with the calls' ids, if the one still stands for the merger. */
    private Map<UUID, UUID> formerCalls(DecisionView d) {
        UUID merged = UUID.fromString(d.value().path("merged").asString());
        Map<UUID, UUID> out = new HashMap<>();
        if (calls.any(merged).filter(c -> !c.live()).isPresent()) {
            decisions
                    .sides(d.id())
                    .forEach(
                            (report, side) -> out.put(report, side == 1 ? merged : Objects.requireNonNull(d.callId())));
        }
        return out;
    }

    /** The call that a merged one is now. */
    private RecordedCall heir(UUID id) {
        RecordedCall at = calls.any(id).orElseThrow();
        for (UUID next = at.mergedInto(); next != null; next = at.mergedInto()) {
            at = calls.any(next).orElseThrow();
        }
        return at;
    }

    private List<StoredReport> reportsOf(UUID callId) {
        return reports.ofCalls(List.of(callId));
    }

    private static Map<UUID, UUID> peopleOf(Collection<StoredReport> reports) {
        Map<UUID, UUID> out = new HashMap<>();
        reports.forEach(r -> out.put(r.id(), r.people()));
        return out;
    }

    private static InvalidInput invalid(String pointer, String detail) {
        return new InvalidInput(List.of(InputError.field(pointer, detail)));
    }

    /** One decision, flagged where reports that came later contradict it. */
    @Transactional(readOnly = true)
    public DecisionView get(UUID id) {
        return flagged(decisions.get(id));
    }

    /** Every decision on a call and on those merged into it, the latest first. */
    @Transactional(readOnly = true)
    public List<DecisionView> ofCall(UUID callId) {
        calls.require(callId, "/decisions");
        return decisions.everOn(calls.family(callId)).stream()
                .map(this::flagged)
                .toList();
    }

    /** Decisions, the latest first, each flagged where reports that came later contradict it. */
    @Transactional(readOnly = true)
    public Page<DecisionView> list(
            @Nullable DecisionKind kind,
            @Nullable String who,
            @Nullable Boolean standing,
            Paging paging,
            boolean counted) {
        Page<DecisionView> page = decisions.list(kind, who, standing, paging, counted);
        calls.fetch(page.items().stream()
                .map(DecisionView::callId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.map(this::flagged);
    }

    /** The decision with its value in the shape that calls show it in. */
    private DecisionView shaped(DecisionView d) {
        return d.decided()
                .map(ValueView::of)
                .map(value -> d.with(json.valueToTree(value)))
                .orElse(d);
    }

    private DecisionView flagged(DecisionView stored) {
        DecisionView d = shaped(stored);
        UUID callId = d.callId();
        if (d.property() == null || callId == null || !d.standing()) {
            return d;
        }
        RecordedCall call = heir(callId);
        Finding<?> finding = call.live()
                ? call.settled().record().finding(Rules.named(d.property()).orElseThrow())
                : null;
        AppliedDecision applied = finding == null ? null : finding.decided();
        return d.contradicted(applied != null && applied.id().equals(d.id()) && applied.contradicted());
    }
}
