package org.readout.intake;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleArchive;
import org.readout.call.CallLedger;
import org.readout.call.ReportedArticle;
import org.readout.call.StagedReadings;
import org.readout.extraction.Reading;
import org.readout.feed.Cause;
import org.readout.platform.Attempts;
import org.readout.platform.Ids;
import org.readout.platform.Locks;
import org.readout.platform.Times;
import org.readout.reconciliation.Reconciler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads stored articles anew and settles the calls they tell of, while the service serves. First every article is read,
 * and what differs is staged; then the calls of the people are settled, those of one set of people in one transaction, so
 * that each call changes at most once. What is left to do stands in the database: a killed service goes on where it was.
 */
@Service
class Rereadings {

    private static final Logger LOG = LoggerFactory.getLogger(Rereadings.class);
    private static final int ARTICLES_AT_A_TIME = 50;

    /** So few articles are read anew before the caller is answered. */
    private static final long FEW = 300;

    /**
     * Which articles to read.
     *
     * @param leaders those that tell of one of these
     * @param names and those in which one of these stands
     */
    record Scope(List<String> leaders, List<String> names) {}

    private final ArticleArchive archive;
    private final IntakeDesk desk;
    private final StagedReadings staged;
    private final CallLedger ledger;
    private final Locks locks;
    private final Attempts attempts;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
        Thread thread = new Thread(r, "rereading");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    Rereadings(
            ArticleArchive archive,
            IntakeDesk desk,
            StagedReadings staged,
            CallLedger ledger,
            Locks locks,
            Attempts attempts,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.archive = archive;
        this.desk = desk;
        this.staged = staged;
        this.ledger = ledger;
        this.locks = locks;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins to read the whole store anew; when that is under way, goes on with it. */
    Progress start() {
        transaction.executeWithoutResult(status -> {
            locks.takeAlone(Locks.Level.REREADING);
            if (open("STORE").isEmpty()) {
                UUID id = Ids.next();
                begin(id, "STORE", Cause.rules(id));
                count(
                        id,
                        jdbc.update(
                                "insert into rereading_article (rereading_id, article_id) select ?, id from source_article where withdrawn_at is null",
                                id));
            }
        });
        inBackground();
        return progress().orElseThrow();
    }

    /** Begins to read some articles anew, in the caller's transaction. */
    void startOn(Scope scope, Cause cause) {
        UUID id = Ids.next();
        begin(id, "ARTICLES", cause);
        String words = String.join(
                " or ",
                scope.names().stream().map(n -> '"' + n.replace('"', ' ') + '"').toList());
        String[] leaders = scope.leaders().toArray(String[]::new);
        count(id, jdbc.update("""
                insert into rereading_article (rereading_id, article_id)
                select ?, a.id from source_article a
                where a.withdrawn_at is null
                  and (a.search @@ websearch_to_tsquery('english', ?)
                    or a.given_reports is not null
                    or exists (select 1 from report r where r.article_id = a.id and string_to_array(r.people_key, '|') && cast(? as text[])))
                """, id, words, leaders));
    }

    private void begin(UUID id, String scope, Cause cause) {
        jdbc.update(
                "insert into rereading (id, scope, cause, rules_version, started_at) values (?, ?, cast(? as jsonb), ?, ?)",
                id,
                scope,
                cause.rereadBy(id).json(),
                Reconciler.RULES_VERSION,
                Times.sql(clock.instant()));
    }

    private void count(UUID id, int articles) {
        jdbc.update("update rereading set articles = ? where id = ?", articles, id);
        LOG.info("rereading event=begun id={} articles={}", id, articles);
    }

    /** Does what was begun: little at once, much in the background. */
    void goOn() {
        Long left = jdbc.queryForObject("select count(*) from rereading_article", Long.class);
        if (left != null && left <= FEW) {
            open("ARTICLES").forEach(this::run);
        } else {
            inBackground();
        }
    }

    /** Goes on with what a stopped service has left. */
    @EventListener(ApplicationReadyEvent.class)
    void inBackground() {
        if (!open(null).isEmpty()) {
            worker.execute(() -> open(null).forEach(this::run));
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.shutdown();
    }

    private List<UUID> open(@Nullable String scope) {
        return jdbc.queryForList(
                "select id from rereading where finished_at is null and (cast(? as text) is null or scope = ?) order by started_at, id",
                UUID.class,
                scope,
                scope);
    }

    private void run(UUID id) {
        while (!stopping && step(id)) {
            progress(id)
                    .filter(p -> p.articlesRead() % 1_000 == 0 && p.peopleDone() % 1_000 == 0)
                    .ifPresent(p -> LOG.info("rereading event=progress {}", p));
        }
    }

    /** Reads some articles, or settles the calls of some people; false when all is done. */
    private boolean step(UUID id) {
        return attempts.run(() -> {
            Progress now = progress(id).orElseThrow();
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
        List<UUID> some = jdbc.queryForList(
                "select article_id from rereading_article where rereading_id = ? order by article_id limit ?",
                UUID.class,
                id,
                ARTICLES_AT_A_TIME);
        Map<UUID, Article> articles = archive.all(some);
        return some.stream().map(a -> readOne(a, articles.get(a))).toList();
    }

    private Read readOne(UUID id, @Nullable Article article) {
        try {
            return new Read(id, article, article == null || !article.counts() ? null : desk.read(article));
        } catch (RuntimeException e) {
            LOG.error("rereading event=unreadable article={}", id, e);
            return new Read(id, article, null);
        }
    }

    /** Keeps what differs until the calls are settled. What was changed since it was read is left for the next step. */
    private void stage(UUID id, List<Read> all) {
        locks.take(Locks.Level.REREADING, List.of(id));
        List<UUID> ids = all.stream().map(Read::id).toList();
        archive.lock(ids, null);
        Map<UUID, Article> current = archive.all(ids);
        Set<UUID> mine = new HashSet<>(jdbc.queryForList(
                "delete from rereading_article where rereading_id = ? and article_id = any (?) returning article_id",
                UUID.class,
                id,
                all.stream()
                        .filter(r -> Objects.equals(r.article(), current.get(r.id())))
                        .map(Read::id)
                        .toArray(UUID[]::new)));
        List<Read> read = all.stream().filter(r -> mine.contains(r.id())).toList();
        Set<UUID> people = new TreeSet<>();
        int differing = 0;
        int failed = 0;
        for (Read one : read) {
            Article article = one.article();
            Reading reading = one.reading();
            if (article == null || !article.counts()) {
                continue;
            }
            if (reading == null) {
                failed++;
                continue;
            }
            Article dated = archive.dated(one.id(), reading.published(), reading.basis(), reading.externalIds());
            Set<UUID> concerned = staged.stage(new ReportedArticle(dated.id(), dated.publishedOn(), reading.reports()));
            differing += concerned.isEmpty() ? 0 : 1;
            people.addAll(concerned);
        }
        jdbc.batchUpdate(
                "insert into rereading_people (rereading_id, people_id) values (?, ?) on conflict do nothing",
                people.stream().map(p -> new Object[] {id, p}).toList());
        boolean last = Boolean.FALSE.equals(jdbc.queryForObject(
                "select exists (select 1 from rereading_article where rereading_id = ?)", Boolean.class, id));
        if (last && progress(id).orElseThrow().scope().equals("STORE")) {
            jdbc.update("""
                    insert into rereading_people (rereading_id, people_id)
                    select distinct cast(? as uuid), people_id from report on conflict do nothing
                    """, id);
        }
        jdbc.update("""
                update rereading set articles_read = articles_read + ?, differing = differing + ?, failed = failed + ?,
                       read_at = ?, people = (select count(*) from rereading_people where rereading_id = ?)
                where id = ?
                """, read.size(), differing, failed, last ? Times.sql(clock.instant()) : null, id, id);
    }

    /** Settles the calls of the next people; false when there are none left. */
    private boolean settle(UUID id) {
        locks.take(Locks.Level.REREADING, List.of(id));
        List<UUID> people = jdbc.queryForList(
                "select people_id from rereading_people where rereading_id = ? order by people_id limit 1",
                UUID.class,
                id);
        if (people.isEmpty()) {
            int finished = jdbc.update(
                    "update rereading set finished_at = ? where id = ? and finished_at is null",
                    Times.sql(clock.instant()),
                    id);
            if (finished > 0) {
                LOG.info("rereading event=done {}", progress(id).orElseThrow());
            }
            return false;
        }
        int changed = ledger.renew(people.get(0), cause(id));
        jdbc.update("delete from rereading_people where rereading_id = ? and people_id = ?", id, people.get(0));
        jdbc.update(
                "update rereading set people_done = people_done + 1, calls_changed = calls_changed + ? where id = ?",
                changed,
                id);
        return true;
    }

    private Cause cause(UUID id) {
        return Cause.of(Objects.requireNonNull(
                jdbc.queryForObject("select cast(cause as text) from rereading where id = ?", String.class, id)));
    }

    /** How far the last one is that was begun; empty when there was none. */
    Optional<Progress> progress() {
        return jdbc.query(Progress.SELECT + " order by started_at desc, id desc limit 1", Progress.ROW).stream()
                .findFirst();
    }

    private Optional<Progress> progress(UUID id) {
        return jdbc.query(Progress.SELECT + " where id = ?", Progress.ROW, id).stream()
                .findFirst();
    }
}
