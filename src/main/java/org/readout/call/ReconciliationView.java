package org.readout.call;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.readout.reconciliation.Finding;

/** How the values of a call were found. */
@Schema(
        name = "Reconciliation",
        description = "For each property the value selected, by which rule, on which words, and who disagrees")
record ReconciliationView(
        UUID callId,

        @Schema(
                description = "Which claims narrow a value: informative, conservative or representative",
                example = "informative")
        String profile,

        @Schema(description = "Version of the rules", example = "1")
        String rulesVersion,

        @Schema(description = "What was found, by property") Map<String, Finding> properties) {}
