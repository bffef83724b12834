package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone with whom a leader has calls. */
@Schema(name = "Counterpart", description = "Someone with whom a leader has calls, and how many")
public record Counterpart(
        @Schema(description = "The leader's slug; null for someone the registry does not hold") @Nullable
        String leaderId,

        @Schema(example = "Vladimir Putin") String name,

        @Schema(description = "Calls with both on them, whatever became of them", example = "5")
        long calls,

        @Schema(description = "Those that took place", example = "4")
        long happened,

        @Schema(description = "Those of them that the leader asked for or made", example = "1")
        long initiated,

        @Schema(description = "Those of them that the counterpart asked for or made", example = "0")
        long received,

        @Schema(description = "The day of the first that took place, so far as it is known") @Nullable
        LocalDate first,

        @Schema(description = "The day of the last that took place, so far as it is known") @Nullable
        LocalDate last,

        @Schema(
                description = "Where these calls are listed",
                example = "/api/v1/calls?participant=olaf-scholz&participant=vladimir-putin")
        String link) {}
