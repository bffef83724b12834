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
        @Schema(example = "https://example.org/news/1") @Nullable
        String url,

        @Schema(example = "MENAFN") @Nullable String publisher,

        @Schema(example = "Scholz and Putin speak") @Nullable
        String title,

        @Schema(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(example = "en") @Nullable String language,
        @Nullable ArticleKind kind,
        @Nullable List<@Nullable String> externalIds) {}
