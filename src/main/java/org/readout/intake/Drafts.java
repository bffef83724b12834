package org.readout.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleDraft;
import org.readout.claim.ArticleKind;
import org.readout.claim.CallDate;
import org.readout.claim.PublishedBasis;
import org.readout.platform.Checked;
import org.readout.platform.Constraints;
import org.readout.platform.InputError;

/** Checks what a client says of an article, field by field, before anything is stored. */
final class Drafts {

    /** When an article was published. */
    private record Published(
            @Nullable LocalDate day, @Nullable Instant time) {}

    private final List<InputError> errors = new ArrayList<>();
    private final boolean inBody;

    private Drafts(boolean inBody) {
        this.inBody = inBody;
    }

    /** The draft of a JSON body. */
    static Checked<ArticleDraft> of(ArticleCommand c, @Nullable String givenReports) {
        return new Drafts(true).checked(c, givenReports, c.text() == null && givenReports == null ? "/text" : null);
    }

    /** The draft of a text body with its metadata as parameters. */
    static Checked<ArticleDraft> ofText(ArticleCommand c) {
        return new Drafts(false).checked(c, null, null);
    }

    /** The stored article with corrected metadata. */
    static Checked<ArticleDraft> amended(Article a, ArticlePatch p) {
        ArticleCommand command = new ArticleCommand(
                null,
                either(p.url(), a.url()),
                either(p.publisher(), a.publisher()),
                either(p.title(), a.title()),
                p.publishedAt(),
                either(p.language(), a.language()),
                p.kind() == null ? a.kind() : p.kind(),
                p.externalIds() == null ? List.copyOf(a.externalIds()) : p.externalIds(),
                null);
        Drafts drafts = new Drafts(true);
        ArticleDraft d = drafts.draft(command, a.givenReports(), null);
        boolean keeps = p.publishedAt() == null && a.publishedBasis() == PublishedBasis.GIVEN;
        ArticleDraft amended = new ArticleDraft(
                a.text(),
                a.givenReports(),
                d.url(),
                d.publisher(),
                d.title(),
                d.language(),
                d.kind(),
                keeps ? a.publishedOn() : d.publishedOn(),
                keeps ? a.publishedTime() : d.publishedTime(),
                d.externalIds());
        return Checked.of(amended, drafts.errors);
    }

    private static @Nullable String either(@Nullable String given, @Nullable String held) {
        return given == null ? held : given;
    }

    private Checked<ArticleDraft> checked(ArticleCommand c, @Nullable String givenReports, @Nullable String missing) {
        return Checked.of(draft(c, givenReports, missing), errors);
    }

    private ArticleDraft draft(ArticleCommand c, @Nullable String givenReports, @Nullable String missing) {
        if (missing != null) {
            errors.add(InputError.field(missing, "is missing"));
        }
        Constraints.faults(c, "")
                .forEach(f -> error(Objects.requireNonNull(f.pointer()).substring(1), f.detail()));
        Published published = published(c.publishedAt());
        return new ArticleDraft(
                c.text(),
                givenReports,
                c.url(),
                c.publisher(),
                c.title(),
                c.language(),
                c.kind() == null ? ArticleKind.NEWS : c.kind(),
                published.day(),
                published.time(),
                c.externalIds() == null
                        ? List.of()
                        : c.externalIds().stream()
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
    }

    private Published published(@Nullable String value) {
        if (value == null) {
            return new Published(null, null);
        }
        LocalDate day = CallDate.parse(value)
                .filter(CallDate::singleDay)
                .map(CallDate::earliest)
                .orElse(null);
        if (day != null) {
            return new Published(day, null);
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= 1000 && time.getYear() <= 2999) {
                LocalDate local = OffsetDateTime.parse(value).toLocalDate();
                return new Published(local, time.toInstant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
            }
        } catch (DateTimeException e) {
            // said below
        }
        error("publishedAt", "is not a date (2024-11-17) or a date-time with offset (2024-11-17T08:00:00Z)");
        return new Published(null, null);
    }

    /** Of a text that comes alone the body is the text, and the rest parameters. */
    private void error(String field, String detail) {
        errors.add(
                inBody
                        ? InputError.field("/" + field, detail)
                        : field.equals("text") ? InputError.field("", detail) : InputError.parameter(field, detail));
    }
}
