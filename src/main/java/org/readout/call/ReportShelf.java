package org.readout.call;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.reconciliation.Grouping.Item;
import org.readout.reconciliation.GroupingWindow;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stored reports of some people, of which grouping reads as much as it needs. */
final class ReportShelf implements GroupingWindow.Shelf {

    private static final String LINES = """
            select r.id, r.call_id, cast(r.facts as text) from report r
            where r.people_id = ? and\s""";

    private final JdbcTemplate jdbc;
    private final UUID people;
    private final Map<String, UUID> calls = new HashMap<>();

    ReportShelf(JdbcTemplate jdbc, UUID people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** The calls of the reports read so far. */
    Map<String, UUID> calls() {
        return calls;
    }

    List<Item> all() {
        return lines("true");
    }

    @Override
    public List<Item> days(LocalDate from, LocalDate to) {
        return lines("r.date_earliest = r.date_latest and r.date_earliest between ? and ?", from, to);
    }

    @Override
    public List<Item> wide(LocalDate from, LocalDate to) {
        return lines("r.date_earliest < r.date_latest and r.date_earliest <= ? and r.date_latest >= ?", to, from);
    }

    @Override
    public List<Item> open(LocalDate from, LocalDate to) {
        return lines(
                """
                r.date_earliest is null and (r.published_on is null
                  or not r.background and r.published_on between ? and ? or r.background and r.published_on between ? and ?)
                """,
                from.minusDays(1),
                to.plusDays(GroupingWindow.LOOK_BACK_FRESH_DAYS),
                from.minusDays(1),
                to.plusDays(GroupingWindow.LOOK_BACK_DAYS));
    }

    @Override
    public List<Item> homeless() {
        return lines("""
                r.call_id in (select c.id from call_record c
                  where c.people_id = ? and c.anchor_first is null and c.merged_into is null and c.emptied_at is null)
                """, people);
    }

    @Override
    public List<Item> ofArticles(Set<String> articles) {
        return articles.isEmpty()
                ? List.of()
                : lines("r.article_id = any (?)", (Object)
                        articles.stream().map(UUID::fromString).toArray(UUID[]::new));
    }

    @Override
    public List<GroupingWindow.Standing> standing(LocalDate from, LocalDate to) {
        return jdbc.query(
                """
                select id, anchor_first, anchor_last from call_record
                where people_id = ? and anchor_last >= ? and anchor_first <= ?
                  and merged_into is null and emptied_at is null
                """,
                (rs, row) -> new GroupingWindow.Standing(
                        rs.getString(1), rs.getObject(2, LocalDate.class), rs.getObject(3, LocalDate.class)),
                people,
                from,
                to);
    }

    @Override
    public @Nullable String callOf(String report) {
        UUID call = calls.get(report);
        return call == null ? null : call.toString();
    }

    private List<Item> lines(String condition, Object... bound) {
        Object[] all = new Object[bound.length + 1];
        all[0] = people;
        System.arraycopy(bound, 0, all, 1, bound.length);
        return jdbc.query(
                LINES + condition,
                (rs, row) -> {
                    calls.put(rs.getString(1), rs.getObject(2, UUID.class));
                    return RecordJson.item(rs.getString(3));
                },
                all);
    }
}
