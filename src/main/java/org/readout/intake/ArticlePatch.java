package org.readout.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** Metadata to correct; what is left out stays. */
@Schema(
        name = "SourceArticlePatch",
        description = "Metadata to correct; what is left out stays, and the text never changes")
record ArticlePatch(
        @Schema(maxLength = 2000, example = "https://example.org/news/1") @Nullable
        String url,

        @Schema(maxLength = 200, example = "MENAFN") @Nullable
        String publisher,

        @Schema(maxLength = 1000, example = "Scholz and Putin speak") @Nullable
        String title,

        @Schema(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(maxLength = 35, example = "en") @Nullable String language,
        @Nullable ArticleKind kind,
        @Nullable List<@Nullable String> externalIds) {}
