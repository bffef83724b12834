package org.readout.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;

/** Metadata to correct; what is left out stays. */
@Schema(
        name = "SourceArticlePatch",
        description = "Metadata to correct; what is left out stays, and the text never changes")
record ArticlePatch(
        @Schema(example = "https://example.org/news/1") @Filled @Size(max = Bounds.ADDRESS) @Nullable
        String url,

        @Schema(example = "MENAFN") @Filled @Size(max = Bounds.NAME) @Nullable
        String publisher,

        @Schema(example = "Scholz and Putin speak") @Filled @Size(max = Bounds.TITLE) @Nullable
        String title,

        @Schema(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(example = "en")
        @Size(max = ArticleCommand.LANGUAGE_TAG)
        @Pattern(regexp = ArticleCommand.LANGUAGE, message = ArticleCommand.NO_LANGUAGE)
        @Nullable
        String language,

        @Nullable ArticleKind kind,

        @Size(max = ArticleCommand.MOST_IDS, message = Bounds.TOO_MANY) @Nullable
        List<@NotNull @Filled @Size(max = Bounds.NAME) @Nullable String> externalIds) {}
