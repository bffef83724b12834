package org.readout.report;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Participant;

/** Someone on a call as the API shows them. */
@Schema(name = "Participant", description = "Someone on a call, with the office on its date")
public record ParticipantView(
        @Schema(description = "The leader's slug; null for someone the registry does not hold", example = "olaf-scholz")
        @Nullable
        String leaderId,

        @Schema(example = "Olaf Scholz") String name,

        @Schema(example = "DE") @Nullable String country,

        @Schema(example = "CHANCELLOR") @Nullable String office,

        @Schema(description = "Whether reports gave only a part of the name")
        boolean partialName) {

    public static ParticipantView of(Participant p) {
        return new ParticipantView(p.leaderId(), p.name(), p.country(), p.office(), p.partial());
    }
}
