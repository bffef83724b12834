package org.readout.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Ids;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keys as the database keeps them: hashed, and never deleted, so that what was done with one keeps its name. */
@Repository
class ApiKeys {

    /** How exactly the last use is known: a key in use is written to so often and no oftener. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ApiKeys(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    ApiKey add(String name, Role role, @Nullable Instant expiresAt, @Nullable String by) {
        String key = KeyText.next();
        ApiKey made = new ApiKey(Ids.next(), name, role, key, by, clock.instant(), expiresAt, null, null, null);
        jdbc.update(
                "insert into api_key (id, name, role, hash, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                name,
                role.name(),
                KeyText.hash(key),
                by,
                Times.sql(made.createdAt()),
                expiresAt == null ? null : Times.sql(expiresAt));
        return made;
    }

    /** The key of these words, if it is good now; notes that it was used. */
    Optional<ApiKey> use(String words) {
        Instant now = clock.instant();
        Optional<ApiKey> key =
                jdbc.query("select * from api_key where hash = ?", ApiKeys::row, (Object) KeyText.hash(words)).stream()
                        .findFirst()
                        .filter(k -> k.isGoodAt(now));
        key.filter(k -> k.lastUsedAt() == null
                        || k.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now))
                .ifPresent(
                        k -> jdbc.update("update api_key set last_used_at = ? where id = ?", Times.sql(now), k.id()));
        return key;
    }

    /** Whether there ever was one. */
    boolean any() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from api_key)", Boolean.class));
    }

    @Transactional(readOnly = true)
    ApiKey get(UUID id) {
        return jdbc.query("select * from api_key where id = ?", ApiKeys::row, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("key", id));
    }

    /** Those after an id in order. */
    @Transactional(readOnly = true)
    List<ApiKey> list(@Nullable UUID after, int most) {
        return jdbc.query(
                "select * from api_key where cast(? as uuid) is null or id > ? order by id limit ?",
                ApiKeys::row,
                after,
                after,
                most);
    }

    /** Takes a key back for good; one taken back already stays as it is. */
    @Transactional
    void revoke(UUID id, @Nullable String by) {
        if (jdbc.update(
                        "update api_key set revoked_at = coalesce(revoked_at, ?), revoked_by = case when revoked_at is null then ? else revoked_by end where id = ?",
                        Times.sql(clock.instant()),
                        by,
                        id)
                == 0) {
            throw Problem.notFound("key", id);
        }
    }

    private static ApiKey row(ResultSet rs, int row) throws SQLException {
        return new ApiKey(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                Role.valueOf(rs.getString("role")),
                null,
                rs.getString("created_by"),
                rs.getTimestamp("created_at").toInstant(),
                Times.of(rs, "expires_at"),
                Times.of(rs, "revoked_at"),
                rs.getString("revoked_by"),
                Times.of(rs, "last_used_at"));
    }
}
