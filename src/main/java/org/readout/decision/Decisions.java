package org.readout.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Listing;
import org.readout.platform.Listings;
import org.readout.platform.Locks;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.readout.reconciliation.PropertyRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that people decided, on record for good. What follows from a decision for calls and leaders is the caller's. */
@Component
@Transactional
public class Decisions {

    private static final Listing.Order<Decision> LATEST = Listing.Order.latest(
            "made_at", d -> DecisionView.of(d).madeAt(), d -> DecisionView.of(d).id());

    private final DecisionRepository rows;
    private final Listings listings;
    private final Locks locks;
    private final Feed feed;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Decisions(DecisionRepository rows, Listings listings, Locks locks, Feed feed, JdbcTemplate jdbc, Clock clock) {
        this.rows = rows;
        this.listings = listings;
        this.locks = locks;
        this.feed = feed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else decides, or works on any call. */
    public void lock() {
        locks.takeAlone(Locks.Level.DECISIONS);
    }

    /**
     * Enters a decision.
     *
     * @param on the reports that it is on, or that were known when it was made, each with the people whom it names
     * @param apart those on the other side, of a decision on two sets of reports
     */
    public DecisionView enter(
            DecisionKind kind,
            @Nullable UUID callId,
            @Nullable PropertyRule<?, ?> property,
            Object value,
            Signature by,
            Map<UUID, UUID> on,
            Map<UUID, UUID> apart) {
        Instant now = now();
        Decision made = rows.saveAndFlush(new Decision(kind, callId, property, DecisionJson.write(value), by, now));
        List<Object[]> sides = new ArrayList<>();
        on.forEach((report, people) -> sides.add(new Object[] {made.id(), report, 0, people}));
        apart.forEach((report, people) -> sides.add(new Object[] {made.id(), report, 1, people}));
        jdbc.batchUpdate(
                "insert into decision_report (decision_id, report_id, side, people_id) values (?, ?, ?, ?)", sides);
        feed.add(Change.Subject.DECISION, made.id(), Change.Kind.ADDED, null, now);
        return DecisionView.of(made);
    }

    /** Notes that a decision no longer stands. */
    public DecisionView close(UUID id, @Nullable String by) {
        Instant now = now();
        Decision d = rows.findById(id).orElseThrow(() -> Problem.notFound("decision", id));
        d.undo(by, now);
        rows.saveAndFlush(d);
        feed.add(Change.Subject.DECISION, d.id(), Change.Kind.UNDONE, null, now);
        return DecisionView.of(d);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The reports that a decision is on: 1 for those on the other side of two sets, else 0. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> sides(UUID decision) {
        Map<UUID, Integer> out = new HashMap<>();
        jdbc.query(
                "select report_id, side from decision_report where decision_id = ?",
                rs -> {
                    out.put(rs.getObject(1, UUID.class), rs.getInt(2));
                },
                decision);
        return out;
    }

    @Transactional(readOnly = true)
    public DecisionView get(UUID id) {
        return rows.findById(id).map(DecisionView::of).orElseThrow(() -> Problem.notFound("decision", id));
    }

    /** What stands decided on a property of these calls, which are one now. */
    @Transactional(readOnly = true)
    public Optional<DecisionView> standing(Collection<UUID> calls, PropertyRule<?, ?> property) {
        return everOn(calls).stream()
                .filter(d -> d.standing() && property.name().equals(d.property()))
                .findFirst();
    }

    /** Every decision on these calls, the latest first. */
    @Transactional(readOnly = true)
    public List<DecisionView> everOn(Collection<UUID> calls) {
        return rows.everOn(calls).stream().map(DecisionView::of).toList();
    }

    /** Decisions, the latest first, {@code most} of them after the place given. */
    @Transactional(readOnly = true)
    public Page<DecisionView> list(
            @Nullable DecisionKind kind,
            @Nullable String who,
            @Nullable Boolean standing,
            Paging paging,
            boolean counted) {
        Listing<Decision> asked = new Listing<>(Decision.class, "from decision t", LATEST)
                .where("t.kind = :kind", "kind", kind == null ? null : kind.name())
                .where("t.who = :who", "who", who)
                .where("(t.undone_at is null) = :standing", "standing", standing);
        return listings.page(asked, paging, counted).map(DecisionView::of);
    }
}
