package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many calls there are, by what is asked for. */
@Schema(name = "CallStatistics", description = "How many calls there are, by one or two things")
public record CallStatistics(
        @Schema(description = "What is counted by", example = "[\"PAIR\"]")
        List<Dimension> by,

        @Schema(description = "Calls that the filters take", example = "120")
        long calls,

        @Schema(description = "Groups of most calls first; a call may be in several, or in none where it has no value")
        List<Group> groups) {

    /** The calls of one group. */
    @Schema(name = "CallGroup", description = "The calls that have the same values")
    public record Group(
            @Schema(
                    description = "The values, by what is counted by in lower case",
                    example = "{\"pair\":[\"olaf-scholz\",\"vladimir-putin\"]}")
            Map<String, List<String>> key,

            @Schema(description = "How many calls", example = "4")
            long calls,

            @Schema(description = "The day of the first, so far as it is known", example = "2022-02-15") @Nullable
            LocalDate first,

            @Schema(description = "The day of the last, so far as it is known", example = "2024-11-15") @Nullable
            LocalDate last,

            @Schema(
                    description = "Where these calls are listed",
                    example = "/api/v1/calls?participant=olaf-scholz&participant=vladimir-putin")
            String link) {}
}
