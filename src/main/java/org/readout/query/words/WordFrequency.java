package org.readout.query.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Whether words are common among texts, as PostgreSQL's statistics have it. Calls that hold rare words are found by the
 * words and then sorted; of common ones the first are met soon by going through the calls in their order. The one costs
 * with the hits, the other with calls for each hit, and both the same where the hits are some roots of the calls. What
 * the statistics say of several words together may be far too little, so that some calls are gone through for these too.
 */
@Repository
public class WordFrequency {

    private static final int ROOTS = 8;
    /** Calls to go through beyond those among which as many hits lie as are asked for, if they lie evenly. */
    private static final int SLACK = 2;
    /** What the statistics may be off by. */
    private static final int OFF_BY = 4;

    private static final Pattern SEVERAL = Pattern.compile("\\w\\W+\\w");
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");
    private static final List<String> TEXTS = List.of("statement", "source_article");

    /** How many calls there are, and how many texts hold the words, as the statistics have it. */
    private record Counts(double calls, double hits) {}

    /** Words are asked for again as pages are turned; statistics change more slowly. */
    private final Cache<String, Counts> known = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final JdbcTemplate jdbc;

    WordFrequency(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many calls to go through in their order before those are asked for that hold the words.
     *
     * @param words as they are asked for
     * @param most how many calls are wanted
     * @return 0 where the words are so rare that nothing would be met
     */
    public int callsToTry(String words, int most) {
        Counts counts = known.get(words, this::counts);
        double common = ROOTS * Math.sqrt(counts.calls());
        double all = SLACK * most * counts.calls() / common;
        double first =
                counts.hits() * OFF_BY > common ? all : SEVERAL.matcher(words).find() ? all / OFF_BY : 0;
        return (int) Math.ceil(Math.min(first, counts.calls()));
    }

    private Counts counts(String words) {
        double calls =
                number("select greatest(reltuples, 1) from pg_class where oid = cast('call_record' as regclass)");
        return new Counts(
                calls,
                TEXTS.stream().mapToDouble(table -> expected(table, words)).sum());
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
