package org.readout.rereading;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * How far a rereading is.
 *
 * @param id the rereading's id
 * @param scope STORE, or ARTICLES for some of them
 * @param rulesVersion the rules it reads by
 * @param phase what it is doing
 * @param articles how many it reads
 * @param articlesRead how many it has read
 * @param differing how many say something else than before
 * @param people how many sets of people have calls to settle; grows while it reads
 * @param peopleDone how many of them are settled
 * @param callsChanged calls that have another record than before
 * @param failed articles that could not be read
 * @param startedAt when it began
 * @param finishedAt when it was done
 */
record Progress(
        UUID id,
        String scope,
        String rulesVersion,
        Phase phase,
        long articles,
        long articlesRead,
        long differing,
        long people,
        long peopleDone,
        long callsChanged,
        long failed,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** What a rereading does. */
    enum Phase {
        READING,
        SETTLING,
        DONE
    }

    static final String SELECT = """
            select id, scope, rules_version, articles, articles_read, differing, people, people_done, calls_changed, failed,
                   started_at, read_at, finished_at from rereading""";

    static final RowMapper<Progress> ROW = (rs, row) -> {
        Timestamp read = rs.getTimestamp("read_at");
        Timestamp finished = rs.getTimestamp("finished_at");
        return new Progress(
                rs.getObject("id", UUID.class),
                rs.getString("scope"),
                rs.getString("rules_version"),
                finished != null ? Phase.DONE : read != null ? Phase.SETTLING : Phase.READING,
                rs.getLong("articles"),
                rs.getLong("articles_read"),
                rs.getLong("differing"),
                rs.getLong("people"),
                rs.getLong("people_done"),
                rs.getLong("calls_changed"),
                rs.getLong("failed"),
                rs.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    };
}
