package org.readout.platform.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers to requests that carry a key of their own, kept so that the same request is answered and not done again. */
@Repository
class KeptAnswers {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** After this a request without an answer counts as lost with the instance that served it. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private static final int SWEPT_AT_A_TIME = 100;

    /** An answer as it was given. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** What is known of a key. */
    record Held(boolean same, @Nullable Answer answer) {}

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    KeptAnswers(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a key for a request.
     *
     * @param request what tells the request from another one
     * @return what is held under the key already; empty where the request is to be done now
     */
    Optional<Held> take(String key, byte[] request) {
        Instant now = clock.instant();
        jdbc.update(
                "delete from kept_answer where key in (select key from kept_answer where started_at < ? limit "
                        + SWEPT_AT_A_TIME + " for update skip locked)",
                Times.sql(now.minus(KEPT)));
        int taken = jdbc.update("""
                insert into kept_answer as k (key, request, started_at) values (?, ?, ?)
                on conflict (key) do update set started_at = excluded.started_at
                  where k.request = excluded.request and k.status is null and k.started_at < ?""", key, request, Times.sql(now), Times.sql(now.minus(LOST)));
        if (taken == 1) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "select request, status, headers, body from kept_answer where key = ?",
                        (rs, row) -> {
                            int status = rs.getInt("status");
                            return new Held(
                                    Arrays.equals(rs.getBytes("request"), request),
                                    status == 0
                                            ? null
                                            : new Answer(
                                                    status,
                                                    json.readValue(rs.getString("headers"), new TypeReference<>() {}),
                                                    rs.getBytes("body")));
                        },
                        key)
                .stream()
                .findFirst()
                .or(() -> Optional.of(new Held(true, null)));
    }

    void keep(String key, Answer answer) {
        jdbc.update(
                "update kept_answer set status = ?, headers = cast(? as jsonb), body = ? where key = ?",
                answer.status(),
                json.writeValueAsString(answer.headers()),
                answer.body(),
                key);
    }

    /** Gives a key back: nothing was done under it, or what was done may be done again. */
    void release(String key) {
        jdbc.update("delete from kept_answer where key = ? and status is null", key);
    }
}
