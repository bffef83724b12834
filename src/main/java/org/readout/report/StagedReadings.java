package org.readout.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
     * @param articles those that tell of them, read anew
     */
    public record Taken(Set<UUID> people, List<ReportedArticle> articles) {}

    private final ReportRepository reports;
    private final JdbcTemplate jdbc;

    StagedReadings(ReportRepository reports, JdbcTemplate jdbc) {
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
        Succession s = succession(article);
        Set<UUID> people = new TreeSet<>();
        Stream.concat(s.entered().stream(), s.removed().stream()).forEach(r -> people.add(r.people()));
        drop(List.of(article.articleId()));
        if (!people.isEmpty()) {
            jdbc.update(
                    "insert into staged_reading (article_id, reading, pending) values (?, cast(? as jsonb), ?)",
                    article.articleId(),
                    ReportJson.write(article),
                    people.toArray(UUID[]::new));
        }
        return people;
    }

    /** Forgets what was staged of these articles; they have been entered otherwise. */
    public void drop(Collection<UUID> articles) {
        jdbc.update(
                "delete from staged_reading where article_id in (select article_id from staged_reading where article_id = any (?) order by article_id for update)",
                (Object) articles.toArray(UUID[]::new));
    }

    /** These people, and those whose reports name them now or named them before, as far as something is staged. */
    public Set<UUID> waiting(UUID people) {
        return found(people, "").people();
    }

    /** What is staged for {@link #waiting these people}. */
    public Taken take(UUID people) {
        return found(people, " for update");
    }

    private Taken found(UUID people, String locking) {
        Set<UUID> all = new TreeSet<>(Set.of(people));
        while (true) {
            int before = all.size();
            List<ReportedArticle> articles = staged(all, locking);
            for (ReportedArticle a : articles) {
                all.addAll(renamed(succession(a), Set.copyOf(all)));
            }
            if (all.size() == before) {
                return new Taken(all, articles);
            }
        }
    }

    /** People whose reports become reports of others, where one of these is among them. */
    private static Set<UUID> renamed(Succession s, Set<UUID> people) {
        Set<UUID> out = new TreeSet<>();
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

    /** What changes for the people taken; the rest of their articles is another transaction's. */
    public List<Succession> successions(Taken taken) {
        return taken.articles().stream()
                .map(a -> succession(a).within(taken.people()))
                .toList();
    }

    private Succession succession(ReportedArticle a) {
        return Succession.of(
                a.articleId(), a.published(), reports.findByArticleIdOrderByPosition(a.articleId()), a.reports());
    }

    private List<ReportedArticle> staged(Set<UUID> people, String locking) {
        return jdbc.query(
                "select cast(reading as text) from staged_reading where pending && ? order by article_id" + locking,
                (rs, row) -> ReportJson.article(rs.getString(1)),
                (Object) people.toArray(UUID[]::new));
    }

    /** Notes that the calls of these people have taken up what was staged. */
    public void done(Taken taken) {
        Set<UUID> articles = new HashSet<>();
        taken.articles().forEach(a -> articles.add(a.articleId()));
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
