package org.readout.curation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.QuoteType;
import org.readout.intake.ReportCommand;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;
import org.readout.query.CallView;

/** A statement that a person adds to a call. */
@Schema(name = "StatementInput", description = "A statement to add to a call, as an analyst's note")
record StatementNote(
        @Schema(description = "The call it belongs to") @NotNull @Nullable
        UUID callId,

        @Schema(description = "Leader id or name, or who spoke", example = "olaf-scholz")
        @NotNull
        @Filled
        @Size(max = Bounds.NAME)
        @Nullable
        String saidBy,

        @Schema(description = "What was said", example = "as long as necessary")
        @NotNull
        @Filled
        @Size(max = Bounds.SAYING)
        @Nullable
        String text,

        @Nullable QuoteType quoteType,

        @Schema(description = "Who passed it on", example = "Steffen Hebestreit")
        @Filled
        @Size(max = Bounds.NAME)
        @Nullable
        String relayedBy) {

    /** The statement as a report of the call. */
    ReportCommand report(CallView call) {
        return new ReportCommand(
                List.copyOf(call.participants().stream()
                        .map(p -> p.leaderId() == null ? p.name() : p.leaderId())
                        .toList()),
                call.date(),
                null,
                call.status() == CallStatus.DISPUTED ? CallStatus.HAPPENED : call.status(),
                null,
                null,
                null,
                null,
                List.of(new ReportCommand.StatementCommand(saidBy, text, quoteType, relayedBy)),
                null,
                true);
    }
}
