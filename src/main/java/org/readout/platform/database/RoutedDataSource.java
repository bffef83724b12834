package org.readout.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database of the service, and a replica for what may be old. A replica that is away is passed by for a while: the
 * database itself answers then.
 */
final class RoutedDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(RoutedDataSource.class);
    /** True or nothing. */
    private static final ThreadLocal<Boolean> MAY_BE_OLD = new InheritableThreadLocal<>();

    private static final long PASSED_BY = Duration.ofSeconds(10).toNanos();

    private final HikariDataSource replica;
    private volatile long awayUntil = System.nanoTime();

    RoutedDataSource(DataSource primary, HikariDataSource replica) {
        super(primary);
        this.replica = replica;
    }

    /** Whether what this thread reads from now on, and those that it starts, may be old. */
    static void mayBeOld(boolean may) {
        if (may) {
            MAY_BE_OLD.set(true);
        } else {
            MAY_BE_OLD.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (MAY_BE_OLD.get() != null && System.nanoTime() - awayUntil >= 0) {
            try {
                return replica.getConnection();
            } catch (SQLException e) {
                awayUntil = System.nanoTime() + PASSED_BY;
                LOG.warn("The replica is away, the database itself is asked: {}", e.getMessage());
            }
        }
        return super.getConnection();
    }
}
