package org.readout.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.PreviousCallCheck;
import org.readout.reconciliation.PreviousCallCheck.Other;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The calls of the same people that "first since" is held against: those stored, and those just settled. */
final class OtherCalls {

    private static final String HAPPENED = """
            select id, date_earliest, date_latest from call_record
            where people_id = ? and status = 'HAPPENED' and date_latest is not null
              and merged_into is null and emptied_at is null and id <> all (?) and\s""";

    private final JdbcTemplate jdbc;
    private final Map<UUID, @Nullable Other> settled = new HashMap<>();
    private final Map<UUID, UUID> peopleOf = new HashMap<>();

    OtherCalls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what a call has become; null when no report tells of it any more. */
    void note(Call call, @Nullable CallRecord record) {
        peopleOf.put(call.callId(), call.people());
        settled.put(
                call.callId(),
                record == null ? null : new Other(call.callId().toString(), record.date(), record.status()));
    }

    /** Checks the record of a call against the others. */
    PreviousCallCheck.Checked check(UUID call, UUID people, CallRecord record) {
        CallDate previous = record.previousCall();
        if (previous == null || !previous.bounded()) {
            return PreviousCallCheck.check(record, List.of());
        }
        List<Other> others = new ArrayList<>();
        settled.forEach((id, other) -> {
            if (other != null && !id.equals(call) && people.equals(peopleOf.get(id))) {
                others.add(other);
            }
        });
        Set<UUID> known = new TreeSet<>(settled.keySet());
        known.add(call);
        LocalDate from = Objects.requireNonNull(previous.earliest());
        LocalDate to = Objects.requireNonNull(previous.latest());
        CallDate date = record.date();
        LocalDate last = date == null || date.latest() == null || date.latest().isAfter(to) ? to : date.latest();
        others.addAll(find(
                "date_earliest <= ? and date_latest >= ? order by date_latest desc, id limit 1",
                people,
                known,
                last,
                from));
        if (date != null && date.earliest() != null) {
            others.addAll(find(
                    "date_earliest > ? and date_latest < ? order by date_latest, id limit 1",
                    people,
                    known,
                    to,
                    date.earliest()));
        }
        return PreviousCallCheck.check(record, others);
    }

    private List<Other> find(String condition, UUID people, Set<UUID> known, LocalDate a, LocalDate b) {
        RowMapper<Other> row = (rs, n) -> new Other(
                rs.getString(1),
                CallDate.between(rs.getObject(2, LocalDate.class), rs.getObject(3, LocalDate.class)),
                CallStatus.HAPPENED);
        return jdbc.query(HAPPENED + condition, row, people, known.toArray(UUID[]::new), a, b);
    }

    /** Calls of these people that name an earlier contact which these days, or what lies after it, can bear on. */
    List<UUID> measuredAgainst(UUID people, LocalDate from, LocalDate to) {
        return jdbc.queryForList("""
                select id from call_record
                where people_id = ? and previous_earliest <= ?
                  and (date_latest is null or date_latest >= ?) and merged_into is null and emptied_at is null
                """, UUID.class, people, to, from);
    }
}
