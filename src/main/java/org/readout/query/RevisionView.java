package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.call.Revision;
import org.readout.claim.Property;
import org.readout.feed.Cause;

/** A record that a call had. */
@Schema(name = "Revision", description = "A record that a call had, and why it came to be")
public record RevisionView(
        UUID callId,

        @Schema(description = "Which of the call's records, from 1", example = "3")
        long version,

        @Schema(description = "From when on it was the call's record")
        Instant recordedAt,

        Cause cause,

        @Schema(
                description = "Properties whose value or outcome differs from the record before",
                example = "[\"duration\"]")
        List<String> changed,

        @Schema(description = "Version of the rules", example = "2")
        String rulesVersion,

        @Schema(description = "The call that this one was merged into") @Nullable
        UUID mergedInto,

        @Schema(description = "The call as it was; null where it was merged or had no reports") @Nullable
        CallView call) {

    static RevisionView of(Revision r) {
        RecordedCall call = r.call();
        return new RevisionView(
                call.callId(),
                call.version(),
                call.updatedAt(),
                r.cause(),
                r.changed().stream()
                        .map(name -> Property.named(name).map(Property::field).orElse(name))
                        .toList(),
                call.rulesVersion(),
                call.mergedInto(),
                call.live() ? CallView.of(call) : null);
    }
}
