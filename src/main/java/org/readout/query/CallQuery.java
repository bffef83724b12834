package org.readout.query;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.readout.call.EdtfParameter;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.platform.Times;

/** Which calls a caller asks for; each part narrows the others. */
public record CallQuery(
        @Parameter(
                description = "Leader id, or a name that only one leader has; repeated, all of them took part",
                example = "olaf-scholz")
        @Nullable
        List<String> participant,

        @Parameter(
                description = "Country or organisation, by code or name; repeated, all of them took part",
                example = "DE")
        @Nullable
        List<String> country,

        @Parameter(description = "Calls on this day, month or year (EDTF) or later", example = "2024-11") @Nullable
        String from,

        @Parameter(description = "Calls on this day, month or year (EDTF) or before", example = "2024-11-30") @Nullable
        String to,

        @Parameter(
                description =
                        "POSSIBLE (the default): calls that can have been between from and to; CERTAIN: that must have been")
        @Nullable
        Mode dateMode,

        @Parameter(description = "Whether it took place") @Nullable
        CallStatus status,

        @Parameter(description = "By what means") @Nullable Medium medium,

        @Parameter(description = "Calls that lasted so many minutes or more", example = "30") @Min(0) @Nullable
        Integer minDuration,

        @Parameter(description = "Calls that lasted so many minutes or less", example = "90") @Min(0) @Nullable
        Integer maxDuration,

        @Parameter(
                description =
                        "CERTAIN (the default): calls that must have lasted so long by all that is known; POSSIBLE: that can have")
        @Nullable
        Mode durationMode,

        @Parameter(description = "Calls that this leader, state or organisation asked for or made", example = "DE")
        @Nullable
        String initiator,

        @Parameter(description = "Calls on this subject; repeated, on all of them", example = "Ukraine") @Nullable
        List<String> topic,

        @Parameter(
                description = "Calls of a holder of this office; repeated, one of each took part",
                example = "CHANCELLOR")
        @Nullable
        List<String> office,

        @Parameter(description = "Calls that so many independent accounts tell of, or more", example = "2")
        @Min(0)
        @Nullable
        Integer minOrigins,

        @Parameter(description = "Calls with this outcome on some property, or on one", example = "duration:conflict")
        @Nullable
        String outcome,

        @Parameter(description = "Calls that this publisher reports, in any case", example = "MENAFN") @Nullable
        String publisher,

        @Parameter(
                description =
                        "Words of statements and articles: all of them, \"phrases\", or, -not, and negotia* for how words begin",
                example = "\"lasting peace\"")
        @Nullable
        String q,

        @Parameter(description = "Calls whose record changed at this time or later", example = "2024-11-16T00:00:00Z")
        @Nullable
        String updatedSince,

        @Parameter(description = "The calls as they were known at this time", example = "2024-11-16T00:00:00Z")
        @Nullable
        String asOf) {

    /** Whether a call that only may fit is taken. */
    public enum Mode {
        CERTAIN,
        POSSIBLE
    }

    /** Calls that can have been between two dates (EDTF). */
    public static CallQuery between(String from, String to) {
        return new CallQuery(
                null, null, from, to, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** The query as conditions on the rows. */
    CallFilter filter(NamedInQuery named) {
        LocalDate first = EdtfParameter.first("from", from);
        LocalDate last = EdtfParameter.last("to", to, first);
        boolean surelyThen = dateMode == Mode.CERTAIN;
        boolean surelySoLong = durationMode != Mode.POSSIBLE;
        return new CallFilter(asOf == null ? null : Times.read("asOf", asOf))
                .participants(named.participants("participant", participant))
                .countries(named.polities("country", country))
                .from(first, surelyThen)
                .to(last, surelyThen)
                .status(status)
                .medium(medium)
                .minDuration(minDuration, surelySoLong)
                .maxDuration(maxDuration, surelySoLong)
                .initiator(named.initiator("initiator", initiator))
                .topics(inCase(topic, String::toLowerCase))
                .offices(inCase(office, String::toUpperCase))
                .minOrigins(minOrigins)
                .outcome(outcome)
                .publishers(named.publishers(publisher))
                .text(q)
                .updatedSince(updatedSince == null ? null : Times.read("updatedSince", updatedSince));
    }

    private static @Nullable List<String> inCase(
            @Nullable List<String> values, BiFunction<String, Locale, String> change) {
        return values == null
                ? null
                : values.stream().map(v -> change.apply(v.strip(), Locale.ROOT)).toList();
    }
}
