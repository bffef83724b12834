package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Property;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps every record that a call had, when, and why it changed. */
@Component
class CallHistory {

    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final Feed feed;

    CallHistory(EntityManager entities, JdbcTemplate jdbc, Feed feed) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** Keeps the records that calls have now beside those that they had. */
    void keep(List<Revised> revised, Cause cause) {
        entities.flush();
        for (Revised r : revised) {
            Call call = r.call();
            Instant at = call.updatedAt();
            jdbc.update(
                    "update call_revision set superseded_at = ? where call_id = ? and superseded_at is null",
                    Times.sql(at),
                    call.callId());
            jdbc.update("""
                    insert into call_revision
                      select id, version, updated_at, null, cast(? as jsonb), ?, status, medium, date_edtf, date_earliest,
                             date_latest, duration_low, duration_best, duration_high, participants, countries, publishers,
                             articles, outcomes, dissent, rules_version, record, merged_into, emptied_at, created_at
                        from call_record where id = ?
                    """, cause.json(), r.changed().toArray(String[]::new), call.callId());
        }
        for (Revised r : revised) {
            Call call = r.call();
            feed.add(
                    Change.Subject.CALL,
                    call.callId(),
                    r.kind(),
                    call.version(),
                    call.mergedInto(),
                    cause,
                    call.updatedAt());
        }
    }

    /** A call with another record than before. */
    record Revised(Call call, Change.Kind kind, List<String> changed) {

        /** Compares a record with the one before; null where there was none. */
        static Revised of(Call call, @Nullable String before, boolean first) {
            Change.Kind kind = call.mergedInto() != null
                    ? Change.Kind.MERGED
                    : !call.live()
                            ? Change.Kind.EMPTIED
                            : before != null ? Change.Kind.CHANGED : first ? Change.Kind.ADDED : Change.Kind.RESTORED;
            return new Revised(call, kind, differences(before, call.content()));
        }
    }

    /** The properties whose value or outcome differs, by their names in the API, in the order of the vocabulary. */
    private static List<String> differences(@Nullable String before, @Nullable String after) {
        JsonNode old = RecordJson.tree(before).path("record");
        JsonNode now = RecordJson.tree(after).path("record");
        List<String> out = new ArrayList<>();
        for (Property property : Property.values()) {
            JsonNode a = old.path("findings").path(property.json());
            JsonNode b = now.path("findings").path(property.json());
            boolean same = property == Property.STATEMENT
                    ? statements(old).equals(statements(now))
                    : a.path("selected").equals(b.path("selected"))
                            && a.path("outcome").equals(b.path("outcome"));
            if (!same) {
                out.add(property.json());
            }
        }
        return out;
    }

    private static TreeSet<String> statements(JsonNode record) {
        TreeSet<String> out = new TreeSet<>();
        record.path("statements").forEach(s -> out.add(s.path("key").asString()));
        return out;
    }
}
