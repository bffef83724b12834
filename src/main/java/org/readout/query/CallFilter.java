package org.readout.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.platform.Cursor;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;

/** Which calls a list shows: conditions on the columns of a call, each with what it binds. */
final class CallFilter {

    /** The last day of a call as the index has it that its order rests on. */
    static final String LATEST_DAY = "coalesce(c.date_latest, date '0001-01-01')";

    /** Over how many days the call is spread whose day is known least. */
    private static final String LONGEST = "(select coalesce(max(latest - earliest), 0) from call_key)";

    private static final String OF_THIS_CALL = """
            (r.search @@ (select text_query(:q)) or not exists (
               select 1 from report o where o.article_id = a.id and o.search @@ (select text_query(:q))))""";

    private static final String HAS_THE_WORDS = """
            c.id in (
              select s.call_id from statement s where s.search @@ (select text_query(:q))
              union
              select r.call_id from source_article a join report r on r.article_id = a.id
               where a.withdrawn_at is null and a.search @@ (select text_query(:q)) and\s""" + OF_THIS_CALL + ")";

    /** Asked of one call at a time: an "exists" would be answered for all calls first. */
    private static final String HOLDS_THE_WORDS = """
            coalesce(
              (select true from statement s where s.call_id = c.id and s.search @@ (select text_query(:q)) limit 1),
              (select true from report r join source_article a on a.id = r.article_id
                where r.call_id = c.id and a.withdrawn_at is null and a.search @@ (select text_query(:q)) and\s""" + OF_THIS_CALL + " limit 1), false)";

    private final List<String> conditions = new ArrayList<>(List.of("c.merged_into is null and c.emptied_at is null"));
    private final Map<String, Object> bound = new LinkedHashMap<>();
    private final @Nullable Instant asOf;

    /** Whether the rows are found by someone who took part, in the order of their days. */
    private boolean keyed;

    /** All calls, as they are known now or were known at a time. */
    CallFilter(@Nullable Instant asOf) {
        this.asOf = asOf;
        where("c.updated_at <= :asOf and (c.superseded_at is null or c.superseded_at > :asOf)", "asOf", asOf);
    }

    private String id() {
        return keyed ? "k.call_id" : asOf == null ? "c.id" : "c.call_id";
    }

    /** What the rows are sorted by. */
    String key(CallSort sort) {
        return sort.key().equals(LATEST_DAY) ? latest() : sort.key();
    }

    /** The rows asked for, without an order. */
    String from() {
        return rows() + (words() == null ? "" : " and " + HAS_THE_WORDS);
    }

    /** Those that hold the words among so many of the first calls that the rest of the filter takes, in their order. */
    String among(CallSort sort, int first) {
        return "from (select c.*, " + key(sort) + " as key " + rows() + order(sort) + " limit " + first + ") c where "
                + HOLDS_THE_WORDS;
    }

    /** The rows that all conditions take but that of the words. */
    private String rows() {
        return "from "
                + (asOf != null
                        ? "call_revision c"
                        : keyed ? "call_key k join call_record c on c.id = k.call_id" : "call_record c")
                + " where " + String.join(" and ", conditions);
    }

    /** The calls with a key, which the filter's first participant or state is. */
    private boolean findBy(String kind, @Nullable List<String> names) {
        if (asOf != null || keyed || names == null || names.isEmpty()) {
            return false;
        }
        keyed = true;
        where("k.key = :key", "key", kind + names.get(0));
        return names.size() == 1;
    }

