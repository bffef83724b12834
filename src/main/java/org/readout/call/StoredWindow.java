package org.readout.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.grouping.Grouping.Item;
import org.readout.grouping.GroupingWindow;
import org.readout.report.PeopleReports;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stored reports and calls of some people, of which grouping reads as much as it needs. */
final class StoredWindow implements GroupingWindow.Store {

    private final JdbcTemplate jdbc;
    private final PeopleReports reports;
    private final Set<UUID> fresh;

    /**
     * @param fresh articles that have just been stored: no report of theirs is yet
     */
    StoredWindow(JdbcTemplate jdbc, PeopleReports reports, Set<UUID> fresh) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.fresh = fresh;
    }

    @Override
    public List<Item> days(LocalDate from, LocalDate to) {
        return reports.days(from, to);
    }

    @Override
    public List<Item> homeless() {
        return reports.ofCalls(jdbc.queryForList("""
                select id from call_record
                where people_id = ? and anchor_first is null and merged_into is null and emptied_at is null
                """, UUID.class, reports.people()));
    }

    @Override
    public List<Item> loose(LocalDate from, LocalDate to) {
        return reports.loose(from, to);
    }

    @Override
    public List<Item> open(LocalDate from, LocalDate to) {
        return reports.open(from, to);
    }

    @Override
    public List<Item> ofArticles(Set<String> articles) {
        return reports.ofArticles(articles.stream()
                .map(UUID::fromString)
                .filter(id -> !fresh.contains(id))
                .toList());
    }

    @Override
    public List<GroupingWindow.Standing> standing(LocalDate from, LocalDate to) {
        List<GroupingWindow.Standing> found = jdbc.query(
                """
                select id, anchor_first, anchor_last from call_record
                where people_id = ? and anchor_last >= ? and anchor_first <= ?
                  and merged_into is null and emptied_at is null
                """,
                (rs, row) -> new GroupingWindow.Standing(
                        rs.getString(1), rs.getObject(2, LocalDate.class), rs.getObject(3, LocalDate.class), true),
                reports.people(),
                from,
                to);
        Set<String> told =
                reports.told(found.stream().map(s -> UUID.fromString(s.id())).toList());
        return found.stream()
                .map(s -> new GroupingWindow.Standing(s.id(), s.first(), s.last(), !told.contains(s.id())))
                .toList();
    }

    @Override
    public @Nullable String callOf(String report) {
        UUID call = reports.calls().get(report);
        return call == null ? null : call.toString();
    }
}
