package org.readout.intake;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** What is known of a text that comes alone, as parameters. */
record ArticleMetadata(
        @Parameter(example = "https://example.org/news/1", schema = @Schema(maxLength = 2000)) @Nullable
        String url,

        @Parameter(example = "MENAFN", schema = @Schema(maxLength = 200)) @Nullable
        String publisher,

        @Parameter(example = "Scholz and Putin speak", schema = @Schema(maxLength = 1000)) @Nullable
        String title,

        @Parameter(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Parameter(example = "en", schema = @Schema(maxLength = 35)) @Nullable
        String language,

        @Nullable ArticleKind kind) {

    ArticleCommand of(String text) {
        return new ArticleCommand(text, url, publisher, title, publishedAt, language, kind, null, null);
    }
}
