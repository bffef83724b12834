package org.readout.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.platform.Bounds;

/** What is to be posted where. */
@Schema(name = "WebhookInput", description = "Where changes are to be posted, and which")
record WebhookCommand(
        @Schema(
                description = "An http or https address; a public one, unless the service allows others",
                example = "https://example.org/readout")
        @NotNull
        @Size(max = Bounds.ADDRESS)
        @Nullable
        String url,

        @Schema(description = "Of what it is told; of everything when left out") @Nullable
        List<Change.@NotNull @Nullable Subject> subjects,

        @Schema(description = "Changes after this number; those from now on when left out", example = "17")
        @Min(0)
        @Nullable
        Long after) {}
