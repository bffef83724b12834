package org.readout.report;

import io.swagger.v3.oas.annotations.media.Schema;
import org.readout.claim.CallDuration;

/** A length of time as the API shows it. */
@Schema(name = "Duration", description = "An interval of plausible whole minutes with a best value")
public record DurationView(
        @Schema(description = "Shortest plausible", example = "50")
        int low,

        @Schema(description = "Likeliest", example = "55") int best,

        @Schema(description = "Longest plausible", example = "59")
        int high,

        @Schema(description = "Always minutes", example = "minutes")
        String unit) {

    public static DurationView of(CallDuration d) {
        return new DurationView(d.low(), d.best(), d.high(), "minutes");
    }
}
