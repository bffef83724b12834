package org.readout.call;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Difference;
import org.readout.feed.Feed;
import org.readout.platform.Times;
import org.readout.reconciliation.StatementCluster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** Keeps every record that a call had, when, and why it changed. */
@Component
class CallHistory {

    /** Characters of a record from which on a past one is kept without its evidence. */
    private static final int LARGE = 10_000;

    private static final String KEEP = """
            with past as (update call_revision set superseded_at = ? where call_id = ? and superseded_at is null),
                 it as (select * from call_record where id = ?),
                 gone as (update call_article m set until_version = it.version from it
                           where m.call_id = it.id and m.until_version is null and m.article_id <> all (it.articles)),
                 came as (insert into call_article (call_id, article_id, from_version)
                          select it.id, a.id, it.version from it cross join unnest(it.articles) as a (id)
                          except select m.call_id, m.article_id, it.version from it join call_article m on m.call_id = it.id
                           where m.until_version is null)
            insert into call_revision (
                     call_id, version, updated_at, superseded_at, cause, changed, status, medium, date_edtf, date_earliest,
                     date_latest, duration_low, duration_best, duration_high, participants, countries, publishers,
                     initiators, topics, offices, origin_count,
                     outcomes, dissent, rules_version, record, evidence, merged_into, emptied_at, created_at)
              select id, version, updated_at, null, cast(? as jsonb), ?, status, medium, date_edtf, date_earliest,
                     date_latest, duration_low, duration_best, duration_high, participants, countries, publishers,
                     initiators, topics, offices, origin_count,
                     outcomes, dissent, rules_version, record, null, merged_into, emptied_at, created_at
                from it
            """;

    private final UnitOfWork work;
    private final JdbcTemplate jdbc;
    private final Feed feed;
    private final MeterRegistry meters;

    CallHistory(UnitOfWork work, JdbcTemplate jdbc, Feed feed, MeterRegistry meters) {
        this.meters = meters;
        this.work = work;
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** Keeps the records that calls have now beside those that they had. */
    void keep(List<Revised> revised, Function<Call, Cause> cause) {
        work.write();
        countAfterCommit(List.copyOf(revised));
        lighten(revised);
        jdbc.batchUpdate(KEEP, revised.stream().map(r -> row(r, cause)).toList());
        for (Revised r : revised) {
            Call call = r.call();
            feed.add(
                    Change.Subject.CALL,
                    call.callId(),
                    r.kind(),
                    call.version(),
                    call.mergedInto(),
                    cause.apply(call),
                    r.told(),
                    call.updatedAt());
        }
    }

    /** Counts outcomes once they stand: what is undone was none. */
    private void countAfterCommit(List<Revised> revised) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                revised.stream()
                        .flatMap(r -> r.differences().stream())
                        .filter(d -> d.outcomeAfter() != null)
                        .forEach(d -> meters.counter(
                                        "readout.outcomes",
                                        "property",
                                        d.property(),
                                        "outcome",
                                        String.valueOf(d.outcomeAfter()))
                                .increment());
            }
        });
    }

    private static Object[] row(Revised r, Function<Call, Cause> cause) {
        Call call = r.call();
        return new Object[] {
            Times.sql(call.updatedAt()),
            call.callId(),
            call.callId(),
            cause.apply(call).json(),
            r.changed()
        };
    }

    /** Keeps the records before, where they are large, without the evidence that they share with those now. */
    private void lighten(List<Revised> revised) {
        jdbc.batchUpdate(
                "update call_revision set record = cast(? as jsonb), evidence = cast(? as jsonb) where call_id = ? and superseded_at is null",
                revised.stream()
                        .filter(r -> r.past() != null)
                        .map(r -> row(Objects.requireNonNull(r.past()), r.call()))
                        .toList());
    }

    private static Object[] row(Past past, Call call) {
        return new Object[] {past.bare(), past.evidence(), call.callId()};
    }

    /**
     * A large record as it is kept once there is another.
     *
     * @param bare without its evidence
     * @param evidence how that is had from the next record's
     */
    private record Past(String bare, String evidence) {}

    /** What the reports came to in a past record, with its evidence. */
    Settled whole(CallRevision revision) {
        List<JsonNode[]> later = new ArrayList<>();
        for (long version = revision.version(); ; version++) {
            JsonNode[] row = jdbc.queryForObject(
                    "select cast(record as text), cast(evidence as text) from call_revision where call_id = ? and version = ?",
                    (rs, n) -> new JsonNode[] {RecordJson.tree(rs.getString(1)), RecordJson.tree(rs.getString(2))},
                    revision.callId(),
                    version);
            later.add(Objects.requireNonNull(row));
            if (Objects.requireNonNull(row)[1].isMissingNode()) {
                break;
            }
        }
        JsonNode whole = later.get(later.size() - 1)[0];
        for (int i = later.size() - 2; i >= 0; i--) {
            whole = Evidence.restore(later.get(i)[0], later.get(i)[1], whole);
        }
        return RecordJson.settled(whole.toString());
    }

    /** A call with another record than before. */
    record Revised(
            Call call,
            List<StatementCluster> statements,
            @Nullable Past past,
            Change.Kind kind,
            List<Difference> differences) {

        /** Compares a record with the one before; null where there was none. */
        static Revised of(Call call, List<StatementCluster> statements, @Nullable String before, boolean first) {
            Change.Kind kind = call.mergedInto() != null
                    ? Change.Kind.MERGED
                    : !call.live()
                            ? Change.Kind.EMPTIED
                            : before != null ? Change.Kind.CHANGED : first ? Change.Kind.ADDED : Change.Kind.RESTORED;
            JsonNode is = call.content() == null ? null : RecordJson.tree(call.content());
            JsonNode bare = null;
            Past past = null;
            if (before != null) {
                JsonNode was = RecordJson.tree(before);
                bare = Evidence.without(was);
                if (is != null && before.length() >= LARGE) {
                    past = new Past(bare.toString(), Evidence.fromNext(was, is).toString());
                }
            }
            return new Revised(
                    call, statements, past, kind, RecordDifferences.of(bare, is == null ? null : Evidence.without(is)));
        }

        /** What the feed says of it; of what came or went nothing. */
        List<Difference> told() {
            return kind == Change.Kind.CHANGED ? differences : List.of();
        }

        String[] changed() {
            return differences.stream().map(Difference::property).toArray(String[]::new);
        }
    }
}
