package org.readout.query;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Participant;
import org.readout.claim.Words;
import org.readout.leader.LeaderFinder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whom and what the parameters of a query name, as the columns of calls have it. */
@Component
class NamedInQuery {

    private final LeaderFinder finder;
    private final JdbcTemplate jdbc;

    NamedInQuery(LeaderFinder finder, JdbcTemplate jdbc) {
        this.finder = finder;
        this.jdbc = jdbc;
    }

    /** The keys of participants: leaders by whatever names them surely, others by the name that calls have. */
    @Nullable
    List<String> participants(String parameter, @Nullable List<String> names) {
        return names == null
                ? null
                : names.stream().map(n -> participant(parameter, n)).toList();
    }

    /** A leader by any name; else someone whom calls know by this key: removed since, or never registered. */
    private String participant(String parameter, String name) {
        return finder.leader(name)
                .or(() -> Stream.of(name, Participant.UNREGISTERED + Words.fold(name))
                        .filter(this::isOnACall)
                        .findFirst())
                .orElseGet(() -> finder.surely(parameter, name));
    }

    private boolean isOnACall(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from call_record where participants @> cast(array[?] as text[]))",
                Boolean.class,
                key));
    }

    /** The codes of states and organisations, given by code or name. */
    @Nullable
    List<String> polities(String parameter, @Nullable List<String> names) {
        return names == null
                ? null
                : names.stream().map(n -> finder.polity(parameter, n)).toList();
    }

    /** Who called: a leader's id, or the code of a state or organisation. */
    @Nullable
    String initiator(String parameter, @Nullable String name) {
        return name == null ? null : finder.polity(name).orElseGet(() -> participant(parameter, name));
    }

    /** The spellings that articles have of a publisher, whatever the case of its letters. */
    @Nullable
    List<String> publishers(@Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> spelt = jdbc.queryForList(
                "select distinct publisher from source_article where lower(publisher) = lower(?)", String.class, name);
        return spelt.isEmpty() ? List.of(name) : spelt;
    }
}
