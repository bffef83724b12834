package org.readout.report;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All stored reports. What is entered and removed stands in the database once the caller has written it out. */
@Component
@Transactional(readOnly = true)
public class Reports {

    private final ReportRepository rows;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    Reports(ReportRepository rows, EntityManager entities, JdbcTemplate jdbc) {
        this.rows = rows;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    public Optional<StoredReport> find(UUID id) {
        return rows.findById(id).map(r -> r);
    }

    /** The reports of an article, in the order of its text. */
    public List<StoredReport> ofArticle(UUID article) {
        return List.copyOf(rows.findByArticleIdOrderByPosition(article));
    }

    /** What becomes of an article's reports when it says this. */
    public Succession succession(ReportedArticle article) {
        return Succession.of(
                article.articleId(),
                article.published(),
                rows.findByArticleIdOrderByPosition(article.articleId()),
                article.reports());
    }

    /** What becomes of the reports of an article that has none yet. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Succession first(ReportedArticle article) {
        return Succession.of(article.articleId(), article.published(), List.of(), article.reports());
    }

    /** The reports of these articles that put these people on a call. */
    public List<StoredReport> ofPeople(UUID people, Collection<UUID> articles) {
        return List.copyOf(rows.ofPeople(people, articles.toArray(UUID[]::new)));
    }

    public List<StoredReport> ofCalls(Collection<UUID> calls) {
        return List.copyOf(rows.ofCalls(calls.toArray(UUID[]::new)));
    }

    /** Reports that have just been entered as the API shows them, in the order of the text. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ReportView> views(Collection<StoredReport> entered) {
        return entered.stream()
                .sorted(Comparator.comparingInt(StoredReport::position))
                .map(ReportView::of)
                .toList();
    }

    /** The reports of an article as the API shows them. */
    public List<ReportView> viewsOfArticle(UUID article) {
        return rows.findByArticleIdOrderByPosition(article).stream()
                .map(ReportView::of)
                .toList();
    }

    /** The reports of a call as the API shows them, in the order of publication. */
    public List<ReportView> viewsOfCall(UUID call) {
        return rows.findByCallIdOrderByPublishedOnAscIdAsc(call).stream()
                .map(ReportView::of)
                .toList();
    }

    /** The reports of these calls as the API shows them, those of one call together in the order of publication. */
    public List<ReportView> viewsOfCalls(Collection<UUID> calls) {
        return rows.findByCallIdInOrderByCallIdAscPublishedOnAscIdAsc(calls).stream()
                .map(ReportView::of)
                .toList();
    }

    public Set<UUID> peopleOfCall(UUID call) {
        return Set.copyOf(
                jdbc.queryForList("select distinct people_id from report where call_id = ?", UUID.class, call));
    }

    public Set<UUID> peopleOfArticles(Collection<UUID> articles) {
        return articles.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList(
                        "select distinct people_id from report where article_id = any (?)", UUID.class, (Object)
                                articles.toArray(UUID[]::new)));
    }

    public List<UUID> callsOfPeople(Collection<UUID> people) {
        return jdbc.queryForList("select distinct call_id from report where people_id = any (?)", UUID.class, (Object)
                people.toArray(UUID[]::new));
    }

    /** Every set of people that some report puts on a call. */
    public List<UUID> allPeople() {
        return jdbc.queryForList("select distinct people_id from report", UUID.class);
    }

    /** The articles with a report that names one of these leaders. */
    public List<UUID> articlesNaming(Collection<String> leaders) {
        return jdbc.queryForList(
                "select distinct article_id from report where string_to_array(people_key, '|') && cast(? as text[])",
                UUID.class,
                (Object) leaders.toArray(String[]::new));
    }

    /** Those of the calls that have reports beside these. */
    public List<UUID> callsBeside(Collection<UUID> calls, Collection<UUID> reports) {
        return calls.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select distinct call_id from report where call_id = any (?) and id <> all (?)",
                        UUID.class,
                        calls.toArray(UUID[]::new),
                        reports.toArray(UUID[]::new));
    }

    @Transactional
    public void enter(Collection<StoredReport> reports) {
        reports.forEach(entities::persist);
    }

    @Transactional
    public void remove(Collection<StoredReport> reports) {
        if (!reports.isEmpty()) {
            rows.deleteAllByIdInBatch(reports.stream().map(StoredReport::id).toList());
        }
    }

    /** Says of which call these reports tell now. */
    @Transactional
    public void move(Map<UUID, UUID> calls) {
        jdbc.batchUpdate(
                "update report set call_id = ? where id = ?",
                calls.entrySet().stream()
                        .map(e -> new Object[] {e.getValue(), e.getKey()})
                        .toList());
    }

    /** The reports of some people, of which grouping reads as much as it needs. */
    public PeopleReports of(UUID people) {
        return new PeopleReports(jdbc, people);
    }
}
