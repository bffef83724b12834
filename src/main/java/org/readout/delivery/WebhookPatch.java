package org.readout.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.platform.Bounds;

/** What is to be otherwise; what is left out stays. */
@Schema(name = "WebhookPatch", description = "What is to be otherwise; what is left out stays")
record WebhookPatch(
        @Schema(example = "https://example.org/readout") @Size(max = Bounds.ADDRESS) @Nullable
        String url,

        @Schema(description = "Of what it is told") @Nullable
        List<Change.@NotNull @Nullable Subject> subjects,

        @Schema(description = "true makes posts go on at once where they had stopped, false stops them") @Nullable
        Boolean enabled) {}
