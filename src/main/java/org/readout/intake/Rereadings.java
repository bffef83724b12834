package org.readout.intake;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.readout.platform.Ids;
import org.readout.platform.Times;
import org.readout.reconciliation.Reconciler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
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
    private static final int TRIES = 3;
    private static final int STEPS_TO_TELL = 200;

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
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.archive = archive;
        this.desk = desk;
        this.staged = staged;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins to read the whole store anew; when that is under way, goes on with it. */
    Progress start() {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("lock table rereading in share row exclusive mode");
            if (open("STORE").isEmpty()) {
                UUID id = Ids.next();
                begin(id, "STORE", Cause.rules(id));
                count(
                        id,
                        jdbc.update(
                                "insert into rereading_article select ?, id from source_article where withdrawn_at is null",
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
                insert into rereading_article
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

    /** One transaction's work; false when all is done. */
    private boolean step(UUID id) {
        for (int tries = 1; ; tries++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> work(id)));
            } catch (TransientDataAccessException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LOG.warn("rereading event=again id={} cause={}", id, e.toString());
            }
        }
    }

    private boolean work(UUID id) {
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, id.getLeastSignificantBits());
        Progress now = progress(id).orElseThrow();
        if (now.finishedAt() != null) {
            return false;
        }
        if (now.phase() == Progress.Phase.READING) {
            readSome(id, now);
            return true;
        }
        List<String> people = jdbc.queryForList(
                "select people_key from rereading_people where rereading_id = ? order by hash limit 1",
                String.class,
                id);
        if (people.isEmpty()) {
            jdbc.update("update rereading set finished_at = ? where id = ?", Times.sql(clock.instant()), id);
            LOG.info("rereading event=done {}", progress(id).orElseThrow());
            return false;
        }
        int changed = ledger.renew(people.get(0), cause(id));
        jdbc.update(
                "delete from rereading_people where rereading_id = ? and hash = cast(md5(?) as uuid)",
                id,
                people.get(0));
        jdbc.update(
                "update rereading set people_done = people_done + 1, calls_changed = calls_changed + ? where id = ?",
                changed,
                id);
        return true;
    }

    private void readSome(UUID id, Progress now) {
        List<UUID> some = jdbc.queryForList(
                "select article_id from rereading_article where rereading_id = ? order by article_id limit ?",
                UUID.class,
                id,
                ARTICLES_AT_A_TIME);
        Object ids = some.toArray(UUID[]::new);
        jdbc.queryForList(
                "select id from source_article where id = any (?) order by id for no key update", UUID.class, ids);
        Map<UUID, Article> articles = new LinkedHashMap<>(archive.all(some));
        Set<String> people = new TreeSet<>();
        int differing = 0;
        int failed = 0;
        for (UUID article : some) {
            Article a = articles.get(article);
            if (a == null || !a.counts()) {
                continue;
            }
            Optional<Set<String>> concerned = readOne(a);
            failed += concerned.isEmpty() ? 1 : 0;
            differing += concerned.map(c -> c.isEmpty() ? 0 : 1).orElse(0);
            concerned.ifPresent(people::addAll);
        }
        enqueue(id, people);
        jdbc.update("delete from rereading_article where rereading_id = ? and article_id = any (?)", id, ids);
        boolean last = some.size() < ARTICLES_AT_A_TIME;
        if (last && now.scope().equals("STORE")) {
            jdbc.update("""
                    insert into rereading_people (rereading_id, hash, people_key)
                    select distinct ?, cast(md5(people_key) as uuid), people_key from report on conflict do nothing
                    """, id);
        }
        jdbc.update("""
                update rereading set articles_read = articles_read + ?, differing = differing + ?, failed = failed + ?,
                       read_at = ?, people = (select count(*) from rereading_people where rereading_id = ?)
                where id = ?
                """, some.size(), differing, failed, last ? Times.sql(clock.instant()) : null, id, id);
    }

    /** Stages what the article says now; the people concerned, none where nothing differs; empty when it cannot be read. */
    private Optional<Set<String>> readOne(Article article) {
        Reading reading;
        try {
            reading = desk.read(article);
        } catch (RuntimeException e) {
            LOG.error("rereading event=unreadable article={}", article.id(), e);
            return Optional.empty();
        }
        Article dated = archive.dated(article.id(), reading.published(), reading.basis(), reading.externalIds());
        return Optional.of(staged.stage(new ReportedArticle(dated.id(), dated.publishedOn(), reading.reports())));
    }

    private void enqueue(UUID id, Set<String> people) {
        jdbc.batchUpdate(
                "insert into rereading_people (rereading_id, hash, people_key) values (?, cast(md5(?) as uuid), ?) on conflict do nothing",
                people.stream().map(p -> new Object[] {id, p, p}).toList());
    }

    private Cause cause(UUID id) {
        return Cause.of(java.util.Objects.requireNonNull(
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
