package org.readout.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** An article as a client posts it. */
@Schema(
        name = "SourceArticleInput",
        description = "An article: its text as published, or what the caller read in it, or both")
record ArticleCommand(
        @Schema(
                description = "The text as published; may be left out when reports are given",
                example =
                        "German Chancellor Olaf Scholz spoke by phone with Russian President Vladimir Putin on Friday. The call lasted nearly an hour.")
        @Nullable
        String text,

        @Schema(maxLength = 2000, example = "https://example.org/news/1") @Nullable
        String url,

        @Schema(maxLength = 200, example = "MENAFN") @Nullable
        String publisher,

        @Schema(maxLength = 1000, example = "Scholz and Putin speak for the first time in two years") @Nullable
        String title,

        @Schema(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(maxLength = 35, description = "BCP 47 language tag", example = "en") @Nullable
        String language,

        @Schema(description = "What sort of publication; NEWS when left out") @Nullable
        ArticleKind kind,

        @Schema(description = "Ids that others gave the article", example = "[\"MENAFN1108894482\"]") @Nullable
        List<@Nullable String> externalIds,

        @Schema(description = "What the caller read; then Readout does not read the text itself") @Nullable
        List<@Nullable ReportCommand> reports) {}
