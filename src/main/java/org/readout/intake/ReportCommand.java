package org.readout.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.claim.QuoteType;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;

/** A report that the caller has read: wordings or values, which Readout normalises. */
@Schema(name = "ReportInput", description = "What the caller read of one call, in wordings or values")
public record ReportCommand(
        @Schema(
                description = "Leader ids or names in any spelling; at least two",
                example = "[\"Olaf Scholz\",\"Vladimir Putin\"]")
        @NotNull
        @Size(min = 2, max = Bounds.ENTRIES, message = NOT_SO_MANY)
        @Nullable
        List<@NotNull @Filled @Size(max = Bounds.NAME) @Nullable String> participants,

        @Size(max = Bounds.NAME)
        @Schema(
                description =
                        "EDTF (2024-11-15, 2022-12, 2024-11-14/2024-11-16) or a wording seen from the day of publication (on Friday)",
                example = "2024-11-15")
        @Nullable
        String date,

        @Size(max = Bounds.NAME)
        @Schema(description = "A wording, or a number of minutes as a wording (55 minutes)", example = "nearly an hour")
        @Nullable
        String duration,

        @Schema(description = "Whether it took place; HAPPENED when left out") @Nullable
        CallStatus status,

        @Schema(description = "By what means") @Nullable Medium medium,

        @Size(max = Bounds.NAME)
        @Schema(description = "Who called: a leader id, a name, a country code, or MUTUAL", example = "DE")
        @Nullable
        String initiator,

        @Size(max = Bounds.NAME)
        @Schema(description = "The contact before this one, as date", example = "2022-12")
        @Nullable
        String previousCall,

        @Schema(example = "[\"Ukraine\"]") @Size(max = Bounds.ENTRIES, message = Bounds.TOO_MANY) @Nullable
        List<@NotNull @Filled @Size(max = Bounds.NAME) @Nullable String> topics,

        @Size(max = Bounds.ENTRIES, message = Bounds.TOO_MANY) @Nullable
        List<@NotNull @Valid @Nullable StatementCommand> statements,

        @Filled
        @Size(max = Bounds.NAME)
        @Schema(description = "Who the account comes from", example = "German government spokesperson")
        @Nullable
        String origin,

        @Schema(
                description =
                        "Whether only the statements are evidence, and the rest says which call they belong to; false when left out")
        @Nullable
        Boolean statementsOnly) {

    static final String NOT_SO_MANY = "does not name between two and {max} people";

    public ReportCommand(
            @Nullable List<@Nullable String> participants,
            @Nullable String date,
            @Nullable String duration,
            @Nullable CallStatus status,
            @Nullable Medium medium,
            @Nullable String initiator,
            @Nullable String previousCall,
            @Nullable List<@Nullable String> topics,
            @Nullable List<@Nullable StatementCommand> statements,
            @Nullable String origin) {
        this(participants, date, duration, status, medium, initiator, previousCall, topics, statements, origin, null);
    }

    /** Something said. */
    @Schema(name = "ReportedStatement", description = "Something said in or about the call")
    public record StatementCommand(
            @Size(max = Bounds.NAME)
            @Schema(description = "Leader id or name of a participant, or who spoke", example = "olaf-scholz")
            @NotNull
            @Filled
            @Nullable
            String saidBy,

            @Schema(example = "as long as necessary") @NotNull @Filled @Size(max = Bounds.SAYING) @Nullable
            String text,

            @Nullable QuoteType quoteType,
            @Filled @Size(max = Bounds.NAME) @Nullable String relayedBy) {}
}
