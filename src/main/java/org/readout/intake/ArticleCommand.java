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
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An article as a client posts it. */
@Schema(
        name = "SourceArticleInput",
        description = "An article: its text as published, or what the caller read in it, or both")
record ArticleCommand(
        @Schema(
                description = "The text as published; may be left out when reports are given",
                example =
                        "German Chancellor Olaf Scholz spoke by phone with Russian President Vladimir Putin on Friday. The call lasted nearly an hour.")
        @Filled
        @Nullable
        String text,

        @Schema(example = "https://example.org/news/1") @Filled @Size(max = Bounds.ADDRESS) @Nullable
        String url,

        @Schema(example = "MENAFN") @Filled @Size(max = Bounds.NAME) @Nullable
        String publisher,

        @Schema(example = "Scholz and Putin speak for the first time in two years")
        @Filled
        @Size(max = Bounds.TITLE)
        @Nullable
        String title,

        @Schema(description = "Date, or date-time with offset", example = "2024-11-17") @Nullable
        String publishedAt,

        @Schema(description = "BCP 47 language tag", example = "en")
        @Size(max = LANGUAGE_TAG)
        @Pattern(regexp = LANGUAGE, message = NO_LANGUAGE)
        @Nullable
        String language,

        @Schema(description = "What sort of publication; NEWS when left out") @Nullable
        ArticleKind kind,

        @Schema(description = "Ids that others gave the article", example = "[\"MENAFN1108894482\"]")
        @Size(max = MOST_IDS, message = Bounds.TOO_MANY)
        @Nullable
        List<@NotNull @Filled @Size(max = Bounds.NAME) @Nullable String> externalIds,

        @Schema(description = "What the caller read; then Readout does not read the text itself")
        @Size(min = 1, max = Bounds.ENTRIES, message = "has no or more than {max} entries")
        @Nullable
        List<@NotNull @Nullable ReportCommand> reports) {

    static final int LANGUAGE_TAG = 35;
    static final int MOST_IDS = 50;
    static final String LANGUAGE = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";
    static final String NO_LANGUAGE = "is not a language tag (BCP 47)";

    /**
     * Reads one that comes as text, strictly.
     *
     * @throws JacksonException where it is no such JSON
     * @throws InvalidInput where it is null, or broken text
     */
    static ArticleCommand read(JsonMapper json, String text) {
        ArticleCommand command = json.readValue(TextBody.checked(text), ArticleCommand.class);
        if (command == null) {
            throw new InvalidInput(List.of(InputError.field("", "is not an object")));
        }
        return command;
    }
}