    private CallFilter where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            bound.put(name, value instanceof Instant time ? Times.sql(time) : value);
        }
        return this;
    }

    CallFilter participants(@Nullable List<String> ids) {
        return findBy("p:", ids)
                ? this
                : where("c.participants @> cast(:participants as text[])", "participants", array(ids));
    }

    CallFilter countries(@Nullable List<String> codes) {
        return findBy("c:", codes)
                ? this
                : where("c.countries @> cast(:countries as text[])", "countries", array(codes));
    }

    CallFilter from(@Nullable LocalDate day, boolean surely) {
        return where(latest() + " >= :from" + (surely ? " and " + earliest() + " >= :from" : ""), "from", day);
    }

    /** Rows lie in the order of their last days: that day is bounded too, or all later calls would be passed on the way. */
    CallFilter to(@Nullable LocalDate day, boolean surely) {
        if (surely) {
            where(latest() + " <= :to", "to", day);
        } else if (asOf == null) {
            where(latest() + " <= cast(:to as date) + " + LONGEST, "to", day);
        }
        return where(earliest() + " <= :to", "to", day);
    }

    private String latest() {
        return keyed ? "k.latest" : LATEST_DAY;
    }

    private String earliest() {
        return keyed ? "k.earliest" : "c.date_earliest";
    }

    CallFilter status(@Nullable CallStatus status) {
        return where("c.status = :status", "status", status == null ? null : status.name());
    }

    CallFilter medium(@Nullable Medium medium) {
        return where("c.medium = :medium", "medium", medium == null ? null : medium.name());
    }

    CallFilter minDuration(@Nullable Integer minutes, boolean surely) {
        return where((surely ? "c.duration_low" : "c.duration_high") + " >= :minDuration", "minDuration", minutes);
    }

    CallFilter maxDuration(@Nullable Integer minutes, boolean surely) {
        return where((surely ? "c.duration_high" : "c.duration_low") + " <= :maxDuration", "maxDuration", minutes);
    }

    CallFilter initiator(@Nullable String key) {
        return where(
                "c.initiators @> cast(:initiators as text[])", "initiators", array(key == null ? null : List.of(key)));
    }

    CallFilter topics(@Nullable List<String> names) {
        return where("c.topics @> cast(:topics as text[])", "topics", array(names));
    }

    CallFilter offices(@Nullable List<String> names) {
        return where("c.offices @> cast(:offices as text[])", "offices", array(names));
    }

    CallFilter minOrigins(@Nullable Integer count) {
        return where("c.origin_count >= :minOrigins", "minOrigins", count);
    }

    CallFilter publishers(@Nullable List<String> spellings) {
        return where("c.publishers && cast(:publishers as text[])", "publishers", array(spellings));
    }

    CallFilter updatedSince(@Nullable Instant time) {
        return where("c.updated_at >= :since", "since", time);
    }

    /** "conflict", or "duration:conflict". */
    CallFilter outcome(@Nullable String outcome) {
        if (outcome == null) {
            return this;
        }
        int colon = outcome.indexOf(':');
        String name = outcome.substring(colon + 1).toUpperCase(Locale.ROOT);
        List<PropertyRule<?, ?>> on = colon < 0
                ? Rules.all()
                : Rules.named(outcome.substring(0, colon)).stream().toList();
        if (on.isEmpty()
                || Arrays.stream(Outcome.values()).noneMatch(o -> o.name().equals(name))) {
            throw Problem.parameter("outcome", "is not an outcome, or a property and an outcome (duration:conflict)");
        }
        List<String> wanted = on.stream().map(rule -> rule.name() + ":" + name).toList();
        return where("c.outcomes && cast(:outcomes as text[])", "outcomes", array(wanted));
    }

    /**
     * Calls with statements or articles that hold the words. An article that tells of several calls, and of some of them
     * with these words, stands for those only.
     */
    CallFilter text(@Nullable String q) {
        if (asOf == null && q != null) {
            bound.put("q", q);
            return this;
        }
        return where(
                "(jsonb_to_tsvector('english', c.record -> 'record' -> 'statements', '[\"string\"]')"
                        + " @@ text_query(:q)"
                        + " or exists (select 1 from call_article m join source_article a on a.id = m.article_id"
                        + " where m.call_id = c.call_id and m.from_version <= c.version"
                        + " and (m.until_version is null or m.until_version > c.version)"
                        + " and a.search @@ text_query(:q)))",
                "q",
                q);
    }

    CallFilter after(@Nullable Cursor cursor, CallSort sort) {
        return within(cursor, sort, sort.descending() ? "<" : ">", "after");
    }

    /** Up to the call at a place, which is one of them. */
    CallFilter until(@Nullable Cursor cursor, CallSort sort) {
        return within(cursor, sort, sort.descending() ? ">=" : "<=", "until");
    }

    private CallFilter within(@Nullable Cursor cursor, CallSort sort, String compared, String name) {
        if (cursor == null) {
            return this;
        }
        bound.put(name + "Key", cursor.key(0, sort.read()));
        return where(
                "(" + key(sort) + ", " + id() + ") " + compared + " (:" + name + "Key, :" + name + "Id)",
                name + "Id",
                cursor.key(1, UUID::fromString));
    }

    /** Whether all calls are taken, as they are known now: where one stands among them, an index tells by itself. */
    boolean isWhole() {
        return bound.isEmpty();
    }

    /** The words asked for, of calls as they are known now. */
    @Nullable
    String words() {
        return asOf == null ? (String) bound.get("q") : null;
    }

    /** The same calls, if they can be so sorted. */
    CallFilter sortedBy(CallSort sort) {
        if (sort.isRanking() && words() == null) {
            throw Problem.parameter("sort", "can be relevance only with q, and without asOf");
        }
        return this;
    }

    private static @Nullable Object array(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.toArray(String[]::new);
    }

    /** The order of the rows, which the id makes one. */
    String order(CallSort sort) {
        return sort.by(key(sort), id());
    }

    /** Whether the calls are asked for as they are known now. */
    boolean isNow() {
        return asOf == null;
    }

    /** What the conditions bind, as the driver takes it. */
    Map<String, Object> bound() {
        return new LinkedHashMap<>(bound);
    }
}
