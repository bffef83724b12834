package org.readout.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Cursor;
import org.readout.platform.Problem;
import org.readout.platform.Times;

/**
 * In what order.
 *
 * @param name the parameter's word
 * @param key what is sorted by
 * @param of reads the key of a row
 * @param read reads a key as a cursor keeps it
 */
record CallSort(String name, String key, RowKey of, Function<String, Object> read, boolean descending) {

    /** Reads the column {@code key}. */
    interface RowKey {
        Object of(ResultSet row) throws SQLException;
    }

    private static final List<CallSort> KEYS = List.of(
            new CallSort(
                    "date",
                    CallFilter.LATEST_DAY,
                    row -> row.getObject("key", LocalDate.class),
                    LocalDate::parse,
                    false),
            new CallSort(
                    "updatedAt",
                    "c.updated_at",
                    row -> Objects.requireNonNull(Times.of(row, "key")),
                    time -> Times.sql(Instant.parse(time)),
                    false),
            new CallSort(
                    "duration", "coalesce(c.duration_best, -1)", row -> row.getInt("key"), Integer::valueOf, false),
            new CallSort("origins", "c.origin_count", row -> row.getInt("key"), Integer::valueOf, false));
    static final CallSort LATEST = KEYS.get(0).reversed();

    /** A call counts as much as what holds the words best; what a list so sorted goes on from is a number of calls. */
    private static final CallSort RELEVANCE =
            new CallSort("relevance", """
            greatest(
              (select max(1 + ts_rank(s.search, text_query(:q))) from statement s
                where s.call_id = c.id and s.search @@ text_query(:q)),
              (select max(ts_rank(a.search, text_query(:q)))
                 from report r join source_article a on a.id = r.article_id where r.call_id = c.id), 0)""", row -> row.getFloat("key"), Float::valueOf, true);

    /** The order of rows by a key, which the id makes one. */
    String by(String key, String id) {
        String direction = descending ? " desc" : "";
        return " order by " + key + direction + ", " + id + direction;
    }

    CallSort reversed() {
        return new CallSort(descending ? name.substring(1) : "-" + name, key, of, read, !descending);
    }

    boolean isRanking() {
        return name.equals(RELEVANCE.name);
    }

    static CallSort read(@Nullable String name) {
        return name == null
                ? LATEST
                : words().filter(s -> s.name.equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.parameter(
                                "sort",
                                "is not one of " + words().map(s -> s.name).collect(Collectors.joining(", "))));
    }

    private static Stream<CallSort> words() {
        return Stream.concat(KEYS.stream().flatMap(s -> Stream.of(s, s.reversed())), Stream.of(RELEVANCE));
    }

    /** The place of a call in the list. */
    static Cursor at(CallSearch.Row call) {
        return at(call.key(), call.id());
    }

    static Cursor at(Object key, UUID id) {
        return Cursor.of(key.toString(), id.toString());
    }
}
