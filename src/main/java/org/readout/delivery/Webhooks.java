package org.readout.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.platform.Ids;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Webhooks as the database keeps them; what is left to post stands in the feed. */
@Repository
class Webhooks {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Webhooks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    Webhook add(String url, String secret, List<Change.Subject> subjects, long after) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        jdbc.update(
                "insert into webhook (id, url, secret, subjects, last_seq, next_attempt_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                url,
                secret,
                names(subjects),
                after,
                Times.sql(now),
                Times.sql(now),
                Times.sql(now));
        return get(id);
    }

    @Transactional(readOnly = true)
    Webhook get(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("webhook", id));
    }

    private Optional<Webhook> find(UUID id) {
        return jdbc.query("select * from webhook where id = ?", Webhooks::row, id).stream()
                .findFirst();
    }

    /** Those after an id in order. */
    @Transactional(readOnly = true)
    List<Webhook> list(@Nullable UUID after, int most) {
        return jdbc.query(
                "select * from webhook where cast(? as uuid) is null or id > ? order by id limit ?",
                Webhooks::row,
                after,
                after,
                most);
    }

    @Transactional
    Webhook amend(UUID id, @Nullable String url, @Nullable List<Change.Subject> subjects, @Nullable Boolean enabled) {
        Instant now = clock.instant();
        int found = jdbc.update(
                """
                update webhook set url = coalesce(?, url), subjects = coalesce(?, subjects), version = version + 1, updated_at = ?,
                       disabled_at = case cast(? as boolean) when true then null when false then coalesce(disabled_at, ?) else disabled_at end,
                       attempts = case when ? then 0 else attempts end,
                       next_attempt_at = case when ? then ? else next_attempt_at end
                where id = ?""",
                url,
                subjects == null ? null : names(subjects),
                Times.sql(now),
                enabled,
                Times.sql(now),
                Boolean.TRUE.equals(enabled),
                Boolean.TRUE.equals(enabled),
                Times.sql(now),
                id);
        if (found == 0) {
            throw Problem.notFound("webhook", id);
        }
        return get(id);
    }

    @Transactional
    void remove(UUID id) {
        if (jdbc.update("delete from webhook where id = ?", id) == 0) {
            throw Problem.notFound("webhook", id);
        }
    }

    /** Takes one for a while for which something is due; other instances pass it by until then. */
    @Transactional
    Optional<Webhook> lease(Duration time) {
        Instant now = clock.instant();
        return jdbc.query("""
                        update webhook set leased_until = ? where id = (
                          select id from webhook
                          where disabled_at is null and next_attempt_at <= ? and (leased_until is null or leased_until < ?)
                            and last_seq < (select coalesce(max(seq), 0) from change)
                          order by next_attempt_at, id limit 1 for update skip locked)
                        returning *""", Webhooks::row, Times.sql(now.plus(time)), Times.sql(now), Times.sql(now)).stream()
                .findFirst();
    }

    /** Notes that the changes up to a number were taken; the lease holds until {@code over}. */
    @Transactional
    void taken(UUID id, long seq, boolean posted, boolean over) {
        Instant now = clock.instant();
        jdbc.update("""
                update webhook set last_seq = greatest(last_seq, ?), attempts = 0, failing_since = null, last_error = null, next_attempt_at = ?,
                       delivered_at = case when ? then ? else delivered_at end,
                       leased_until = case when ? then null else leased_until end
                where id = ?""", seq, Times.sql(now), posted, Times.sql(now), over, id);
    }

    /**
     * Notes that a change was not taken.
     *
     * @param wait until the next attempt; null when there is to be none
     */
    @Transactional
    void refused(UUID id, String error, @Nullable Duration wait) {
        Instant now = clock.instant();
        jdbc.update(
                """
                update webhook set attempts = attempts + 1, failing_since = coalesce(failing_since, ?), last_error = ?,
                       next_attempt_at = ?, disabled_at = case when ? then ? else disabled_at end, leased_until = null
                where id = ?""",
                Times.sql(now),
                error,
                Times.sql(wait == null ? now : now.plus(wait)),
                wait == null,
                Times.sql(now),
                id);
    }

    private static String[] names(List<Change.Subject> subjects) {
        return subjects.stream().map(Enum::name).distinct().toArray(String[]::new);
    }

    private static Webhook row(ResultSet rs, int n) throws SQLException {
        return new Webhook(
                rs.getObject("id", UUID.class),
                rs.getString("url"),
                rs.getString("secret"),
                Arrays.stream((String[]) rs.getArray("subjects").getArray())
                        .map(Change.Subject::valueOf)
                        .toList(),
                rs.getLong("last_seq"),
                rs.getInt("attempts"),
                rs.getTimestamp("next_attempt_at").toInstant(),
                Times.of(rs, "delivered_at"),
                Times.of(rs, "failing_since"),
                rs.getString("last_error"),
                Times.of(rs, "disabled_at"),
                rs.getLong("version"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("updated_at").toInstant());
    }
}
