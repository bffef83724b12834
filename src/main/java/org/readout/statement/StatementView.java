package org.readout.statement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.QuoteType;

/** A statement as the API shows it. */
@Schema(
        name = "Statement",
        description = "What one side said in or about a call, in the wording chosen and in all others")
public record StatementView(
        UUID id,
        UUID callId,

        @Schema(description = "The leader's slug, or who spoke", example = "olaf-scholz")
        String saidBy,

        @Schema(description = "State or organisation spoken for", example = "DE") @Nullable
        String onBehalfOf,

        @Schema(description = "Who passed it on", example = "a spokesperson for the German government") @Nullable
        String relayedBy,

        QuoteType quoteType,

        @Schema(description = "The fullest and best-sourced wording")
        String text,

        @Schema(description = "Every wording, the chosen one first")
        List<StatementVariants.Variant> variants,

        @Schema(example = "2") int articleCount,
        @Schema(example = "1") int originCount,
        Instant createdAt) {}
