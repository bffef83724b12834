package org.readout.extraction;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Report;
import org.readout.claim.Warning;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.contact.ContactFinder;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateReader;
import org.readout.extraction.duration.DurationReader;
import org.readout.extraction.language.Language;
import org.readout.extraction.mention.Era;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionFinder;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.MentionResolver;
import org.readout.extraction.source.AgencyReader;
import org.readout.extraction.source.AttributionReader;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.source.Scene;
import org.readout.extraction.source.Titled;
import org.readout.extraction.text.Boilerplate;
import org.readout.extraction.text.DatelineReader;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.told.CallScope;
import org.readout.extraction.told.CallTeller;
import org.readout.extraction.told.ContactDates;
import org.readout.extraction.trace.Trace;
import org.readout.names.Names;
import org.readout.names.Person;

/**
 * Reads a text into reports: mentions, contacts between leaders, the calls they make up, and the claims on each.
 *
 * <p>Pure: the same text and names give the same reading. Time grows linearly with the text.
 */
public final class ArticleReader {

    private final Names names;
    private final Language language;
    private final DurationReader durations;
    private final Issuers issuers;

    /** A reader of English texts. */
    public ArticleReader(Names names) {
        this(names, Language.ENGLISH);
    }

    /** A reader of texts in a language. */
    public ArticleReader(Names names, Language language) {
        this.names = names;
        this.language = language;
        this.durations = new DurationReader(language);
        this.issuers = new Issuers(names, language);
    }

    /** Reads the whole of a text; a text that tells of no call gives no reports. */
    public Reading read(ArticleText article) {
        return read(article, new Trace());
    }

    /** The same, noting each place that was considered and what was made of it. */
    public Reading read(ArticleText article, Trace trace) {
        DatelineReader.Dateline dateline = DatelineReader.read(article.text());
        LocalDate published = article.published() != null ? article.published() : dateline.published();
        PublishedBasis basis = article.published() != null ? PublishedBasis.GIVEN : dateline.basis();
        Boilerplate boilerplate = Boilerplate.in(article.text(), language, dateline.tags());
        TokenizedText text = TokenizedText.of(article.text(), language, boilerplate);
        Found found = find(article, text, published, trace);
        return new Reading(published, basis, dateline.externalIds(), found.reports(), found.warnings(published, trace));
    }

    /** Reads only what stands around the text: day of publication and external ids. */
    public Reading readEdges(ArticleText article) {
        DatelineReader.Dateline dateline = DatelineReader.read(article.text());
        return article.published() != null
                ? new Reading(article.published(), PublishedBasis.GIVEN, dateline.externalIds(), List.of(), Set.of())
                : new Reading(dateline.published(), dateline.basis(), dateline.externalIds(), List.of(), Set.of());
    }

    /** What a text tells, and how many people it names whom the registry holds. */
    private record Found(List<Report> reports, long leaders) {

        private static final Set<Trace.Verdict> NOT_KNOWN =
                EnumSet.of(Trace.Verdict.NOBODY_KNOWN, Trace.Verdict.NO_PARTNER, Trace.Verdict.NO_SUBJECT);

        Set<Warning> warnings(@Nullable LocalDate published, Trace trace) {
            Set<Warning> out = EnumSet.noneOf(Warning.class);
            boolean dated = !reports.isEmpty()
                    && reports.stream()
                            .allMatch(r -> r.date() != null && r.date().bounded());
            if (published == null && !dated) {
                out.add(Warning.NO_DATE);
            }
            if (reports.isEmpty() && leaders < 2) {
                out.add(Warning.NO_TWO_LEADERS);
            }
            boolean unknown = reports.stream()
                    .flatMap(r -> r.participants().people().stream())
                    .anyMatch(p -> p.leaderId() == null);
            if (unknown || reports.isEmpty() && trace.steps().stream().anyMatch(s -> NOT_KNOWN.contains(s.verdict()))) {
                out.add(Warning.NAME_NOT_KNOWN);
            }
            return out;
        }
    }

    private Found find(ArticleText article, TokenizedText text, @Nullable LocalDate day, Trace trace) {
        List<DateFound> dates = DateReader.find(text, day);
        LocalDate about = day == null ? Era.ofDates(dates) : day;
        Person issuer = issuers.of(article, about).orElse(null);
        boolean readout = issuer != null || article.kind() == ArticleKind.OFFICIAL_READOUT;
        Titled titled = Headline.of(Headline.over(article), language, names, about, issuer);
        List<Mention> resolved =
                MentionResolver.resolve(MentionFinder.find(text, names), text, names, about, issuer, titled.people());
        MentionIndex mentions = new MentionIndex(text, resolved);
        long leaders = resolved.stream()
                .map(m -> m.person())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        Scene scene = new Scene(text, mentions, Quotations.in(text, mentions), day, issuer, readout, titled);
        List<Contact> contacts = ContactFinder.find(scene, trace);
        if (contacts.stream().noneMatch(c -> c.parties().size() >= 2)) {
            return new Found(List.of(), leaders);
        }
        Attributions attributions = new Attributions(
                text,
                AttributionReader.read(scene),
                issuer,
                article.publisher(),
                AgencyReader.read(article.publisher(), article.kind(), text),
                day);
        ContactDates contactDates = new ContactDates(text, contacts, dates, attributions, scene.quotations(), day);
        CallTeller.Told told = CallTeller.tell(text, contacts, contactDates, day, trace);
        CallScope scope = new CallScope(text, contacts, told, readout);
        ClaimWriter writer = new ClaimWriter(article, scene, dates, attributions, told, scope, durations);
        return new Found(writer.reports(), leaders);
    }
}
