package org.readout.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A store of so many calls: some posted, and each of these with its reports, articles and statements repeated on other days
 * under other ids, its texts with other words at their end.
 */
final class GeneratedStore {

    private static final String DAY = " + k.days";

    private final Connection connection;

    GeneratedStore(Connection connection) {
        this.connection = connection;
    }

    /** Repeats what is stored until there are so many calls. */
    void grow(int calls) throws SQLException {
        long seeds = number("select count(*) from call_record where record is not null and date_earliest is not null");
        long copies = Math.max(0, (calls - seeds) / seeds);
        run("""
            create temp table copied_call as
            select gen_random_uuid() as id, c.id as original, 100 + cast(hashint8(row_number() over ()) & 8191 as integer) as days,
                   row_number() over () as n
              from call_record c cross join generate_series(1, %d)
             where c.record is not null and c.date_earliest is not null""".formatted(copies));
        run("""
            create temp table copied_report as
            select gen_random_uuid() as id, r.id as original, gen_random_uuid() as article, r.article_id as original_article,
                   k.id as call, k.days, row_number() over () as n
              from copied_call k join report r on r.call_id = k.original""");
        run("create index on copied_report (call)");
        run("analyze copied_call, copied_report");
        String own = "select array_agg(m.article) from copied_report m where m.call = k.id";
        Map<String, String> days = Map.of(
                "date_edtf", "cast(t.date_earliest" + DAY + " as text)",
                "date_earliest", "t.date_earliest" + DAY,
                "date_latest", "t.date_latest" + DAY,
                "anchor_first", "t.anchor_first" + DAY,
                "anchor_last", "t.anchor_last" + DAY,
                "articles", "coalesce((" + own + "), '{}')");
        Map<String, String> ofCall = new LinkedHashMap<>(days);
        ofCall.put("id", "k.id");
        ofCall.put(
                "answer",
                "replace(replace(t.answer, cast(t.id as text), cast(k.id as text)), t.date_edtf, cast(t.date_earliest"
                        + DAY + " as text))");
        copy("call_record", "t.id = k.original", "copied_call", ofCall);
        copy(
                "source_article",
                "t.id = k.original_article",
                "copied_report",
                Map.of(
                        "id", "k.article",
                        "identity", "sha256(cast(cast(k.article as text) as bytea))",
                        "text", "t.text || ' Desk w' || k.n % 5000 || ', page v' || k.n % 97",
                        "published_on", "t.published_on" + DAY,
                        "url", "null"));
        copy(
                "report",
                "t.id = k.original",
                "copied_report",
                Map.of(
                        "id",
                        "k.id",
                        "article_id",
                        "k.article",
                        "call_id",
                        "k.call",
                        "date_earliest",
                        "t.date_earliest" + DAY,
                        "date_latest",
                        "t.date_latest" + DAY,
                        "published_on",
                        "t.published_on" + DAY));
        copy(
                "statement",
                "t.call_id = k.original",
                "copied_call",
                Map.of(
                        "id", "gen_random_uuid()",
                        "call_id", "k.id",
                        "text", "t.text || ' (s' || k.n % 5000 || ')'",
                        "date_earliest", "t.date_earliest" + DAY,
                        "date_latest", "t.date_latest" + DAY));
        Map<String, String> ofRevision = new LinkedHashMap<>(days);
        ofRevision.put("call_id", "k.id");
        copy("call_revision", "t.call_id = k.original and t.superseded_at is null", "copied_call", ofRevision);
        copy(
                "call_article",
                "t.article_id = k.original_article and t.until_version is null",
                "copied_report",
                Map.of("article_id", "k.article", "call_id", "k.call"));
        copy(
                "near_copy",
                "t.article_id = k.original_article",
                "copied_report",
                Map.of("article_id", "k.article", "copy_of", "k.article"));
        copy(
                "people_band",
                "t.article_id = k.original_article",
                "copied_report",
                Map.of("article_id", "k.article", "band", "t.band # hashint8(k.n)"));
        copy(
                "change",
                "t.id = cast(k.original as text) and t.kind = 'ADDED'",
                "copied_call",
                Map.of("id", "cast(k.id as text)"));
        run("drop table copied_call, copied_report");
        run("vacuum analyze");
    }

    /** Inserts the rows of a table again, with some columns' values taken otherwise; those it does not have are passed by. */
    private void copy(String table, String on, String copies, Map<String, String> otherwise) throws SQLException {
        List<String> columns = strings(
                "select column_name from information_schema.columns where table_schema = current_schema() and table_name = '"
                        + table + "' and is_generated = 'NEVER' and is_identity = 'NO'");
        List<String> values =
                columns.stream().map(c -> otherwise.getOrDefault(c, "t." + c)).toList();
        long start = System.nanoTime();
        run("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from " + table + " t join " + copies + " k on " + on + " on conflict do nothing");
        System.out.printf("  %s: %.0f s%n", table, (System.nanoTime() - start) / 1e9);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(strings(sql).get(0));
    }

    /** Reads what COPY gives; how many bytes it has. */
    long copyOut(String sql) throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        long bytes = 0;
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            bytes += row.length;
        }
        return bytes;
    }

    List<String> strings(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> out = new ArrayList<>();
            while (rows.next()) {
                out.add(rows.getString(1));
            }
            return out;
        }
    }
}
