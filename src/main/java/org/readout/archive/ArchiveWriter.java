package org.readout.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the whole store as it stands at one moment; a few rows at a time are in memory. */
@Component
class ArchiveWriter {

    /** Seconds that a whole store may take. */
    static final int WITHIN = 24 * 60 * 60;

    private static final int AT_A_TIME = 100;

    private final JdbcTemplate jdbc;
    private final ArchiveFormat format;
    private final ArchiveColumns columns;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    ArchiveWriter(
            DataSource database,
            ArchiveFormat format,
            ArchiveColumns columns,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_A_TIME);
        this.format = format;
        this.columns = columns;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setTimeout(WITHIN);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void write(OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            snapshot.executeWithoutResult(status -> {
                line(out, format.header(clock.instant().toString()));
                long rows = 0;
                for (ArchivedTable table : ArchivedTable.values()) {
                    rows += write(table, out);
                }
                line(out, format.end(rows));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private long write(ArchivedTable table, Writer out) {
        long[] rows = {0};
        jdbc.query(
                "select cast(json_build_object('" + ArchiveFormat.TABLE + "', '" + table.word() + "', '"
                        + ArchiveFormat.ROW + "', r) as text) from (select " + columns.of(table) + " from "
                        + table.word() + " order by " + columns.key(table) + ") r",
                rs -> {
                    line(out, rs.getString(1));
                    rows[0]++;
                });
        return rows[0];
    }

    private static void line(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
