package org.readout.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import tools.jackson.databind.JsonNode;

/** A decision as the API shows it. */
@Schema(name = "Decision", description = "A person's ruling; it outlives every reconciling, and can be undone")
public record DecisionView(
        UUID id,
        DecisionKind kind,

        @Schema(description = "The call it was made on; null for one on leaders") @Nullable
        UUID callId,

        @Schema(description = "The property decided", example = "duration") @Nullable
        String property,

        @Schema(description = "What was decided, by kind", implementation = Object.class)
        JsonNode value,

        @Schema(description = "Why") @Nullable String reason,

        @Schema(description = "Who decided") @Nullable String who,

        @Schema(description = "Whether reports that came later say otherwise")
        boolean contradicted,

        Instant madeAt,

        @Schema(description = "When it was undone; null while it stands") @Nullable
        Instant undoneAt,

        @Schema(description = "Who undid it") @Nullable String undoneBy) {

    static DecisionView of(Decision d) {
        PropertyRule<?, ?> property = d.property();
        return new DecisionView(
                d.id(),
                d.kind(),
                d.callId(),
                property == null ? null : property.field(),
                DecisionJson.tree(d.content()),
                d.reason(),
                d.who(),
                false,
                d.madeAt(),
                d.undoneAt(),
                d.undoneBy());
    }

    /** What was decided on a property, of the kind that the property's finding selects. */
    public Optional<Object> decided() {
        return Optional.ofNullable(property)
                .flatMap(Rules::named)
                .map(rule -> DecisionJson.value(rule, value.toString()));
    }

    /** The same with the value in another shape. */
    public DecisionView with(JsonNode shaped) {
        return new DecisionView(
                id, kind, callId, property, shaped, reason, who, contradicted, madeAt, undoneAt, undoneBy);
    }

    /** The same, noting whether reports that came later say otherwise. */
    public DecisionView contradicted(boolean now) {
        return new DecisionView(id, kind, callId, property, value, reason, who, now, madeAt, undoneAt, undoneBy);
    }

    @JsonIgnore
    public boolean standing() {
        return undoneAt == null;
    }
}
