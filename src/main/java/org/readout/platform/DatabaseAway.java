package org.readout.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells errors of a database that is away, stopping or full from errors of the service itself. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /**
     * Whether the database could not serve, by the SQLState of any cause: 08 (connection), 53 (resources), 57P (shutdown)
     * and 55P03 (lock not available) of PostgreSQL, or no connection to be had in time.
     */
    public static boolean caused(Throwable e) {
        for (@Nullable Throwable at = e; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof SQLTransientConnectionException) {
                return true;
            }
            if (at instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The driver and the pool give no state when they find a connection closed, as in a rollback that fails. */
    private static boolean isAway(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("55P03");
    }
}
