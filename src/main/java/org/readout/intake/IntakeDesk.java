package org.readout.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleArchive;
import org.readout.article.ArticleDraft;
import org.readout.call.ArticleDirectory;
import org.readout.call.ArticleFacts;
import org.readout.call.CallCatalogue;
import org.readout.call.CallLedger;
import org.readout.call.CallView;
import org.readout.call.ReportedArticle;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Report;
import org.readout.extraction.ArticleReader;
import org.readout.extraction.ArticleText;
import org.readout.extraction.Reading;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes an article through all steps, in one transaction: kept, read, entered into the calls. */
@Service
class IntakeDesk {

    /** An article taken in, and whether it was new. */
    record Taken(Article article, boolean isNew) {}

    private static final TypeReference<List<ReportCommand>> REPORTS = new TypeReference<>() {};

    private final ArticleArchive archive;
    private final CallLedger ledger;
    private final CallCatalogue calls;
    private final LeaderRegistry leaders;
    private final Feed feed;
    private final JsonMapper json;
    private final Clock clock;

    IntakeDesk(
            ArticleArchive archive,
            CallLedger ledger,
            CallCatalogue calls,
            LeaderRegistry leaders,
            Feed feed,
            JsonMapper json,
            Clock clock) {
        this.archive = archive;
        this.ledger = ledger;
        this.calls = calls;
        this.leaders = leaders;
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    Taken take(ArticleDraft draft) {
        ArticleArchive.Stored stored = archive.store(draft);
        if (!stored.isNew()) {
            return new Taken(stored.article(), false);
        }
        UUID id = stored.article().id();
        Reading reading = dated(stored.article());
        enter(id, reading.reports(), urls(stored.article()), archive.relateCopies(id), Cause.added(id));
        tell(id, Change.Kind.ADDED);
        return new Taken(archive.get(id), true);
    }

    @Transactional
    Article amend(UUID id, ArticlePatch patch) {
        Article before = archive.get(id);
        Article after = archive.amend(id, Drafts.amended(before, patch));
        Reading reading = dated(after);
        Set<String> urls = urls(before);
        urls.addAll(urls(after));
        enter(id, reading.reports(), urls, Set.of(), Cause.corrected(id));
        tell(id, Change.Kind.CHANGED);
        return archive.get(id);
    }

    /** Takes a report made by hand, as an analyst's note. */
    @Transactional
    Taken note(ReportCommand report) {
        new GivenReports(leaders, null, null, null).readOne(report);
        return take(new ArticleDraft(
                null,
                json.writeValueAsString(List.of(report)),
                null,
                null,
                null,
                null,
                ArticleKind.ANALYST_NOTE,
                null,
                null,
                List.of()));
    }

    /** Takes a statement made by hand on a call; a problem when the note would tell of another call. */
    @Transactional
    UUID note(StatementNote note) {
        CallView call = calls.view(Objects.requireNonNull(note.callId()));
        Taken taken = note(note.report(call));
        boolean there = calls.reportsOfArticle(taken.article().id()).stream()
                .allMatch(r -> Objects.equals(note.callId(), r.callId()));
        if (!there) {
            throw Problem.conflict(
                    "The call's date is too vague to tell it from others; add the statement to an article of it.");
        }
        return taken.article().id();
    }

    @Transactional
    void withdraw(UUID id) {
        Article article = archive.get(id);
        archive.withdraw(id);
        enter(id, List.of(), urls(article), archive.relateCopies(id), Cause.withdrawn(id));
        tell(id, Change.Kind.WITHDRAWN);
    }

    /** What the article says as it is read now, its day of publication noted with it. */
    Reading dated(Article article) {
        Reading reading = read(article);
        archive.dated(article.id(), reading.published(), reading.basis(), reading.externalIds());
        return reading;
    }

    /** Enters what the article says, and what other texts of its pages do since they count or no longer do. */
    private void enter(UUID id, List<Report> said, Set<String> urls, Collection<UUID> copies, Cause cause) {
        List<Article> pages = new ArrayList<>();
        urls.forEach(url -> pages.addAll(archive.relateRevisions(url)));
        Map<UUID, ReportedArticle> entered = new LinkedHashMap<>();
        for (Article page : pages) {
            entered.put(
                    page.id(),
                    new ReportedArticle(
                            page.id(),
                            page.publishedOn(),
                            !page.counts()
                                    ? List.of()
                                    : page.id().equals(id) ? said : read(page).reports()));
        }
        Article article = Objects.requireNonNull(archive.all(List.of(id)).get(id));
        entered.put(id, new ReportedArticle(id, article.publishedOn(), article.counts() ? said : List.of()));
        ledger.enter(List.copyOf(entered.values()), copies, cause);
        for (Article page : pages) {
            feed.add(
                    Change.Subject.SOURCE_ARTICLE,
                    page.id(),
                    page.counts() ? Change.Kind.RESTORED : Change.Kind.SUPERSEDED,
                    page.supersededBy(),
                    page.updatedAt());
        }
    }

    private static Set<String> urls(Article article) {
        String url = article.url();
        return url == null || article.text() == null ? new TreeSet<>() : new TreeSet<>(Set.of(url));
    }

    private void tell(UUID id, Change.Kind kind) {
        feed.add(Change.Subject.SOURCE_ARTICLE, id, kind, null, clock.instant());
    }

    Reading read(Article a) {
        boolean given = a.publishedBasis() == PublishedBasis.GIVEN;
        Reading reading = read(
                a.text(), a.title(), a.publisher(), given ? a.publishedOn() : null, a.kind(), a.givenReports() == null);
        if (a.givenReports() == null) {
            return reading;
        }
        List<Report> reports = new GivenReports(leaders, reading.published(), a.publisher(), a.text())
                .read(json.readValue(a.givenReports(), REPORTS), "/reports");
        return new Reading(reading.published(), reading.basis(), reading.externalIds(), reports);
    }

    /** What a text would give, stored nowhere. */
    @Transactional(readOnly = true)
    Reading read(ArticleDraft d) {
        return read(d.text(), d.title(), d.publisher(), d.publishedOn(), d.kind(), true);
    }

    private Reading read(
            @Nullable String text,
            @Nullable String title,
            @Nullable String publisher,
            @Nullable LocalDate published,
            ArticleKind kind,
            boolean wholly) {
        if (text == null) {
            return new Reading(
                    published, published == null ? PublishedBasis.UNKNOWN : PublishedBasis.GIVEN, List.of(), List.of());
        }
        ArticleReader reader = new ArticleReader(leaders.names());
        ArticleText article = new ArticleText(text, title, publisher, published, kind);
        return wholly ? reader.read(article) : reader.readEdges(article);
    }

    /** Answers the calls' questions about articles from the archive. */
    @Service
    static class Directory implements ArticleDirectory {
        private final ArticleArchive archive;

        Directory(ArticleArchive archive) {
            this.archive = archive;
        }

        @Override
        public Map<UUID, ArticleFacts> facts(Collection<UUID> articleIds) {
            return archive.all(articleIds).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            e -> new ArticleFacts(
                                    e.getValue().publisher(), e.getValue().copyOf())));
        }
    }
}
