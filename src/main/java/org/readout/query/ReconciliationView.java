package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Profile;

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

        @Schema(description = "What was found, by the name of the call's field")
        Map<String, FindingView> properties) {

    static ReconciliationView of(UUID callId, Profile profile, String rulesVersion, CallRecord record) {
        return new ReconciliationView(callId, profile.json(), rulesVersion, FindingView.all(record));
    }
}
