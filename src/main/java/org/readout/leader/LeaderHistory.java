package org.readout.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Difference;
import org.readout.platform.Caller;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was known of leaders, from the first change by a person on. */
@Repository
class LeaderHistory {

    private static final String SELECT =
            "select version, at, kind, who, cast(facts as text) as facts from leader_revision where leader_id = ?";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    LeaderHistory(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Keeps what is known now beside what was known before.
     *
     * @param before null of a leader that is new
     */
    void keep(Leader leader, @Nullable Known before, Change.Kind kind, Instant at) {
        if (before != null) {
            insert(leader.id(), before.version(), before.at(), Change.Kind.ADDED, null, before.facts());
        }
        insert(leader.id(), leader.version(), at, kind, Caller.name(), leader.removed() ? null : leader.facts());
    }

    /** What was known at some version. */
    record Known(LeaderFacts facts, long version, Instant at) {
        static Known of(Leader leader) {
            return new Known(leader.facts(), leader.version(), leader.updatedAt());
        }
    }

    private void insert(
            String id, long version, Instant at, Change.Kind kind, @Nullable String who, @Nullable LeaderFacts facts) {
        jdbc.update(
                "insert into leader_revision (leader_id, version, at, kind, who, facts) values (?, ?, ?, ?, ?, cast(? as jsonb)) on conflict do nothing",
                id,
                version,
                Times.sql(at),
                kind.name(),
                who,
                facts == null ? null : json.writeValueAsString(LeaderCommand.of(facts)));
    }

    /** In what two states of knowledge differ. */
    List<Difference> differences(LeaderFacts before, LeaderFacts after) {
        return Difference.of(json.valueToTree(LeaderCommand.of(before)), json.valueToTree(LeaderCommand.of(after)));
    }

    /** The latest first, {@code most} of those before a version. */
    List<LeaderRevision> list(String id, long before, int most) {
        return jdbc.query(SELECT + " and version < ? order by version desc limit ?", row(), id, before, most);
    }

    Optional<LeaderRevision> find(String id, long version) {
        return jdbc.query(SELECT + " and version = ?", row(), id, version).stream()
                .findFirst();
    }

    private RowMapper<LeaderRevision> row() {
        return (rs, n) -> {
            String facts = rs.getString("facts");
            return new LeaderRevision(
                    rs.getLong("version"),
                    rs.getTimestamp("at").toInstant(),
                    Change.Kind.valueOf(rs.getString("kind")),
                    rs.getString("who"),
                    facts == null ? null : json.readValue(facts, LeaderCommand.class));
        };
    }
}
