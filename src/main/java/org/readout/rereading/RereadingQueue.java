package org.readout.rereading;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Cause;
import org.readout.platform.Times;
import org.readout.reconciliation.Reconciler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is left to read and to settle, as the database keeps it. */
@Repository
class RereadingQueue {

    /** A rereading of all articles. */
    static final String STORE = "STORE";

    /** A rereading of some articles. */
    static final String ARTICLES = "ARTICLES";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RereadingQueue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(UUID id, String scope, Cause cause, Collection<UUID> articles) {
        jdbc.update(
                "insert into rereading (id, scope, cause, rules_version, started_at, articles) values (?, ?, cast(? as jsonb), ?, ?, ?)",
                id,
                scope,
                cause.json(),
                Reconciler.RULES_VERSION,
                Times.sql(clock.instant()),
                articles.size());
        jdbc.update(
                "insert into rereading_article (rereading_id, article_id) select ?, unnest(?)",
                id,
                articles.toArray(UUID[]::new));
    }

    /** Those that are not done, of one scope or of any, the earliest first. */
    List<UUID> open(@Nullable String scope) {
        return jdbc.queryForList(
                "select id from rereading where finished_at is null and (cast(? as text) is null or scope = ?) order by started_at, id",
                UUID.class,
                scope,
                scope);
    }

    /** How many articles all rereadings have to read. */
    long articlesLeft() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from rereading_article", Long.class));
    }

    List<UUID> nextArticles(UUID id, int most) {
        return jdbc.queryForList(
                "select article_id from rereading_article where rereading_id = ? order by article_id limit ?",
                UUID.class,
                id,
                most);
    }

    /** Takes articles from the queue; answers those that were still in it. */
    Set<UUID> take(UUID id, Collection<UUID> articles) {
        return new HashSet<>(jdbc.queryForList(
                "delete from rereading_article where rereading_id = ? and article_id = any (?) returning article_id",
                UUID.class,
                id,
                articles.toArray(UUID[]::new)));
    }

    /** Notes what some articles came to; {@code last} when none is left to read. */
    void read(UUID id, int articles, int differing, int failed, Collection<UUID> people, boolean last) {
        jdbc.update(
                "insert into rereading_people (rereading_id, people_id) select ?, unnest(?) on conflict do nothing",
                id,
                people.toArray(UUID[]::new));
        jdbc.update("""
                update rereading set articles_read = articles_read + ?, differing = differing + ?, failed = failed + ?,
                       read_at = ?, people = (select count(*) from rereading_people where rereading_id = ?)
                where id = ?
                """, articles, differing, failed, last ? Times.sql(clock.instant()) : null, id, id);
    }

    Optional<UUID> nextPeople(UUID id) {
        return jdbc
                .queryForList(
                        "select people_id from rereading_people where rereading_id = ? order by people_id limit 1",
                        UUID.class,
                        id)
                .stream()
                .findFirst();
    }

    /** Notes that the calls of these people are settled. */
    void settled(UUID id, UUID people, int callsChanged) {
        jdbc.update("delete from rereading_people where rereading_id = ? and people_id = ?", id, people);
        jdbc.update(
                "update rereading set people_done = people_done + 1, calls_changed = calls_changed + ? where id = ?",
                callsChanged,
                id);
    }

    /** Notes that all is done; false where that was noted before. */
    boolean finish(UUID id) {
        return jdbc.update(
                        "update rereading set finished_at = ? where id = ? and finished_at is null",
                        Times.sql(clock.instant()),
                        id)
                > 0;
    }

    Cause cause(UUID id) {
        return Cause.of(Objects.requireNonNull(
                jdbc.queryForObject("select cast(cause as text) from rereading where id = ?", String.class, id)));
    }

    Progress progress(UUID id) {
        return jdbc.query(Progress.SELECT + " where id = ?", Progress.ROW, id).get(0);
    }

    /** The last one that was begun. */
    Optional<Progress> latest() {
        return jdbc.query(Progress.SELECT + " order by started_at desc, id desc limit 1", Progress.ROW).stream()
                .findFirst();
    }
}
