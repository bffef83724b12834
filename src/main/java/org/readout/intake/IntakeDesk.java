package org.readout.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final JsonMapper json;

    IntakeDesk(
            ArticleArchive archive, CallLedger ledger, CallCatalogue calls, LeaderRegistry leaders, JsonMapper json) {
        this.archive = archive;
        this.ledger = ledger;
        this.calls = calls;
        this.leaders = leaders;
        this.json = json;
    }

    @Transactional
    Taken take(ArticleDraft draft) {
        ArticleArchive.Stored stored = archive.store(draft);
        if (!stored.isNew()) {
            return new Taken(stored.article(), false);
        }
        return new Taken(
                enter(stored.article(), archive.relateCopies(stored.article().id())), true);
    }

    @Transactional
    Article amend(UUID id, ArticlePatch patch) {
        return enter(archive.amend(id, Drafts.amended(archive.get(id), patch)), Set.of());
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
        archive.withdraw(id);
        ledger.enter(new ReportedArticle(id, null, List.of()), archive.relateCopies(id));
    }

    /** Reads the article and enters what it says. */
    private Article enter(Article article, Collection<UUID> copies) {
        Reading reading = read(article);
        Article dated = archive.dated(article.id(), reading.published(), reading.basis(), reading.externalIds());
        ledger.enter(new ReportedArticle(dated.id(), dated.publishedOn(), reading.reports()), copies);
        return dated;
    }

    private Reading read(Article a) {
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
