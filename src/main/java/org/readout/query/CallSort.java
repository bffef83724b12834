package org.readout.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.platform.Cursor;
import org.readout.platform.Problem;

/**
 * In what order.
 *
 * @param name the parameter's word
 * @param key what is sorted by
 * @param of the key of a call, as a cursor keeps it
 * @param read reads such a key
 */
record CallSort(
        String name, String key, Function<RecordedCall, Object> of, Function<String, Object> read, boolean descending) {

    private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);
    private static final List<CallSort> KEYS = List.of(
            new CallSort(
                    "date",
                    CallFilter.LATEST_DAY,
                    c -> Objects.requireNonNullElse(c.dateLatest(), NO_DATE),
                    LocalDate::parse,
                    false),
            new CallSort("updatedAt", "c.updated_at", RecordedCall::updatedAt, Instant::parse, false),
            new CallSort(
                    "duration",
                    "coalesce(c.duration_best, -1)",
                    c -> Objects.requireNonNullElse(c.durationBest(), -1),
                    Integer::valueOf,
                    false),
            new CallSort("origins", "c.origin_count", RecordedCall::originCount, Integer::valueOf, false));
    static final CallSort LATEST = KEYS.get(0).reversed();

    /** A call counts as much as what holds the words best; what a list so sorted goes on from is a number of calls. */
    private static final CallSort RELEVANCE =
            new CallSort("relevance", """
            greatest(
              (select max(1 + ts_rank(s.search, text_query(:q))) from statement s
                where s.call_id = c.id and s.search @@ text_query(:q)),
              (select max(ts_rank(a.search, text_query(:q)))
                 from report r join source_article a on a.id = r.article_id where r.call_id = c.id), 0)""", RecordedCall::callId, Integer::valueOf, true);

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
    Cursor at(RecordedCall call) {
        return Cursor.of(of.apply(call).toString(), call.callId().toString());
    }
}
