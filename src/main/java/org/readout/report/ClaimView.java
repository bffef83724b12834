package org.readout.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Span;

/** A claim as the API shows it. */
@Schema(name = "Claim", description = "One thing a report says, with the words it says it in")
public record ClaimView(
        @Schema(description = "Unique within its article", example = "r1c4")
        String id,

        @Schema(description = "What it is about", example = "duration")
        String property,

        @Schema(
                description = "What the words stand for, by property; null where they give no value",
                example = "{\"low\":48,\"best\":55,\"high\":59,\"unit\":\"minutes\"}")
        @Nullable
        Object value,

        @Schema(
                description =
                        "Of a duration, the bounds that the words exclude to pass: low, high; nearly an hour is at most an hour",
                example = "[\"high\"]")
        List<String> hardBounds,

        @Schema(description = "The wording", example = "nearly an hour")
        String text,

        @Schema(
                description =
                        "Where the wording stands; offsets in UTF-16 code units. Null for a claim given without a text")
        @Nullable
        Span span,

        @Schema(description = "The deepest named source") Origin origin,

        @Schema(description = "Who passed the source's account on", example = "Reuters") @Nullable
        String relayer,

        Modality modality,

        @Schema(description = "The rule that read it", example = "duration")
        String rule) {

    public static ClaimView of(Claim c) {
        return new ClaimView(
                c.id(),
                c.property().json(),
                ValueView.of(c.value()),
                ValueView.hardBounds(c.value()),
                c.text(),
                c.span(),
                c.origin(),
                c.relayer(),
                c.modality(),
                c.rule());
    }
}
