package org.readout.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Warning;
import org.readout.report.ReportView;

/** An article as the API shows it. */
@Schema(name = "SourceArticle", description = "An article, and what it says of each call")
record ArticleView(
        UUID id,
        @Nullable String url,

        @Schema(example = "MENAFN") @Nullable String publisher,

        @Nullable String title,

        @Schema(description = "Day or time of publication, as precise as known", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(description = "Where that comes from") PublishedBasis publishedAtBasis,
        @Schema(example = "en") @Nullable String language,
        ArticleKind kind,
        List<String> externalIds,

        @Schema(description = "The article whose text this one repeats") @Nullable
        UUID derivedFrom,

        @Schema(description = "The later text of its page, which counts instead") @Nullable
        UUID supersededBy,

        @Schema(description = "Length of the text in UTF-16 code units; the text is at /text", example = "2526")
        int textLength,

        @Schema(description = "Why it may tell of less than it says", example = "[]")
        List<Warning> warnings,

        @Schema(description = "What it says of each call; null in lists") @Nullable
        List<ReportView> reports,

        Instant createdAt,
        Instant updatedAt) {

    static ArticleView of(Article a, @Nullable UUID derivedFrom, @Nullable List<ReportView> reports) {
        return new ArticleView(
                a.id(),
                a.url(),
                a.publisher(),
                a.title(),
                a.publishedTime() != null
                        ? DateTimeFormatter.ISO_INSTANT.format(a.publishedTime())
                        : a.publishedOn() == null ? null : a.publishedOn().toString(),
                a.publishedBasis(),
                a.language(),
                a.kind(),
                a.externalIds(),
                derivedFrom,
                a.supersededBy(),
                a.text() == null ? 0 : a.text().length(),
                a.warnings(),
                reports,
                a.createdAt(),
                a.updatedAt());
    }
}
