package org.readout.rereading;

import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleService;
import org.readout.call.CallService;
import org.readout.extraction.Reading;
import org.readout.feed.Cause;
import org.readout.intake.DraftReader;
import org.readout.platform.Attempts;
import org.readout.platform.Ids;
import org.readout.platform.Locks;
import org.readout.report.ReportedArticle;
import org.readout.report.Reports;
import org.readout.report.StagedReadings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads stored articles anew and settles the calls they tell of, while the service serves. First every article is read,
 * and what differs is staged; then the calls of the people are settled, those of one set of people in one transaction, so
 * that each call changes at most once. What is left to do stands in the database: a killed service goes on where it was.
 */
@Service
public class Rereadings {

    private static final Logger LOG = LoggerFactory.getLogger(Rereadings.class);
    private static final int ARTICLES_AT_A_TIME = 50;

    /** Seconds that a step may take; nobody waits for one. */
    private static final int WITHIN = 60 * 60;

    /** So few articles are read anew before the caller is answered. */
    private static final long FEW = 300;

    /**
     * Which articles to read.
     *
     * @param leaders those that tell of one of these
     * @param names and those in which one of these stands
     */
    public record Scope(List<String> leaders, List<String> names) {}

    private final ArticleService articles;
    private final DraftReader reader;
    private final Reports reports;
    private final StagedReadings staged;
    private final CallService calls;
    private final Locks locks;
    private final Attempts attempts;
    private final RereadingQueue queue;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "rereading");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    Rereadings(
            ArticleService articles,
            DraftReader reader,
            Reports reports,
            StagedReadings staged,
            CallService calls,
            Locks locks,
            Attempts attempts,
            RereadingQueue queue,
            PlatformTransactionManager transactions) {
        this.articles = articles;
        this.reader = reader;
        this.reports = reports;
        this.staged = staged;
        this.calls = calls;
        this.locks = locks;
        this.attempts = attempts;
        this.queue = queue;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(WITHIN);
    }

    /** Begins to read the whole store anew; when that is under way, goes on with it. */
    Progress start() {
        transaction.executeWithoutResult(status -> {
            locks.takeAlone(Locks.Level.REREADING);
            if (queue.open(RereadingQueue.STORE).isEmpty()) {
                begin(RereadingQueue.STORE, Cause::rules, articles.allIds());
            }
        });
        inBackground();
        return progress().orElseThrow();
    }

    /** Begins to read some articles anew, in the caller's transaction. */
    public void startOn(Scope scope, Cause cause) {
        Set<UUID> found = new TreeSet<>(articles.mentioning(scope.names()));
        found.addAll(articles.onlyCounting(reports.articlesNaming(scope.leaders())));
        begin(RereadingQueue.ARTICLES, id -> cause, found);
    }

    private void begin(String scope, Function<UUID, Cause> cause, Collection<UUID> some) {
        UUID id = Ids.next();
        queue.begin(id, scope, cause.apply(id).rereadBy(id), some);
        LOG.info("rereading event=begun id={} articles={}", id, some.size());
    }

    /** Does what was begun: little at once, much in the background. */
    public void goOn() {
        if (queue.articlesLeft() <= FEW) {
            queue.open(RereadingQueue.ARTICLES).forEach(this::run);
        } else {
            inBackground();
        }
    }

    /** Goes on with what a stopped service has left. */
    @EventListener(ApplicationReadyEvent.class)
    void inBackground() {
        if (!queue.open(null).isEmpty()) {
            worker.execute(() -> queue.open(null).forEach(this::run));
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }

    private void run(UUID id) {
        while (!stopping && step(id)) {
            Progress p = queue.progress(id);
            if (p.articlesRead() % 1_000 == 0 && p.peopleDone() % 1_000 == 0) {
                LOG.info("rereading event=progress {}", p);
            }
        }
    }

    /** Reads some articles, or settles the calls of some people; false when all is done. */
    private boolean step(UUID id) {
        return attempts.run(() -> {
            Progress now = queue.progress(id);
            if (now.finishedAt() != null) {
                return false;
            }
            if (now.phase() == Progress.Phase.READING) {
                List<Read> read = read(id);
                transaction.executeWithoutResult(status -> stage(id, read));
                return true;
            }
            return Boolean.TRUE.equals(transaction.execute(status -> settle(id)));
        });
    }

    /** An article with what it says now; without, where it no longer counts or cannot be read. */
    private record Read(
            UUID id, @Nullable Article article, @Nullable Reading reading) {}

    /** Reads the next articles, with no lock held. */
    private List<Read> read(UUID id) {
        List<UUID> some = queue.nextArticles(id, ARTICLES_AT_A_TIME);
        Map<UUID, Article> held = articles.all(some);
        return some.stream().map(a -> readOne(a, held.get(a))).toList();
    }

    private Read readOne(UUID id, @Nullable Article article) {
        try {
            return new Read(id, article, article == null || !article.counts() ? null : reader.read(article));
        } catch (RuntimeException e) {
            LOG.error("rereading event=unreadable article={}", id, e);
            return new Read(id, article, null);
        }
    }

    /** Keeps what differs until the calls are settled. What was changed since it was read is left for the next step. */
    private void stage(UUID id, List<Read> all) {
        locks.take(Locks.Level.REREADING, List.of(id));
        List<UUID> ids = all.stream().map(Read::id).toList();
        articles.lock(ids, null);
        Map<UUID, Article> current = articles.all(ids);
        Set<UUID> mine = queue.take(
                id,
                all.stream()
                        .filter(r -> Objects.equals(r.article(), current.get(r.id())))
                        .map(Read::id)
                        .toList());
        Set<UUID> people = new TreeSet<>();
        int differing = 0;
        int failed = 0;
        for (Read one : all) {
            Article article = one.article();
            Reading reading = one.reading();
            if (!mine.contains(one.id()) || article == null || !article.counts()) {
                continue;
            }
            if (reading == null) {
                failed++;
                continue;
            }
            Article dated = articles.surrounded(one.id(), DraftReader.around(reading));
            Set<UUID> concerned = staged.stage(new ReportedArticle(dated.id(), dated.publishedOn(), reading.reports()));
            differing += concerned.isEmpty() ? 0 : 1;
            people.addAll(concerned);
        }
        boolean last = queue.nextArticles(id, 1).isEmpty();
        if (last && queue.progress(id).scope().equals(RereadingQueue.STORE)) {
            people.addAll(reports.allPeople());
        }
        queue.read(id, mine.size(), differing, failed, people, last);
    }

    /** Settles the calls of the next people; false when there are none left. */
    private boolean settle(UUID id) {
        locks.take(Locks.Level.REREADING, List.of(id));
        Optional<UUID> people = queue.nextPeople(id);
        if (people.isEmpty()) {
            if (queue.finish(id)) {
                LOG.info("rereading event=done {}", queue.progress(id));
            }
            return false;
        }
        queue.settled(id, people.get(), calls.renew(people.get(), queue.cause(id)));
        return true;
    }

    /** How far the last one is that was begun; empty when there was none. */
    Optional<Progress> progress() {
        return queue.latest();
    }
}
