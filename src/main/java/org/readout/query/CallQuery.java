package org.readout.query;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.platform.Problem;
import org.readout.platform.Times;

/** Which calls a caller asks for; each part narrows the others. */
record CallQuery(
        @Parameter(description = "Leader id; repeated, all of them took part", example = "olaf-scholz") @Nullable
        List<String> participant,

        @Parameter(description = "Country or organisation code; repeated, all of them took part", example = "DE")
        @Nullable
        List<String> country,

        @Parameter(description = "Calls that can have been on this day or later", example = "2024-11-01") @Nullable
        LocalDate from,

        @Parameter(description = "Calls that can have been on this day or before", example = "2024-11-30") @Nullable
        LocalDate to,

        @Parameter(description = "Whether it took place") @Nullable
        CallStatus status,

        @Parameter(description = "By what means") @Nullable Medium medium,

        @Parameter(description = "Calls that can have lasted so many minutes or more", example = "30") @Nullable
        Integer minDuration,

        @Parameter(description = "Calls that can have lasted so many minutes or less", example = "90") @Nullable
        Integer maxDuration,

        @Parameter(description = "Calls with this outcome on some property, or on one", example = "duration:conflict")
        @Nullable
        String outcome,

        @Parameter(description = "Calls that this publisher reports", example = "MENAFN") @Nullable
        String publisher,

        @Parameter(description = "Words of statements and articles", example = "\"lasting peace\"") @Nullable
        String q,

        @Parameter(description = "Calls whose record changed at this time or later", example = "2024-11-16T00:00:00Z")
        @Nullable
        String updatedSince,

        @Parameter(description = "The calls as they were known at this time", example = "2024-11-16T00:00:00Z")
        @Nullable
        String asOf) {

    /** The query as conditions on the rows. */
    CallFilter filter() {
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.parameter("to", "is before from");
        }
        return new CallFilter(asOf == null ? null : Times.read("asOf", asOf))
                .participants(participant)
                .countries(country)
                .from(from)
                .to(to)
                .status(status)
                .medium(medium)
                .minDuration(minutes("minDuration", minDuration))
                .maxDuration(minutes("maxDuration", maxDuration))
                .outcome(outcome)
                .publisher(publisher)
                .text(q)
                .updatedSince(updatedSince == null ? null : Times.read("updatedSince", updatedSince));
    }

    private static @Nullable Integer minutes(String parameter, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw Problem.parameter(parameter, "is negative");
        }
        return value;
    }
}
