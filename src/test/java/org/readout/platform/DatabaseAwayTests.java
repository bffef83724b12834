package org.readout.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTests {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "53300, true", "55P03, true", "23505, false", "42601, false"})
    void theStateTells(String state, boolean away) {
        Exception e = new TransactionSystemException("rollback failed", new SQLException("x", state));
        assertThat(DatabaseAway.caused(e)).isEqualTo(away);
    }

    @Test
    void aPoolWithoutConnectionsIsAway() {
        assertThat(DatabaseAway.caused(
                        new CannotCreateTransactionException("x", new SQLTransientConnectionException("timed out"))))
                .isTrue();
        assertThat(DatabaseAway.caused(new TransactionSystemException("x", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(DatabaseAway.caused(new DataAccessResourceFailureException("x")))
                .isFalse();
    }
}
