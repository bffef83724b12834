package org.readout.query.words;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Whether words are common among texts, as PostgreSQL's statistics have it. Calls that hold rare words are found by the
 * words and then sorted; of common ones the first are met soon by going through the calls in their order. The one costs
 * with the hits, the other with calls for each hit, and both the same where the hits are some roots of the calls.
 */
@Repository
public class WordFrequency {

    /** How calls that hold words are found: by the words, or among the calls in their order where many hold them. */
    public enum Wording {
        RARE,
        COMMON
    }

    private static final int ROOTS = 8;
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");
    private static final List<String> TEXTS = List.of("statement", "source_article");

    private final JdbcTemplate jdbc;

    WordFrequency(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How to find calls that hold words. */
    public Wording of(String words) {
        double calls =
                number("select greatest(reltuples, 1) from pg_class where oid = cast('call_record' as regclass)");
        double hits =
                TEXTS.stream().mapToDouble(table -> expected(table, words)).sum();
        return hits > ROOTS * Math.sqrt(calls) ? Wording.COMMON : Wording.RARE;
    }

    private double number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Double.class));
    }

    private double expected(String table, String words) {
        Matcher rows = ROWS.matcher(Objects.requireNonNull(jdbc.queryForObject(
                "explain (format json) select from " + table + " where search @@ text_query(?)", String.class, words)));
        return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
    }
}
