package org.readout.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;

/** What is to be posted where. */
@Schema(name = "WebhookInput", description = "Where changes are to be posted, and which")
record WebhookCommand(
        @Schema(
                maxLength = 2000,
                description = "An http or https address; a public one, unless the service allows others",
                example = "https://example.org/readout",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String url,

        @Schema(description = "Of what it is told; of everything when left out") @Nullable
        List<Change.@Nullable Subject> subjects,

        @Schema(description = "Changes after this number; those from now on when left out", example = "17") @Nullable
        Long after) {}
