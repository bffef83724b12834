package org.readout.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.readout.article.Article;
import org.readout.article.ArticleDraft;
import org.readout.article.Surroundings;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Report;
import org.readout.claim.Warning;
import org.readout.extraction.ArticleReader;
import org.readout.extraction.ArticleText;
import org.readout.extraction.LanguageCheck;
import org.readout.extraction.Reading;
import org.readout.extraction.trace.Trace;
import org.readout.leader.LeaderRegistry;
import org.readout.names.Names;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads articles with the names of the registry as they stand: their texts, or the reports that their givers read. */
@Component
public class DraftReader {

    private static final TypeReference<List<ReportCommand>> REPORTS = new TypeReference<>() {};

    private final LeaderRegistry leaders;
    private final JsonMapper json;
    private final Timer readings;
    private final Counter reports;
    private final Counter claims;

    DraftReader(LeaderRegistry leaders, JsonMapper json, MeterRegistry meters) {
        this.leaders = leaders;
        this.json = json;
        this.readings = Timer.builder("readout.readings")
                .description("Texts read, and how long it took")
                .register(meters);
        this.reports = Counter.builder("readout.reports")
                .description("Reports read from texts")
                .register(meters);
        this.claims = Counter.builder("readout.claims")
                .description("Claims read from texts")
                .register(meters);
    }

    /** What the article says as it is read now. */
    public Reading read(Article a) {
        boolean given = a.publishedBasis() == PublishedBasis.GIVEN;
        return read(new ArticleDraft(
                a.text(),
                a.givenReports(),
                a.url(),
                a.publisher(),
                a.title(),
                a.language(),
                a.kind(),
                given ? a.publishedOn() : null,
                given ? a.publishedTime() : null,
                a.externalIds()));
    }

    /** What of a reading is kept with the article. */
    public static Surroundings around(Reading reading) {
        return new Surroundings(reading.published(), reading.basis(), reading.externalIds(), reading.warnings());
    }

    /** What a draft says: what its text gives, or the reports that its giver read in it. */
    Reading read(ArticleDraft d) {
        return read(d, leaders.names());
    }

    /** The same with names as they were known before. */
    Reading read(ArticleDraft d, Names names) {
        return read(d, names, new Trace());
    }

    /** What a draft says, noting what was considered. */
    Reading read(ArticleDraft d, Trace trace) {
        return read(d, leaders.names(), trace);
    }

    private Reading read(ArticleDraft d, Names names, Trace trace) {
        Reading reading = readText(d, names, trace);
        if (d.givenReports() == null) {
            return reading;
        }
        List<Report> reports = new GivenReports(leaders, reading.published(), d.publisher(), d.text())
                .read(json.readValue(d.givenReports(), REPORTS), "/reports")
                .orThrow();
        return reading.with(reports);
    }

    private Reading readText(ArticleDraft d, Names names, Trace trace) {
        String text = d.text();
        LocalDate published = d.publishedOn();
        if (text == null) {
            return new Reading(
                    published,
                    published == null ? PublishedBasis.UNKNOWN : PublishedBasis.GIVEN,
                    List.of(),
                    List.of(),
                    Set.of());
        }
        ArticleReader reader = new ArticleReader(names);
        ArticleText article = new ArticleText(text, d.title(), d.publisher(), published, d.kind());
        if (d.givenReports() != null) {
            return reader.readEdges(article);
        }
        Reading reading = Objects.requireNonNull(readings.record(() -> reader.read(article, trace)));
        reports.increment(reading.reports().size());
        claims.increment(
                reading.reports().stream().mapToInt(r -> r.claims().size()).sum());
        return LanguageCheck.reads(d.language(), text) ? reading : reading.with(Warning.LANGUAGE_NOT_READ);
    }
}
