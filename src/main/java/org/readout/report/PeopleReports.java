package org.readout.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.readout.grouping.Grouping.Item;
import org.readout.grouping.GroupingWindow;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stored reports of some people, as grouping sees them, and the calls of those read so far. */
public final class PeopleReports {

    private static final String ITEMS = """
            select r.id, r.call_id, cast(r.facts as text) from report r
            where r.people_id = ? and\s""";

    /** What is to hold for a report, and what is bound in it. */
    @SuppressWarnings("ArrayRecordComponent") // as the driver's library takes them
    private record Condition(String sql, Object... bound) {}

    private final JdbcTemplate jdbc;
    private final UUID people;
    private final Map<String, UUID> calls = new HashMap<>();

    PeopleReports(JdbcTemplate jdbc, UUID people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public UUID people() {
        return people;
    }

    /** The calls of the reports read so far. */
    public Map<String, UUID> calls() {
        return calls;
    }

    public List<Item> all() {
        return items(new Condition("true"));
    }

    /** Those dated to one day, between two. */
    public List<Item> days(LocalDate from, LocalDate to) {
        return items(new Condition("r.date_earliest = r.date_latest and r.date_earliest between ? and ?", from, to));
    }

    /** Those dated to several days, some of them between two, and those without a date that may tell of a call then. */
    public List<Item> loose(LocalDate from, LocalDate to) {
        return items(
                new Condition(
                        "r.date_earliest < r.date_latest and r.date_earliest <= ? and r.date_latest >= ?", to, from),
                undated(from, to));
    }

    /** Those without a date whose article's day lets them tell of a call between two. */
    public List<Item> open(LocalDate from, LocalDate to) {
        return items(undated(from, to));
    }

    private static Condition undated(LocalDate from, LocalDate to) {
        return new Condition(
                """
                r.date_earliest is null and (r.published_on is null
                  or not r.background and r.published_on between ? and ? or r.background and r.published_on between ? and ?)
                """,
                from.minusDays(1),
                to.plusDays(GroupingWindow.LOOK_BACK_FRESH_DAYS),
                from.minusDays(1),
                to.plusDays(GroupingWindow.LOOK_BACK_DAYS));
    }

    public List<Item> ofCalls(Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : items(new Condition("r.call_id = any (?)", (Object) wanted.toArray(UUID[]::new)));
    }

    public List<Item> ofArticles(Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : items(new Condition("r.article_id = any (?)", (Object) wanted.toArray(UUID[]::new)));
    }

    /** Those of the calls of which a report dated to one day tells as more than a plan. */
    public Set<String> told(Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList("""
                        select distinct cast(call_id as text) from report
                        where call_id = any (?) and date_earliest = date_latest and status not in ('PLANNED', 'POSTPONED')
                        """, String.class, (Object) wanted.toArray(UUID[]::new)));
    }

    /** The reports that one of the conditions holds for. */
    private List<Item> items(Condition... conditions) {
        List<Object> bound = new ArrayList<>();
        for (Condition c : conditions) {
            bound.add(people);
            bound.addAll(List.of(c.bound()));
        }
        return jdbc.query(
                Arrays.stream(conditions).map(c -> ITEMS + c.sql()).collect(Collectors.joining(" union all ")),
                (rs, row) -> {
                    calls.put(rs.getString(1), rs.getObject(2, UUID.class));
                    return ReportJson.item(rs.getString(3));
                },
                bound.toArray());
    }
}
