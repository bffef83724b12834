package org.readout.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reading articles anew has found, where it differs from what is held, until the calls of the people concerned are
 * settled anew: so each call changes once, however many of its articles do.
 */
@Component
public class StagedReadings {

    /**
     * What is to be taken up in one transaction.
     *
     * @param people whose calls are settled
     * @param readings the articles that tell of them, whole
     */
    record Taken(Set<UUID> people, List<Reading> readings) {}

    /** An article read anew. */
    record Reading(ReportedArticle article, List<StoredReport> held) {

        private Succession succession() {
            return Succession.of(article.articleId(), article.published(), held, article.reports());
        }

        /** What changes for these people only; the rest of the article is another transaction's. */
        Succession within(Set<UUID> people, StoredReports reports) {
            List<StoredReport> current = reports.findByArticleIdOrderByPosition(article.articleId());
            Succession all = Succession.of(article.articleId(), article.published(), current, article.reports());
            List<StoredReport> entered = all.entered().stream()
                    .filter(r -> people.contains(r.people()))
                    .toList();
            Map<UUID, UUID> renamed = new HashMap<>(all.renamed());
            renamed.values().retainAll(entered.stream().map(StoredReport::id).toList());
            return new Succession(
                    entered,
                    all.kept(),
                    all.removed().stream()
                            .filter(r -> people.contains(r.people()))
                            .toList(),
                    renamed);
        }

        /** People whose reports become reports of others. */
        Set<UUID> renamed(Set<UUID> people) {
            Set<UUID> out = new TreeSet<>();
            Succession s = succession();
            s.renamed().forEach((from, to) -> {
                Set<UUID> both = new TreeSet<>();
                s.removed().stream().filter(r -> r.id().equals(from)).forEach(r -> both.add(r.people()));
                s.entered().stream().filter(r -> r.id().equals(to)).forEach(r -> both.add(r.people()));
                if (both.stream().anyMatch(people::contains)) {
                    out.addAll(both);
                }
            });
            return out;
        }
    }

    private final StoredReports reports;
    private final JdbcTemplate jdbc;

    StagedReadings(StoredReports reports, JdbcTemplate jdbc) {
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /**
     * Keeps what an article says now until its people's calls are renewed, where it differs from what is held.
     *
     * @return the people concerned; none where nothing differs
     */
    @Transactional
    public Set<UUID> stage(ReportedArticle article) {
        List<StoredReport> held = reports.findByArticleIdOrderByPosition(article.articleId());
        Succession s = Succession.of(article.articleId(), article.published(), held, article.reports());
        Set<UUID> people = new TreeSet<>();
        Stream.concat(s.entered().stream(), s.removed().stream()).forEach(r -> people.add(r.people()));
        drop(List.of(article.articleId()));
        if (!people.isEmpty()) {
            jdbc.update(
                    "insert into staged_reading (article_id, reading, pending) values (?, cast(? as jsonb), ?)",
                    article.articleId(),
                    RecordJson.write(article),
                    people.toArray(UUID[]::new));
        }
        return people;
    }

    /** Forgets what was staged of these articles; they have been entered otherwise. */
    void drop(Collection<UUID> articles) {
        jdbc.update(
                "delete from staged_reading where article_id in (select article_id from staged_reading where article_id = any (?) order by article_id for update)",
                (Object) articles.toArray(UUID[]::new));
    }

    /** These people, and those whose reports name them now or named them before, as far as something is staged. */
    Set<UUID> waiting(UUID people) {
        return found(people, "").people();
    }

    /** What is staged for {@link #waiting these people}. */
    Taken take(UUID people) {
        return found(people, " for update");
    }

    private Taken found(UUID people, String locking) {
        Set<UUID> all = new TreeSet<>(Set.of(people));
        List<Reading> readings = new ArrayList<>();
        int before;
        do {
            before = all.size();
            readings.clear();
            for (ReportedArticle a : staged(all, locking)) {
                readings.add(new Reading(a, reports.findByArticleIdOrderByPosition(a.articleId())));
            }
            for (Reading r : readings) {
                all.addAll(r.renamed(Set.copyOf(all)));
            }
        } while (all.size() > before);
        return new Taken(all, List.copyOf(readings));
    }

    private List<ReportedArticle> staged(Set<UUID> people, String locking) {
        return jdbc.query(
                "select cast(reading as text) from staged_reading where pending && ? order by article_id" + locking,
                (rs, row) -> RecordJson.article(rs.getString(1)),
                (Object) people.toArray(UUID[]::new));
    }

    /** Notes that the calls of these people have taken up what was staged. */
    void done(Taken taken) {
        Set<UUID> articles = new HashSet<>();
        taken.readings().forEach(r -> articles.add(r.article().articleId()));
        Object ids = articles.toArray(UUID[]::new);
        for (UUID key : taken.people()) {
            jdbc.update(
                    "update staged_reading set pending = array_remove(pending, cast(? as uuid)) where article_id = any (?)",
                    key,
                    ids);
        }
        jdbc.update("delete from staged_reading where pending = '{}' and article_id = any (?)", ids);
    }
}
