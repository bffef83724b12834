package org.readout.curation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people rule, as the API takes it. */
final class DecisionCommands {

    private DecisionCommands() {}

    /** A value for a property. */
    @Schema(name = "DecisionInput", description = "What a person decides on a property of a call, and why")
    record OnProperty(
            @Schema(
                    description =
                            "The value: what a given report may say of the property (a date, a wording, a name), for durations also minutes or {low, best, high}",
                    example = "55 minutes",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    implementation = Object.class)
            @Nullable
            JsonNode value,

            @Schema(maxLength = 2000, description = "Why", example = "The chancellery's log gives 55 minutes.")
            @Nullable
            String reason,

            @Schema(maxLength = 200, description = "Who decides", example = "analyst@example.org") @Nullable
            String who) {}

    /** Two calls that are one. */
    @Schema(name = "MergeInput", description = "That another call is this one")
    record Merge(
            @Schema(description = "The other call", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID callId,

            @Schema(maxLength = 2000, description = "Why", example = "One call, dated by different time zones.")
            @Nullable
            String reason,

            @Schema(maxLength = 200, description = "Who rules so", example = "analyst@example.org") @Nullable
            String who) {}

    /** Reports that are of another call. */
    @Schema(name = "SplitInput", description = "Which reports of a call tell of another one")
    record Split(
            @Schema(
                    description = "Reports of the call that tell of another one",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<@Nullable UUID> reportIds,

            @Schema(maxLength = 2000, description = "Why", example = "They spoke twice that day.") @Nullable
            String reason,

            @Schema(maxLength = 200, description = "Who rules so", example = "analyst@example.org") @Nullable
            String who) {}

    /** Two leaders who are one person. */
    @Schema(name = "LeaderMergeInput", description = "That another leader is this one")
    record MergeLeader(
            @Schema(
                    description = "The other leader's slug",
                    example = "olaf-schulz",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String leaderId,

            @Schema(maxLength = 2000, description = "Why", example = "A misspelling was entered as a person.") @Nullable
            String reason,

            @Schema(maxLength = 200, description = "Who rules so", example = "analyst@example.org") @Nullable
            String who) {}
}
