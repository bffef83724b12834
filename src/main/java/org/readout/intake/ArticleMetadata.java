package org.readout.intake;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** What is known of a text that comes alone, as parameters. */
record ArticleMetadata(
        @Parameter(example = "https://example.org/news/1") @Nullable
        String url,

        @Parameter(example = "MENAFN") @Nullable String publisher,

        @Parameter(example = "Scholz and Putin speak") @Nullable
        String title,

        @Parameter(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Parameter(example = "en") @Nullable String language,
        @Nullable ArticleKind kind) {

    ArticleCommand of(String text) {
        return new ArticleCommand(text, url, publisher, title, publishedAt, language, kind, null, null);
    }
}
