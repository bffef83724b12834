package org.readout.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Caller;
import org.readout.platform.Locks;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers changes so that whoever has read up to a number has missed none before it, and those of one thing in the order
 * of their commits. What changed is collected and written just before the commit; it is read up to the first number that
 * a transaction under way may have taken.
 */
@Service
public class Feed {

    private static final String NUMBERS = "change_seq_seq";
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final Locks locks;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Feed(Locks locks, JdbcTemplate jdbc, JsonMapper json, MeterRegistry meters) {
        this.meters = meters;
        this.locks = locks;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Enters a change without a cause of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Change.Subject subject, Object id, Change.Kind kind, @Nullable Object replacedBy, Instant at) {
        add(subject, id, kind, null, replacedBy, null, List.of(), at);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            Change.Subject subject,
            Object id,
            Change.Kind kind,
            @Nullable Long version,
            @Nullable Object replacedBy,
            @Nullable Cause cause,
            List<Difference> differences,
            Instant at) {
        pending().rows.add(new Object[] {
            Times.sql(at),
            subject.name(),
            id.toString(),
            kind.name(),
            version,
            replacedBy == null ? null : replacedBy.toString(),
            cause == null ? null : cause.json(),
            cause != null && cause.who() != null ? cause.who() : Caller.name(),
            json.writeValueAsString(differences)
        });
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Pending made = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(made);
                    return made;
                });
    }

    /** What the transaction has changed so far. */
    private final class Pending implements TransactionSynchronization {
        private final List<Object[]> rows = new ArrayList<>();

        @Override
        public void afterCommit() {
            rows.forEach(row -> meters.counter(
                            "readout.changes", "subject", String.valueOf(row[1]), "kind", String.valueOf(row[3]))
                    .increment());
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            locks.shareMarked(Locks.Level.FEED, NUMBERS);
            jdbc.batchUpdate(
                    "insert into change (at, subject, id, kind, version, replaced_by, cause, who, differences) values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as jsonb))",
                    rows);
        }
    }

    /** The number that the next changes come after; 0 where there were none. */
    @Transactional(readOnly = true)
    public long last() {
        return locks.settled(Locks.Level.FEED, NUMBERS);
    }

    /** Changes in their order, {@code most} of them after the number given. */
    @Transactional(readOnly = true)
    public List<Change> list(
            long after, Change.@Nullable Subject subject, @Nullable String id, @Nullable Instant since, int most) {
        List<Object> bound = new ArrayList<>(List.of(after, locks.settled(Locks.Level.FEED, NUMBERS)));
        String where = "seq > ? and seq <= ?";
        if (subject != null) {
            where += " and subject = ?";
            bound.add(subject.name());
        }
        if (id != null) {
            where += " and id = ?";
            bound.add(id);
        }
        if (since != null) {
            where += " and at >= ?";
            bound.add(Times.sql(since));
        }
        bound.add(most);
        return jdbc.query(
                "select seq, at, subject, id, kind, version, replaced_by, cast(cause as text) as cause, who, cast(differences as text) as differences from change where "
                        + where + " order by seq limit ?",
                (rs, row) -> {
                    String cause = rs.getString("cause");
                    return new Change(
                            rs.getLong("seq"),
                            rs.getTimestamp("at").toInstant(),
                            Change.Subject.valueOf(rs.getString("subject")),
                            rs.getString("id"),
                            Change.Kind.valueOf(rs.getString("kind")),
                            rs.getObject("version", Long.class),
                            rs.getString("replaced_by"),
                            cause == null ? null : Cause.of(cause),
                            rs.getString("who"),
                            json.readValue(rs.getString("differences"), DIFFERENCES));
                },
                bound.toArray());
    }
}
