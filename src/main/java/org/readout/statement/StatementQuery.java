package org.readout.statement;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.QuoteType;

/** Which statements a caller asks for; each part narrows the others. */
record StatementQuery(
        @Parameter(description = "Of this call") @Nullable UUID callId,

        @Parameter(
                description =
                        "Of calls of this leader: the id, or a name that only one has; repeated, all of them took part",
                example = "olaf-scholz")
        @Nullable
        List<String> participant,

        @Parameter(
                description = "Of calls that can have been on this day, month or year (EDTF) or later",
                example = "2024-11")
        @Nullable
        String from,

        @Parameter(
                description = "Of calls that can have been on this day, month or year (EDTF) or before",
                example = "2024-11-30")
        @Nullable
        String to,

        @Parameter(description = "Printed by this publisher, in any case", example = "MENAFN") @Nullable
        String publisher,

        @Parameter(
                description = "By this leader: the id, or a name that only one has; or a speaker as described",
                example = "olaf-scholz")
        @Nullable
        String saidBy,

        @Parameter(description = "On behalf of this state or organisation, by code or name", example = "DE") @Nullable
        String onBehalfOf,

        @Parameter(description = "Passed on by someone so described", example = "spokesperson") @Nullable
        String relayedBy,

        @Parameter(description = "Quoted or reported") @Nullable
        QuoteType quoteType,

        @Parameter(
                description =
                        "Words of any of its wordings: all of them, \"phrases\", or, -not, and negotia* for how words begin",
                example = "\"lasting peace\"")
        @Nullable
        String q) {}
