package org.readout.call;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.reconciliation.PropertyRule;
import tools.jackson.databind.JsonNode;

/** A decision as the API shows it. */
@Schema(name = "Decision", description = "A person's ruling; it outlives every reconciling, and can be undone")
public record DecisionView(
        UUID id,
        DecisionKind kind,

        @Schema(description = "The call it was made on; null for one on leaders", nullable = true) @Nullable
        UUID callId,

        @Schema(description = "The property decided", example = "duration", nullable = true) @Nullable
        String property,

        @Schema(description = "What was decided, by kind", implementation = Object.class)
        JsonNode value,

        @Schema(description = "Why", nullable = true) @Nullable
        String reason,

        @Schema(description = "Who decided", nullable = true) @Nullable
        String who,

        @Schema(description = "Whether reports that came later say otherwise")
        boolean contradicted,

        Instant madeAt,

        @Schema(description = "When it was undone; null while it stands", nullable = true) @Nullable
        Instant undoneAt,

        @Schema(description = "Who undid it", nullable = true) @Nullable
        String undoneBy) {

    static DecisionView of(Decision d, boolean contradicted) {
        PropertyRule<?, ?> property = d.property();
        return new DecisionView(
                d.id(),
                d.kind(),
                d.callId(),
                property == null ? null : property.name(),
                RecordJson.tree(d.content()),
                d.reason(),
                d.who(),
                contradicted,
                d.madeAt(),
                d.undoneAt(),
                d.undoneBy());
    }
}
