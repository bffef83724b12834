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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallReconciled;
import org.readout.call.CallsReconciled;
import org.readout.claim.QuoteType;
import org.readout.platform.Listing;
import org.readout.platform.Listings;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.readout.reconciliation.StatementCluster;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the statements of the calls as their records give them; a statement keeps its id while it keeps a wording. */
@Service
public class StatementService {

    private static final Listing.Order<Statement> NEWEST = Listing.Order.latest(
            "created_at", s -> s.view().createdAt(), s -> s.view().id());

    private final StatementRepository statements;
    private final EntityManager entities;
    private final Listings listings;
    private final Clock clock;

    StatementService(StatementRepository statements, EntityManager entities, Listings listings, Clock clock) {
        this.listings = listings;
        this.statements = statements;
        this.entities = entities;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void reconciled(CallsReconciled event) {
        List<UUID> known = event.known();
        Map<UUID, List<Statement>> before = known.isEmpty()
                ? Map.of()
                : statements.ofCalls(known.toArray(UUID[]::new)).stream()
                        .collect(Collectors.groupingBy(Statement::callId));
        Instant now = clock.instant();
        List<Statement> gone = new ArrayList<>();
        for (CallReconciled call : event.calls()) {
            List<Statement> held = before.getOrDefault(call.callId(), List.of());
            List<Statement> kept = keep(call, held, now);
            held.stream().filter(s -> !kept.contains(s)).forEach(gone::add);
        }
        statements.deleteAll(gone);
    }

    /** The statements of a call now: those held that keep a wording, and new ones. */
    private List<Statement> keep(CallReconciled call, List<Statement> before, Instant now) {
        Map<String, Statement> held = new HashMap<>();
        before.forEach(s -> s.view().variants().forEach(v -> held.put(v.key(), s)));
        List<Statement> kept = new ArrayList<>();
        for (StatementCluster cluster : call.statements()) {
            StatementVariants wordings = StatementVariants.of(cluster);
            Statement same = wordings.variants().stream()
                    .map(v -> held.get(v.key()))
                    .filter(Objects::nonNull)
                    .filter(s -> !kept.contains(s))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                same = new Statement(call, cluster, wordings, now);
                entities.persist(same);
            } else {
                same.take(call, cluster, wordings);
            }
            kept.add(same);
        }
        return kept;
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
    Page<StatementView> list(
            StatementQuery query,
            String @Nullable [] participants,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String saidBy,
            @Nullable String onBehalfOf,
            Paging paging,
            boolean counted) {
        QuoteType type = query.quoteType();
        Listing<Statement> asked = new Listing<>(Statement.class, "from statement t", NEWEST)
                .where("t.call_id = :callId", "callId", query.callId())
                .where("md5(t.said_by) = md5(:saidBy) and t.said_by = :saidBy", "saidBy", saidBy)
                .where("t.on_behalf_of = :onBehalfOf", "onBehalfOf", onBehalfOf)
                .where("position(lower(:relayedBy) in lower(t.relayed_by)) > 0", "relayedBy", query.relayedBy())
                .where("t.participants @> cast(:participants as text[])", "participants", participants)
                .where("t.date_latest >= :from", "from", from)
                .where("t.date_earliest <= :to", "to", to)
                .where("t.publishers @> array[lower(:publisher)]", "publisher", query.publisher())
                .where("t.quote_type = :quoteType", "quoteType", type == null ? null : type.name())
                .where("t.search @@ text_query(:q)", "q", query.q());
        return listings.page(asked, paging, counted).map(Statement::view);
    }

    private Statement find(UUID id) {
        return statements.findById(id).orElseThrow(() -> Problem.notFound("statement", id));
    }
}
