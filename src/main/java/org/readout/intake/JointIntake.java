package org.readout.intake;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.readout.article.Article;
import org.readout.article.ArticleDraft;
import org.readout.article.ArticleService;
import org.readout.article.Surroundings;
import org.readout.call.CallService;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Attempts.Outpaced;
import org.readout.platform.Locks;
import org.readout.report.ReportedArticle;
import org.readout.report.Reports;
import org.readout.report.StoredReport;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes articles that do not bear on one another in one transaction, so that they share its statements and the wait for
 * the disk: articles about different people, none of a page that others are texts of.
 */
@Component
class JointIntake {

    /** Articles in one transaction: what it locks and holds in memory is bounded. */
    private static final int MOST = 50;

    /** What others hold for longer keeps only those waiting who need it, each alone. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ArticleService articles;
    private final CallService calls;
    private final Reports reports;
    private final LeaderRegistry leaders;
    private final DraftReader reader;
    private final Feed feed;
    private final TransactionTemplate transaction;
    private final Steps steps;
    private final Locks locks;

    JointIntake(
            ArticleService articles,
            CallService calls,
            Reports reports,
            LeaderRegistry leaders,
            DraftReader reader,
            Feed feed,
            TransactionTemplate transaction,
            Steps steps,
            Locks locks) {
        this.locks = locks;
        this.steps = steps;
        this.articles = articles;
        this.calls = calls;
        this.reports = reports;
        this.leaders = leaders;
        this.reader = reader;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** What is known of people, to be asked before articles are read. */
    LeaderRegistry.Known known() {
        return leaders.known();
    }

    /** Reads one of several articles. */
    ReadDraft read(int place, ArticleDraft draft, LeaderRegistry.Known known) {
        return new ReadDraft(place, draft, reader.read(draft, known.names()), known.changes());
    }

    /**
     * Takes those of the articles that can go together with others; each that is left is to be taken on its own.
     *
     * @return what was taken, by its place
     */
    Map<Integer, IntakeService.Taken> take(List<ReadDraft> articles) {
        Map<Integer, IntakeService.Taken> out = new HashMap<>();
        Bearings.rounds(articles, ReadDraft::bearing, MOST).forEach(round -> out.putAll(takeRound(round)));
        return out;
    }

    /** Takes articles that do not bear on one another; none where one cannot be, which is told of when it is tried on its own. */
    private Map<Integer, IntakeService.Taken> takeRound(List<ReadDraft> round) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> takeAll(round)));
        } catch (Outpaced | DataAccessException e) {
            return Map.of();
        }
    }

    private Map<Integer, IntakeService.Taken> takeAll(List<ReadDraft> round) {
        List<ArticleDraft> drafts = round.stream().map(ReadDraft::draft).toList();
        locks.waitAtMost(PATIENCE);
        articles.lock(drafts);
        Map<ByteBuffer, Article> held = articles.held(drafts);
        Set<String> pages = articles.pagesHeld(
                drafts.stream().map(ArticleDraft::url).filter(Objects::nonNull).toList());
        Map<Integer, IntakeService.Taken> out = new HashMap<>();
        List<ReadDraft> fresh = new ArrayList<>();
        for (ReadDraft one : round) {
            Article known = held.get(ByteBuffer.wrap(one.draft().identity()));
            String url = one.draft().url();
            if (known != null) {
                out.put(one.place(), new IntakeService.Taken(known, false));
            } else if (url == null || !pages.contains(url)) {
                fresh.add(one);
            }
        }
        if (!fresh.isEmpty()) {
            out.putAll(storeAll(fresh));
        }
        return out;
    }

    private Map<Integer, IntakeService.Taken> storeAll(List<ReadDraft> fresh) {
        steps.time(
                Steps.Step.LOCK,
                () -> calls.lock(
                        List.of(),
                        fresh.stream()
                                .flatMap(one -> one.reading().reports().stream())
                                .toList()));
        long changes = leaders.changes();
        if (fresh.stream().anyMatch(one -> one.changes() != changes)) {
            throw new Outpaced("what is known of leaders was changed");
        }
        Map<ArticleDraft, Surroundings> around = new LinkedHashMap<>();
        fresh.forEach(one -> around.put(one.draft(), DraftReader.around(one.reading())));
        List<Article> stored = articles.store(around);
        Map<ReportedArticle, Cause> causes = new LinkedHashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            Article article = stored.get(i);
            causes.put(
                    new ReportedArticle(
                            article.id(),
                            article.publishedOn(),
                            fresh.get(i).reading().reports()),
                    Cause.added(article.id()));
        }
        CallService.Entered entered = steps.time(Steps.Step.ENTER, () -> calls.enterNew(causes));
        Map<UUID, List<StoredReport>> said =
                entered.reports().stream().collect(Collectors.groupingBy(StoredReport::articleId));
        stored.forEach(article ->
                feed.add(Change.Subject.SOURCE_ARTICLE, article.id(), Change.Kind.ADDED, null, article.createdAt()));
        Map<Integer, IntakeService.Taken> out = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            Article article = stored.get(i);
            out.put(
                    fresh.get(i).place(),
                    new IntakeService.Taken(
                            article,
                            true,
                            new IntakeService.Found(
                                    reports.views(said.getOrDefault(article.id(), List.of())),
                                    entered.repeated().get(article.id()))));
        }
        return out;
    }
}
