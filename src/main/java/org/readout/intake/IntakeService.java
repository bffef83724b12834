package org.readout.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleDraft;
import org.readout.article.ArticleService;
import org.readout.call.CallService;
import org.readout.claim.ArticleKind;
import org.readout.claim.Report;
import org.readout.extraction.Reading;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Attempts;
import org.readout.platform.Attempts.Outpaced;
import org.readout.report.ReportView;
import org.readout.report.ReportedArticle;
import org.readout.report.Reports;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an article through all steps. It is read first, with no lock held; then, in one transaction, what it bears on is
 * locked, the article is kept, and what it says is entered into the calls.
 */
@Service
public class IntakeService {

    /**
     * An article taken in.
     *
     * @param article the article
     * @param isNew whether it was not there before
     * @param found what it came to, where that was entered now and nothing else with it; null where it is to be looked up
     */
    public record Taken(
            Article article, boolean isNew, @Nullable Found found) {

        /** An article taken in of which whoever wants to know looks up what it came to. */
        Taken(Article article, boolean isNew) {
            this(article, isNew, null);
        }
    }

    /**
     * What an article came to.
     *
     * @param reports what it says
     * @param derivedFrom the article whose text it repeats; null where it repeats none
     */
    public record Found(List<ReportView> reports, @Nullable UUID derivedFrom) {}

    private final ArticleService articles;
    private final CallService calls;
    private final Reports reports;
    private final LeaderRegistry leaders;
    private final DraftReader reader;
    private final Feed feed;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Steps steps;
    private final Clock clock;

