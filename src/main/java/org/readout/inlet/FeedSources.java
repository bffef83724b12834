package org.readout.inlet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.platform.Ids;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Feeds as the database keeps them. */
@Repository
class FeedSources {

    /** What a poll came to. */
    record Polled(
            @Nullable String etag,
            @Nullable String lastModified,
            int fresh,
            @Nullable String error,
            boolean failed,
            boolean gone,
            Duration pause) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FeedSources(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    FeedSource add(String url, @Nullable String publisher, ArticleKind kind, int minutes) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        try {
            jdbc.update(
                    "insert into feed_source (id, url, publisher, kind, minutes, next_poll_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    url,
                    publisher,
                    kind.name(),
                    minutes,
                    Times.sql(now),
                    Times.sql(now),
                    Times.sql(now));
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("There is a feed with this address already.");
        }
        return get(id);
    }

    @Transactional(readOnly = true)
    FeedSource get(UUID id) {
        return jdbc.query("select * from feed_source where id = ?", FeedSources::row, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("feed", id));
    }

    /** Those after an id in order. */
    @Transactional(readOnly = true)
    List<FeedSource> list(@Nullable UUID after, int most) {
        return jdbc.query(
                "select * from feed_source where cast(? as uuid) is null or id > ? order by id limit ?",
                FeedSources::row,
                after,
                after,
                most);
    }

    @Transactional
    FeedSource amend(UUID id, FeedCommand to) {
        Instant now = clock.instant();
        boolean again = Boolean.TRUE.equals(to.enabled());
        try {
            int found = jdbc.update(
                    """
                    update feed_source set url = coalesce(?, url), publisher = coalesce(?, publisher), kind = coalesce(?, kind),
                           minutes = coalesce(?, minutes), version = version + 1, updated_at = ?,
                           disabled_at = case cast(? as boolean) when true then null when false then coalesce(disabled_at, ?) else disabled_at end,
                           failures = case when ? then 0 else failures end,
                           next_poll_at = case when ? then ? else next_poll_at end
                    where id = ?""",
                    to.url(),
                    to.publisher(),
                    to.kind() == null ? null : to.kind().name(),
                    to.minutes(),
                    Times.sql(now),
                    to.enabled(),
                    Times.sql(now),
                    again,
                    again,
                    Times.sql(now),
                    id);
            if (found == 0) {
                throw Problem.notFound("feed", id);
            }
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("There is a feed with this address already.");
        }
        return get(id);
    }

    @Transactional
    void remove(UUID id) {
        if (jdbc.update("delete from feed_source where id = ?", id) == 0) {
            throw Problem.notFound("feed", id);
        }
    }

    /** Takes one that is due; other instances pass it by for that time. */
    @Transactional
    Optional<FeedSource> lease(Duration time) {
        Instant now = clock.instant();
        return jdbc.query("""
                        update feed_source set leased_until = ? where id = (
                          select id from feed_source
                          where disabled_at is null and next_poll_at <= ? and (leased_until is null or leased_until < ?)
                          order by next_poll_at, id limit 1 for update skip locked)
                        returning *""", FeedSources::row, Times.sql(now.plus(time)), Times.sql(now), Times.sql(now)).stream()
                .findFirst();
    }

    @Transactional
    void polled(UUID id, Polled poll) {
        Instant now = clock.instant();
        jdbc.update(
                """
                update feed_source set etag = ?, last_modified = ?, polled_at = ?, next_poll_at = ?, articles = articles + ?,
                       failures = case when ? then failures + 1 else 0 end, last_error = ?, leased_until = null,
                       disabled_at = case when ? then ? else disabled_at end
                where id = ?""",
                poll.etag(),
                poll.lastModified(),
                Times.sql(now),
                Times.sql(now.plus(poll.pause())),
                poll.fresh(),
                poll.failed(),
                poll.error(),
                poll.gone(),
                Times.sql(now),
                id);
    }

    private static FeedSource row(ResultSet rs, int n) throws SQLException {
        return new FeedSource(
                rs.getObject("id", UUID.class),
                rs.getString("url"),
                rs.getString("publisher"),
                ArticleKind.valueOf(rs.getString("kind")),
                rs.getInt("minutes"),
                rs.getString("etag"),
                rs.getString("last_modified"),
                rs.getTimestamp("next_poll_at").toInstant(),
                Times.of(rs, "polled_at"),
                rs.getLong("articles"),
                rs.getInt("failures"),
                rs.getString("last_error"),
                Times.of(rs, "disabled_at"),
                rs.getLong("version"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("updated_at").toInstant());
    }
}
