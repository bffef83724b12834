package org.readout.call;

import java.util.Collection;
import org.readout.platform.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time work on the calls of the same people, on whichever instance. Locks are held to the end
 * of the transaction and taken in one order: first whether rulings on who is whom and what is one call may change, then
 * the people in the order of their keys.
 */
@Component
class PeopleLocks {

    private static final long RULINGS = 0x52454144_52554C45L;

    private final JdbcTemplate jdbc;

    PeopleLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps rulings as they are until the end of the transaction. */
    void share() {
        jdbc.query("select pg_advisory_xact_lock_shared(?)", rs -> {}, RULINGS);
    }

    /** Waits until nobody else works on any call; for changing rulings. */
    void takeAll() {
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, RULINGS);
    }

    /** Waits until nobody else works on calls of these people. */
    void take(Collection<String> people) {
        people.stream()
                .map(p -> Ids.named("people/" + p).getMostSignificantBits())
                .sorted()
                .distinct()
                .forEach(key -> jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, key));
    }
}