    IntakeService(
            ArticleService articles,
            CallService calls,
            Reports reports,
            LeaderRegistry leaders,
            DraftReader reader,
            Feed feed,
            Attempts attempts,
            TransactionTemplate transaction,
            JsonMapper json,
            Steps steps,
            Clock clock) {
        this.steps = steps;
        this.articles = articles;
        this.calls = calls;
        this.reports = reports;
        this.leaders = leaders;
        this.reader = reader;
        this.feed = feed;
        this.attempts = attempts;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Takes an article as a client says it. */
    Taken take(ArticleCommand command) {
        return take(draft(command));
    }

    /** The article that a client says. */
    ArticleDraft draft(ArticleCommand command) {
        return Drafts.of(command, command.reports() == null ? null : json.writeValueAsString(command.reports()))
                .orThrow();
    }

    Taken take(ArticleDraft draft) {
        return take(draft, article -> {});
    }

    private Taken take(ArticleDraft draft, Consumer<UUID> check) {
        Taken taken = attempts.run(
                () -> articles.held(draft).map(held -> new Taken(held, false)).orElseGet(() -> takeNew(draft, check)));
        if (!taken.isNew()) {
            check.accept(taken.article().id());
        }
        return taken;
    }

    private Taken takeNew(ArticleDraft draft, Consumer<UUID> check) {
        Preparation prepared = new Preparation(List.of(), urls(draft.url(), draft.text()));
        Reading reading = reader.read(draft, prepared.known.names());
        return inOneTransaction(() -> {
            articles.lock(List.of(), draft);
            Optional<Article> held = articles.held(draft);
            if (held.isPresent()) {
                return new Taken(held.get(), false);
            }
            steps.time(Steps.Step.LOCK, () -> prepared.lock(reading.reports()));
            Article stored = articles.store(draft, DraftReader.around(reading));
            Taken taken = steps.time(
                    Steps.Step.ENTER,
                    () -> prepared.alone
                            ? enterAlone(stored, reading.reports())
                            : enterBeside(stored, reading.reports(), prepared));
            tell(stored.id(), Change.Kind.ADDED);
            check.accept(stored.id());
            return taken;
        });
    }

    private Taken enterAlone(Article stored, List<Report> said) {
        CallService.Entered entered =
                calls.enterNew(new ReportedArticle(stored.id(), stored.publishedOn(), said), Cause.added(stored.id()));
        return new Taken(
                stored,
                true,
                new Found(reports.views(entered.reports()), entered.repeated().get(stored.id())));
    }

    private Taken enterBeside(Article stored, List<Report> said, Preparation prepared) {
        enter(stored.id(), said, prepared, Cause.added(stored.id()));
        return new Taken(articles.get(stored.id()), true);
    }

    /** Does all that taking an article does, and undoes it. */
    void rehearse(ArticleCommand command) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            takeNew(draft(command), article -> {});
        });
    }

    /**
     * Corrects the metadata of an article.
     *
     * @param check throws where the article is not what the caller takes it for; nothing else can change it meanwhile
     */
    Article amend(UUID id, ArticlePatch patch, Runnable check) {
        return attempts.run(() -> {
            Article before = articles.get(id);
            ArticleDraft after = Drafts.amended(before, patch).orThrow();
            Set<String> urls = urls(before.url(), before.text());
            urls.addAll(urls(after.url(), after.text()));
            Preparation prepared = new Preparation(List.of(before), urls);
            Reading reading = reader.read(after, prepared.known.names());
            return inOneTransaction(() -> {
                articles.lock(List.of(id), after);
                prepared.lock(reading.reports());
                check.run();
                articles.amend(id, after, DraftReader.around(reading));
                enter(id, reading.reports(), prepared, Cause.corrected(id));
                tell(id, Change.Kind.CHANGED);
                return articles.get(id);
            });
        });
    }

    /** Withdraws an article, if it is what the caller takes it for. */
    void withdraw(UUID id, Runnable check) {
        attempts.run(() -> {
            Article article = articles.get(id);
            Preparation prepared = new Preparation(List.of(article), urls(article.url(), article.text()));
            return inOneTransaction(() -> {
                articles.lock(List.of(id), null);
                prepared.lock(List.of());
                check.run();
                articles.withdraw(id);
                enter(id, List.of(), prepared, Cause.withdrawn(id));
                tell(id, Change.Kind.WITHDRAWN);
                return id;
            });
        });
    }

    private <T> T inOneTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Takes a report made by hand, as an analyst's note. */
    public Taken note(ReportCommand report) {
        return note(report, article -> {});
    }

    /**
     * The same.
     *
     * @param check throws where what has become of the note is not what was wanted; then nothing is kept
     */
    public Taken note(ReportCommand report, Consumer<UUID> check) {
        new GivenReports(leaders, null, null, null).readOne(report).orThrow();
        ArticleDraft draft = new ArticleDraft(
                null,
                json.writeValueAsString(List.of(report)),
                null,
                null,
                null,
                null,
                ArticleKind.ANALYST_NOTE,
                null,
                null,
                List.of());
        return take(draft, check);
    }

    /**
     * What has been found out about articles and their pages before they are locked: the articles themselves, and what
     * texts say that do not count now but may once an article is withdrawn or moved.
     */
    private final class Preparation {
        private final List<Article> changing;
        private final Set<String> urls;
        private final LeaderRegistry.Known known = leaders.known();
        private final Map<UUID, List<Report>> silent = new HashMap<>();

        /** Whether the pages have no text yet, which is known once they are locked. */
        private boolean alone;

        Preparation(List<Article> changing, Set<String> urls) {
            this.changing = changing;
            this.urls = urls;
            if (!changing.isEmpty()) {
                articles.ofPages(urls).stream()
                        .filter(a -> !a.counts())
                        .forEach(a -> silent.put(a.id(), reader.read(a).reports()));
            }
        }

        /** Locks the calls that what is said, or what the pages' texts say, can bear on; the articles are locked already. */
        void lock(List<Report> said) {
            List<Article> texts = articles.ofPages(urls);
            alone = texts.isEmpty();
            boolean same = changing.stream().allMatch(a -> articles.get(a.id()).equals(a));
            boolean read = changing.isEmpty()
                    || texts.stream().filter(a -> !a.counts()).allMatch(a -> silent.containsKey(a.id()));
            if (!same || !read) {
                throw new Outpaced("an article or a text of its page was changed");
            }
            calls.lock(
                    Stream.concat(texts.stream(), changing.stream())
                            .map(Article::id)
                            .toList(),
                    Stream.concat(said.stream(), silent.values().stream().flatMap(List::stream))
                            .toList());
            if (leaders.changes() != known.changes()) {
                throw new Outpaced("what is known of leaders was changed");
            }
        }

        List<Report> saidBy(Article page) {
            return Objects.requireNonNull(silent.get(page.id()), "a text counts again that was not read");
        }
    }

    /** Enters what the article says, and what other texts of its pages do since they count or no longer do. */
    private void enter(UUID id, List<Report> said, Preparation prepared, Cause cause) {
        List<Article> pages = new ArrayList<>();
        prepared.urls.forEach(url -> pages.addAll(articles.relateRevisions(url)));
        Map<UUID, ReportedArticle> entered = new LinkedHashMap<>();
        for (Article page : pages) {
            if (!page.id().equals(id)) {
                List<Report> says = page.counts() ? prepared.saidBy(page) : List.of();
                entered.put(page.id(), new ReportedArticle(page.id(), page.publishedOn(), says));
            }
        }
        Article article = Objects.requireNonNull(articles.all(List.of(id)).get(id));
        entered.put(id, new ReportedArticle(id, article.publishedOn(), article.counts() ? said : List.of()));
        calls.enter(List.copyOf(entered.values()), cause);
        for (Article page : pages) {
            feed.add(
                    Change.Subject.SOURCE_ARTICLE,
                    page.id(),
                    page.counts() ? Change.Kind.RESTORED : Change.Kind.SUPERSEDED,
                    page.supersededBy(),
                    page.updatedAt());
        }
    }

    /** The page that an article with a text is of. */
    private static Set<String> urls(@Nullable String url, @Nullable String text) {
        return url == null || text == null ? new HashSet<>() : new HashSet<>(Set.of(url));
    }

    private void tell(UUID id, Change.Kind kind) {
        feed.add(Change.Subject.SOURCE_ARTICLE, id, kind, null, clock.instant());
    }
}
