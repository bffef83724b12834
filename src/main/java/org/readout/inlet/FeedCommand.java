package org.readout.inlet;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.platform.Bounds;
import org.readout.platform.Filled;

/** A feed to be polled, or what of one is to be otherwise. */
@Schema(name = "FeedInput", description = "A feed to be polled; in a change what is left out stays")
record FeedCommand(
        @Schema(
                description = "Its address, which is a public one unless the service allows others",
                example = "https://example.org/news.rss")
        @Size(max = Bounds.ADDRESS)
        @Nullable
        String url,

        @Schema(description = "Who publishes its entries; the feed's own title when left out", example = "MENAFN")
        @Filled
        @Size(max = Bounds.NAME)
        @Nullable
        String publisher,

        @Schema(description = "What sort of publication; NEWS when left out") @Nullable
        ArticleKind kind,

        @Schema(description = "How often to poll it, in minutes; 30 when left out", example = "30")
        @Min(5)
        @Max(7 * 24 * 60)
        @Nullable
        Integer minutes,

        @Schema(description = "false stops the polling, true goes on with it at once") @Nullable
        Boolean enabled) {}
