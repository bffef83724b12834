package org.readout.statement;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallReconciled;
import org.readout.claim.QuoteType;
import org.readout.platform.Problem;
import org.readout.reconciliation.StatementCluster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the statements of the calls as their records give them; a statement keeps its id while it keeps a wording. */
@Service
public class StatementService {

    private final StatementRepository statements;
    private final EntityManager entities;
    private final Clock clock;

    StatementService(StatementRepository statements, EntityManager entities, Clock clock) {
        this.statements = statements;
        this.entities = entities;
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
                same = new Statement(event, cluster, now);
                entities.persist(same);
            } else {
                same.take(event, cluster);
            }
            kept.add(same);
        }
        statements.deleteAll(before.stream().filter(s -> !kept.contains(s)).toList());
    }

    /** The statements of a call, those of most articles first. */
    @Transactional(readOnly = true)
    public List<StatementView> ofCall(UUID callId) {
        return statements.findByCallIdOrderByCreatedAtAscIdAsc(callId).stream()
                .map(Statement::view)
                .sorted(Comparator.comparingInt(s -> -s.articleCount()))
                .toList();
    }

    @Transactional(readOnly = true)
    public StatementView get(UUID id) {
        return find(id).view();
    }

    @Transactional(readOnly = true)
    List<StatementView> list(
            StatementQuery query,
            String @Nullable [] participants,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String saidBy,
            @Nullable String onBehalfOf,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most) {
        QuoteType type = query.quoteType();
        return statements
                .list(
                        query.callId(),
                        participants,
                        from,
                        to,
                        query.publisher(),
                        saidBy,
                        onBehalfOf,
                        query.relayedBy(),
                        type == null ? null : type.name(),
                        query.q(),
                        beforeTime,
                        beforeId,
                        most)
                .stream()
                .map(Statement::view)
                .toList();
    }

    private Statement find(UUID id) {
        return statements.findById(id).orElseThrow(() -> Problem.notFound("statement", id));
    }
}
