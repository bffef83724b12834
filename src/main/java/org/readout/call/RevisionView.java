package org.readout.call;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Cause;

/** A record that a call had. */
@Schema(name = "Revision", description = "A record that a call had, and why it came to be")
record RevisionView(
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

        @Schema(description = "The call that this one was merged into", nullable = true) @Nullable
        UUID mergedInto,

        @Schema(description = "The call as it was; null where it was merged or had no reports", nullable = true)
        @Nullable
        CallView call) {

    static RevisionView of(CallRevision r) {
        return new RevisionView(
                r.callId(),
                r.version(),
                r.updatedAt(),
                r.cause(),
                r.changed(),
                r.rulesVersion(),
                r.mergedInto(),
                r.live() ? CallView.of(r) : null);
    }
}
