package org.readout.statement;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallReconciled;
import org.readout.call.DecisionBook;
import org.readout.call.Signature;
import org.readout.claim.QuoteType;
import org.readout.platform.Problem;
import org.readout.reconciliation.StatementCluster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the statements of the calls as their records give them; a statement keeps its id while it keeps a wording. */
@Service
public class StatementShelf {

    private final Statements statements;
    private final DecisionBook decisions;
    private final Clock clock;

    StatementShelf(Statements statements, DecisionBook decisions, Clock clock) {
        this.statements = statements;
        this.decisions = decisions;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void reconciled(CallReconciled event) {
        Map<String, Statement> held = new HashMap<>();
        List<Statement> before = statements.findByCallIdOrderByCreatedAtAscIdAsc(event.callId());
        before.forEach(s -> s.view().variants().forEach(v -> held.put(v.key(), s)));
        Instant now = clock.instant();
        List<Statement> kept = new ArrayList<>();
        for (StatementCluster cluster : event.statements()) {
            Statement same = StatementVariants.of(cluster).variants().stream()
                    .map(v -> held.get(v.key()))
                    .filter(Objects::nonNull)
                    .filter(s -> !kept.contains(s))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                same = new Statement(event.callId(), cluster, now);
            } else {
                same.take(cluster);
            }
            kept.add(same);
        }
        statements.deleteAll(before.stream().filter(s -> !kept.contains(s)).toList());
        statements.saveAll(kept);
        statements.flush();
    }

    /** The statements of a call, those of most articles first. */
    @Transactional(readOnly = true)
    public List<StatementView> ofCall(UUID callId) {
        return statements.findByCallIdOrderByCreatedAtAscIdAsc(callId).stream()
                .map(Statement::view)
                .sorted(java.util.Comparator.comparingInt(s -> -s.articleCount()))
                .toList();
    }

    @Transactional(readOnly = true)
    StatementView get(UUID id) {
        return find(id).view();
    }

    @Transactional(readOnly = true)
    List<StatementView> list(
            @Nullable UUID callId,
            @Nullable String saidBy,
            @Nullable String onBehalfOf,
            @Nullable QuoteType quoteType,
            @Nullable String q,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most) {
        return statements
                .list(
                        callId,
                        saidBy,
                        onBehalfOf,
                        quoteType == null ? null : quoteType.name(),
                        q,
                        beforeTime,
                        beforeId,
                        most)
                .stream()
                .map(Statement::view)
                .toList();
    }

    /** Rules it to be no statement of its call; the ruling outlives every reconciling. */
    @Transactional
    void remove(UUID id, Signature by) {
        Statement statement = find(id);
        decisions.ruleOut(
                statement.callId(),
                statement.view().text(),
                statement.view().variants().stream()
                        .map(StatementVariants.Variant::text)
                        .toList(),
                by);
    }

    private Statement find(UUID id) {
        return statements.findById(id).orElseThrow(() -> Problem.notFound("statement", id));
    }
}
