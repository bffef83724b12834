package org.readout.query;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What calls can be counted by.
 *
 * <p>Each is a list of SQL expressions over a call {@code c}, with what has to be joined for them, and the parameters of
 * the list of calls that a group's values are.
 */
enum Dimension {
    PAIR(
            "cross join lateral unnest(c.participants) pa cross join lateral (select p as pb from unnest(c.participants) p where p > pa) pairs",
            List.of("pa", "pb"),
            (link, values) -> link.queryParam("participant", values.toArray())),
    PARTICIPANT(
            "cross join lateral unnest(c.participants) participant",
            List.of("participant"),
            (link, values) -> link.queryParam("participant", values.toArray())),
    COUNTRY(
            "cross join lateral unnest(c.countries) country",
            List.of("country"),
            (link, values) -> link.queryParam("country", values.toArray())),
    INITIATOR(
            "cross join lateral (select coalesce((select i from unnest(c.initiators) i where i ~ '[a-z]'), c.initiators[1]) as who) initiator",
            List.of("initiator.who"),
            (link, values) -> link.replaceQueryParam("initiator", values.toArray())),
    YEAR(
            "",
            List.of(
                    "case when extract(year from c.date_earliest) = extract(year from c.date_latest) then to_char(c.date_latest, 'YYYY') end"),
            Dimension::within),
    MONTH(
            "",
            List.of(
                    "case when date_trunc('month', c.date_earliest) = date_trunc('month', c.date_latest) then to_char(c.date_latest, 'YYYY-MM') end"),
            Dimension::within),
    MEDIUM("", List.of("c.medium"), (link, values) -> link.replaceQueryParam("medium", values.toArray())),
    STATUS("", List.of("c.status"), (link, values) -> link.replaceQueryParam("status", values.toArray())),
    OFFICE(
            "cross join lateral unnest(c.offices) office",
            List.of("office"),
            (link, values) -> link.queryParam("office", values.toArray())),
    TOPIC(
            "cross join lateral unnest(c.topics) topic",
            List.of("topic"),
            (link, values) -> link.queryParam("topic", values.toArray())),
    PUBLISHER(
            "cross join lateral unnest(c.publishers) publisher",
            List.of("publisher"),
            (link, values) -> link.replaceQueryParam("publisher", values.toArray()));

    private final String join;
    private final List<String> values;
    private final BiFunction<UriComponentsBuilder, List<String>, UriComponentsBuilder> parameters;

    Dimension(
            String join,
            List<String> values,
            BiFunction<UriComponentsBuilder, List<String>, UriComponentsBuilder> parameters) {
        this.join = join;
        this.values = values;
        this.parameters = parameters;
    }

    private static UriComponentsBuilder within(UriComponentsBuilder link, List<String> dates) {
        return link.replaceQueryParam("from", dates.toArray())
                .replaceQueryParam("to", dates.toArray())
                .replaceQueryParam("dateMode", "CERTAIN");
    }

    String join() {
        return join;
    }

    /** The values of a group; empty of a call that has none. */
    String array() {
        return "array_remove(array["
                + values.stream().map(v -> "cast(" + v + " as text)").collect(Collectors.joining(", ")) + "], null)";
    }

    /** The link to the calls of a group, narrowed by what it is a group of. */
    UriComponentsBuilder narrow(UriComponentsBuilder link, List<String> group) {
        return parameters.apply(link, group);
    }
}
