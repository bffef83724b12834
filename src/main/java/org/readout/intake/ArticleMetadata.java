package org.readout.intake;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;

/** What is known of a text that comes alone, as parameters. */
record ArticleMetadata(
        @Parameter(example = "https://example.org/news/1") @Filled @Size(max = Bounds.ADDRESS) @Nullable
        String url,

        @Parameter(example = "MENAFN") @Filled @Size(max = Bounds.NAME) @Nullable
        String publisher,

        @Parameter(example = "Scholz and Putin speak") @Filled @Size(max = Bounds.TITLE) @Nullable
        String title,

        @Parameter(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Parameter(example = "en")
        @Size(max = ArticleCommand.LANGUAGE_TAG)
        @Pattern(regexp = ArticleCommand.LANGUAGE, message = ArticleCommand.NO_LANGUAGE)
        @Nullable
        String language,

        @Nullable ArticleKind kind) {

    ArticleCommand of(String text) {
        return new ArticleCommand(text, url, publisher, title, publishedAt, language, kind, null, null);
    }
}
