package org.readout.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.readout.article.Article;
import org.readout.article.ArticleDraft;
import org.readout.article.ArticleService;
import org.readout.article.Surroundings;
import org.readout.call.CallService;
import org.readout.extraction.Reading;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Attempts.Outpaced;
import org.readout.report.ReportedArticle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes articles that do not bear on one another in one transaction, so that they share its statements and the wait for
 * the disk: articles about different people, none of a page that others may be texts of.
 */
@Component
class JointIntake {

    private final ArticleService articles;
    private final CallService calls;
    private final LeaderRegistry leaders;
    private final DraftReader reader;
    private final Feed feed;
    private final TransactionTemplate transaction;

    JointIntake(
            ArticleService articles,
            CallService calls,
            LeaderRegistry leaders,
            DraftReader reader,
            Feed feed,
            TransactionTemplate transaction) {
        this.articles = articles;
        this.calls = calls;
        this.leaders = leaders;
        this.reader = reader;
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * Takes those of the drafts that can go together; each of the others is to be taken on its own.
     *
     * @return what was taken, by its draft
     */
    Map<ArticleDraft, IntakeService.Taken> take(Collection<ArticleDraft> drafts) {
        Map<ArticleDraft, IntakeService.Taken> out = new LinkedHashMap<>();
        Map<ByteBuffer, Article> held = articles.held(drafts);
        List<ArticleDraft> others = new ArrayList<>();
        for (ArticleDraft draft : drafts) {
            Article known = held.get(ByteBuffer.wrap(draft.identity()));
            if (known != null) {
                out.put(draft, new IntakeService.Taken(known, false));
            } else if (draft.url() == null && draft.givenReports() == null) {
                others.add(draft);
            }
        }
        long mergers = leaders.mergers();
        Map<ArticleDraft, Reading> apart = apart(others);
        if (apart.size() > 1) {
            store(apart, mergers)
                    .ifPresent(stored ->
                            stored.forEach((draft, article) -> out.put(draft, new IntakeService.Taken(article, true))));
        }
        return out;
    }

    /** The first of those that name some people, and no two that are the same. */
    private Map<ArticleDraft, Reading> apart(List<ArticleDraft> drafts) {
        Map<ArticleDraft, Reading> out = new LinkedHashMap<>();
        Set<ByteBuffer> identities = new HashSet<>();
        Set<UUID> named = new HashSet<>();
        for (ArticleDraft draft : drafts) {
            Reading reading = reader.read(draft);
            Set<UUID> people =
                    reading.reports().stream().map(r -> r.participants().id()).collect(Collectors.toSet());
            if (Collections.disjoint(named, people) && identities.add(ByteBuffer.wrap(draft.identity()))) {
                named.addAll(people);
                out.put(draft, reading);
            }
        }
        return out;
    }

    /** Stores and enters all of them; none where one cannot be, which is told of when it is tried on its own. */
    private Optional<Map<ArticleDraft, Article>> store(Map<ArticleDraft, Reading> readings, long mergers) {
        try {
            return Optional.of(Objects.requireNonNull(transaction.execute(status -> storeAll(readings, mergers))));
        } catch (Outpaced | DataAccessException e) {
            return Optional.empty();
        }
    }

    private Map<ArticleDraft, Article> storeAll(Map<ArticleDraft, Reading> readings, long mergers) {
        articles.lock(readings.keySet());
        if (!articles.held(readings.keySet()).isEmpty()) {
            throw new Outpaced("one of the articles was stored");
        }
        calls.lock(
                List.of(),
                readings.values().stream().flatMap(r -> r.reports().stream()).toList());
        if (leaders.mergers() != mergers) {
            throw new Outpaced("leaders were ruled to be one, or two again");
        }
        Map<ArticleDraft, Surroundings> around = new LinkedHashMap<>();
        readings.forEach((draft, reading) -> around.put(draft, DraftReader.around(reading)));
        List<Article> stored = articles.store(around);
        Map<ArticleDraft, Article> out = new LinkedHashMap<>();
        Map<ReportedArticle, Cause> causes = new LinkedHashMap<>();
        readings.forEach((draft, reading) -> {
            Article article = stored.get(out.size());
            out.put(draft, article);
            causes.put(
                    new ReportedArticle(article.id(), article.publishedOn(), reading.reports()),
                    Cause.added(article.id()));
        });
        calls.enterNew(causes);
        stored.forEach(article ->
                feed.add(Change.Subject.SOURCE_ARTICLE, article.id(), Change.Kind.ADDED, null, article.createdAt()));
        return out;
    }
}
