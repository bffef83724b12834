package org.readout.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Locks;
import org.readout.platform.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings an archive into an empty store, all of it or nothing. */
@Component
class ArchiveReader {

    private static final int AT_A_TIME = 500;
    private static final int LONGEST_DETAIL = 300;

    private final JdbcTemplate jdbc;
    private final Locks locks;
    private final ArchiveFormat format;
    private final ArchiveColumns columns;
    private final JsonMapper json;

    ArchiveReader(JdbcTemplate jdbc, Locks locks, ArchiveFormat format, ArchiveColumns columns, JsonMapper json) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.format = format;
        this.columns = columns;
        this.json = json;
    }

    @Transactional(rollbackFor = Exception.class, timeout = ArchiveWriter.WITHIN)
    ArchiveRows read(BufferedReader in) throws IOException {
        locks.takeAlone(Locks.Level.DECISIONS);
        locks.takeAlone(Locks.Level.REGISTRY);
        String fault = format.fault(line(in, 1));
        if (fault != null) {
            throw Problem.field("", fault);
        }
        prepare();
        long rows = rows(in, insertions());
        fitting("what does not belong to anything", () -> jdbc.execute("set constraints all immediate"));
        jdbc.execute(
                "select setval(pg_get_serial_sequence('change', 'seq'), (select max(seq) from change)) where exists (select from change)");
        jdbc.update("update registry set revision = revision + 1");
        return new ArchiveRows(rows);
    }

    private void prepare() {
        locks.takeAlone(Locks.Level.FEED);
        if (Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from source_article) or exists (select from decision) or exists (select from change)",
                Boolean.class))) {
            throw Problem.conflict("The store is not empty: an archive is brought into a new one only.");
        }
        jdbc.execute("set constraints all deferred");
        for (ArchivedTable table : ArchivedTable.values()) {
            if (table.isRegistry()) {
                jdbc.update("delete from " + table.word());
            }
        }
    }

    private long rows(BufferedReader in, Map<ArchivedTable, String> insertions) throws IOException {
        Map<ArchivedTable, List<Object[]>> waiting = new EnumMap<>(ArchivedTable.class);
        long rows = 0;
        for (int number = 2; ; number++) {
            JsonNode line = line(in, number);
            if (line == null) {
                throw Problem.field("", "ends before the line that counts its rows");
            }
            if (line.has(ArchiveFormat.ROWS)) {
                waiting.forEach((table, some) -> insert(table, some, insertions));
                if (line.path(ArchiveFormat.ROWS).asLong() != rows) {
                    throw Problem.field(
                            "", "lacks rows: it counts " + line.path(ArchiveFormat.ROWS) + " and has " + rows);
                }
                return rows;
            }
            String where = "line " + number;
            ArchivedTable table = ArchivedTable.of(
                            line.path(ArchiveFormat.TABLE).asString(""))
                    .orElseThrow(() -> Problem.field("", "has a row of no known table (" + where + ")"));
            List<Object[]> some = waiting.computeIfAbsent(table, t -> new ArrayList<>());
            some.add(new Object[] {line.path(ArchiveFormat.ROW).toString()});
            rows++;
            if (some.size() == AT_A_TIME) {
                insert(table, some, insertions);
                some.clear();
            }
        }
    }

    /** What brings a row in, for each table. */
    private Map<ArchivedTable, String> insertions() {
        Map<ArchivedTable, String> out = new EnumMap<>(ArchivedTable.class);
        for (ArchivedTable table : ArchivedTable.values()) {
            String names = columns.of(table);
            out.put(
                    table,
                    "insert into " + table.word() + " (" + names + ") overriding system value select " + names
                            + " from jsonb_populate_record(cast(null as " + table.word() + "), cast(? as jsonb))");
        }
        return out;
    }

    private void insert(ArchivedTable table, List<Object[]> rows, Map<ArchivedTable, String> insertions) {
        String insertion = String.valueOf(insertions.get(table));
        fitting("a row of " + table.word() + " that does not fit", () -> jdbc.batchUpdate(insertion, rows));
    }

    /** Does something that the database refuses where the archive contradicts itself. */
    private static void fitting(String what, Runnable change) {
        try {
            change.run();
        } catch (DataIntegrityViolationException e) {
            String detail = String.valueOf(e.getMostSpecificCause().getMessage());
            throw Problem.field(
                    "", "has " + what + ": " + detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
        }
    }

    private @Nullable JsonNode line(BufferedReader in, int number) throws IOException {
        String line = in.readLine();
        if (line == null) {
            return null;
        }
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            throw Problem.field("", "is not well-formed JSON in line " + number);
        }
    }
}
