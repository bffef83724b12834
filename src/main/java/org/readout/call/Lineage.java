package org.readout.call;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which calls were merged into which. */
@Component
class Lineage {

    private final JdbcTemplate jdbc;

    Lineage(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** These calls, and those merged into them, each with the one of these that it is now. */
    Map<UUID, UUID> heirs(Collection<UUID> calls) {
        Map<UUID, UUID> out = new HashMap<>();
        jdbc.query(
                """
                with recursive family as (
                  select id, id as heir from call_record where id = any (?)
                  union
                  select c.id, f.heir from call_record c join family f on c.merged_into = f.id)
                select id, heir from family
                """,
                rs -> {
                    out.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
                },
                (Object) calls.toArray(UUID[]::new));
        return out;
    }
}
