package org.readout.curation;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.decision.Signature;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;
import tools.jackson.databind.JsonNode;

/** What people rule, as the API takes it. */
final class DecisionCommands {

    private DecisionCommands() {}

    /** What somebody rules for a reason. */
    interface Signed {
        @Nullable
        String who();

        @Nullable
        String reason();

        /** Who ruled, and why. */
        default Signature signed() {
            return Signature.of(who(), reason());
        }
    }

    /** A value for a property. */
    @Schema(name = "DecisionInput", description = "What a person decides on a property of a call, and why")
    record OnProperty(
            @Schema(
                    description =
                            "The value: what a given report may say of the property (a date, a wording, a name), for durations also minutes or {low, best, high}",
                    example = "55 minutes",
                    implementation = Object.class)
            @NotNull
            @Nullable
            JsonNode value,

            @Schema(description = "Why", example = "The chancellery's log gives 55 minutes.")
            @Filled
            @Size(max = Bounds.REASON)
            @Nullable
            String reason,

            @Schema(description = "Who decides", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who)
            implements Signed {

        /** A value that is the JSON null is none. */
        OnProperty {
            value = value == null || value.isNull() ? null : value;
        }
    }

    /** Two calls that are one. */
    @Schema(name = "MergeInput", description = "That another call is this one")
    record Merge(
            @Schema(description = "The other call") @NotNull @Nullable
            UUID callId,

            @Schema(description = "Why", example = "One call, dated by different time zones.")
            @Filled
            @Size(max = Bounds.REASON)
            @Nullable
            String reason,

            @Schema(description = "Who rules so", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who)
            implements Signed {}

    /** Reports that are of another call. */
    @Schema(name = "SplitInput", description = "Which reports of a call tell of another one")
    record Split(
            @Schema(description = "Reports of the call that tell of another one") @NotNull @Nullable
            List<@NotNull @Nullable UUID> reportIds,

            @Schema(description = "Why", example = "They spoke twice that day.")
            @Filled
            @Size(max = Bounds.REASON)
            @Nullable
            String reason,

            @Schema(description = "Who rules so", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who)
            implements Signed {}

    /** Two leaders who are one person. */
    @Schema(name = "LeaderMergeInput", description = "That another leader is this one")
    record MergeLeader(
            @Schema(description = "The other leader's slug", example = "olaf-schulz")
            @NotNull
            @Size(max = Bounds.NAME)
            @Nullable
            String leaderId,

            @Schema(description = "Why", example = "A misspelling was entered as a person.")
            @Filled
            @Size(max = Bounds.REASON)
            @Nullable
            String reason,

            @Schema(description = "Who rules so", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who)
            implements Signed {}

    /** That a statement is none, as parameters. */
    record RulingOut(
            @Parameter(description = "Who rules so", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who,

            @Parameter(description = "Why", example = "said a day later") @Filled @Size(max = Bounds.REASON) @Nullable
            String reason)
            implements Signed {}

    /** That a decision does not stand any more, as parameters. */
    record Undoing(
            @Parameter(description = "Who undoes it", example = "analyst@example.org")
            @Filled
            @Size(max = Bounds.NAME)
            @Nullable
            String who) {

        @Nullable
        String by() {
            return Signature.of(who, null).who();
        }
    }
}
