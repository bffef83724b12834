package org.readout.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;

/** What is to be otherwise; what is left out stays. */
@Schema(name = "WebhookPatch", description = "What is to be otherwise; what is left out stays")
record WebhookPatch(
        @Schema(maxLength = 2000, example = "https://example.org/readout") @Nullable
        String url,

        @Schema(description = "Of what it is told") @Nullable
        List<Change.@Nullable Subject> subjects,

        @Schema(description = "true makes posts go on at once where they had stopped, false stops them") @Nullable
        Boolean enabled) {}
