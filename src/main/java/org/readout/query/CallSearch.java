package org.readout.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.readout.call.Settled;
import org.readout.platform.Cursor;
import org.readout.platform.Times;
import org.readout.query.words.WordFrequency;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds calls by what their records say; one statement each, so that none of them needs a transaction. */
@Repository
class CallSearch {

    /** The answer as it is kept or, where that has another form, what it is made of. */
    private static final String NOW = """
            c.id,
            case when c.answer_form = :form then c.answer end as answer,
            case when c.answer_form = :form then null else c.version end as version,
            case when c.answer_form = :form then null else c.created_at end as created_at,
            case when c.answer_form = :form then null else c.updated_at end as updated_at,
            case when c.answer_form = :form then null else cast(c.record as text) end as record""";

    private static final String THEN =
            "c.call_id as id, c.version, c.created_at, c.updated_at, null as answer, cast(c.record as text) as record";

    private final NamedParameterJdbcTemplate jdbc;
    private final WordFrequency frequency;
    private final Answers answers;

    CallSearch(NamedParameterJdbcTemplate jdbc, WordFrequency frequency, Answers answers) {
        this.frequency = frequency;
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /**
     * A call as a list has it.
     *
     * @param key what it is sorted by
     */
    record Row(UUID id, Object key, CallView.Answered answer) {}

    /** A call by itself. */
    record One(long version, CallView.Answered answer) {}

    /** At most so many calls of the filter, sorted, after the first {@code from}. */
    List<Row> list(CallFilter filter, CallSort sort, int from, int most) {
        String words = filter.words();
        int first = words == null || sort.isRanking() ? 0 : frequency.callsToTry(words, most);
        if (first > 0) {
            String met = "select " + NOW + ", c.key " + filter.among(sort, first) + " limit " + most;
            List<Row> found = rows("select * from (" + met + ") f" + sort.by("f.key", "f.id"), filter, sort);
            if (found.size() == most) {
                return found;
            }
        }
        return rows(
                "select " + (filter.isNow() ? NOW : THEN) + ", " + filter.key(sort) + " as key " + filter.from()
                        + filter.order(sort) + " limit " + most + (from == 0 ? "" : " offset " + from),
                filter,
                sort);
    }

    /** The place of the call that is the {@code number}th of the filter, the first being 1; empty where there are no more. */
    Optional<Cursor> place(CallFilter filter, CallSort sort, int number) {
        return jdbc
                .query(
                        "select " + filter.key(sort) + " as key, c.id " + filter.from() + filter.order(sort)
                                + " limit 1 offset " + (number - 1),
                        filter.bound(),
                        (rs, row) -> CallSort.at(sort.of().of(rs), rs.getObject("id", UUID.class)))
                .stream()
                .findFirst();
    }

    private List<Row> rows(String sql, CallFilter filter, CallSort sort) {
        Map<String, Object> bound = filter.bound();
        bound.put("form", answers.form());
        return jdbc.query(
                sql,
                bound,
                (rs, row) -> new Row(rs.getObject("id", UUID.class), sort.of().of(rs), answer(rs)));
    }

    /** A call with its version, if reports tell of it and it is no other's by now. */
    Optional<One> one(UUID id) {
        return jdbc
                .getJdbcOperations()
                .query(
                        "select version, case when answer_form = ? then answer end as answer from call_record"
                                + " where id = ? and record is not null",
                        (rs, row) -> {
                            byte[] kept = rs.getBytes("answer");
                            return Optional.ofNullable(
                                    kept == null ? null : new One(rs.getLong("version"), new CallView.Answered(kept)));
                        },
                        answers.form(),
                        id)
                .stream()
                .findFirst()
                .flatMap(kept -> kept.or(() -> made(id)));
    }

    /** A call whose kept answer has another form. */
    private Optional<One> made(UUID id) {
        return jdbc
                .query(
                        "select c.version as now, " + NOW
                                + " from call_record c where c.id = :id and c.record is not null",
                        Map.of("id", id, "form", answers.form()),
                        (rs, row) -> new One(rs.getLong("now"), answer(rs)))
                .stream()
                .findFirst();
    }

    private CallView.Answered answer(ResultSet rs) throws SQLException {
        byte[] kept = rs.getBytes("answer");
        return kept != null
                ? new CallView.Answered(kept)
                : CallView.Answered.of(answers.json(
                        rs.getObject("id", UUID.class),
                        rs.getLong("version"),
                        time(rs, "created_at"),
                        time(rs, "updated_at"),
                        Settled.of(rs.getString("record"))));
    }

    private static Instant time(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(Times.of(rs, column));
    }

    /** Days before one on which the record of a call changed, the latest first. */
    List<LocalDate> daysOfChange(LocalDate before, int most) {
        return jdbc.queryForList("""
                        select distinct cast(updated_at at time zone 'UTC' as date) as day from call_revision
                        where updated_at < cast(:before as timestamp) at time zone 'UTC' order by day desc limit :most""", Map.of("before", before, "most", most), LocalDate.class);
    }

    long count(CallFilter filter) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) " + filter.from(), filter.bound(), Long.class));
    }
}
