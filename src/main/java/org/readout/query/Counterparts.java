package org.readout.query;

import java.time.LocalDate;
import java.util.List;
import org.readout.claim.Participant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds with whom leaders have calls. */
@Repository
class Counterparts {

    private final JdbcTemplate jdbc;

    Counterparts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** With whom a leader has calls, with whom most first; {@code most} after so many. */
    @Transactional(readOnly = true)
    List<Counterpart> of(String leaderId, int after, int most) {
        return jdbc.query(
                """
                        select other, (select l.name from leader l where l.id = other), count(*),
                               count(*) filter (where c.status = 'HAPPENED') as happened,
                               count(*) filter (where c.status = 'HAPPENED' and c.initiators @> cast(array[?] as text[])),
                               count(*) filter (where c.status = 'HAPPENED' and c.initiators @> array[other]),
                               min(c.date_earliest) filter (where c.status = 'HAPPENED'),
                               max(c.date_latest) filter (where c.status = 'HAPPENED')
                          from call_record c cross join lateral unnest(c.participants) other
                         where c.participants @> cast(array[?] as text[]) and other <> ?
                           and c.merged_into is null and c.emptied_at is null
                         group by other order by happened desc, 3 desc, other offset ? limit ?
                        """,
                (rs, row) -> {
                    String key = rs.getString(1);
                    String name = rs.getString(2);
                    return new Counterpart(
                            key.startsWith(Participant.UNREGISTERED) ? null : key,
                            name != null
                                    ? name
                                    : key.startsWith(Participant.UNREGISTERED)
                                            ? key.substring(Participant.UNREGISTERED.length())
                                            : key,
                            rs.getLong(3),
                            rs.getLong(4),
                            rs.getLong(5),
                            rs.getLong(6),
                            rs.getObject(7, LocalDate.class),
                            rs.getObject(8, LocalDate.class),
                            UriComponentsBuilder.fromPath("/api/v1/calls")
                                    .queryParam("participant", leaderId, key)
                                    .encode()
                                    .build()
                                    .toUriString());
                },
                leaderId,
                leaderId,
                leaderId,
                after,
                most);
    }
}
