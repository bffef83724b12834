package org.readout.inlet;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** A feed to be polled, or what of one is to be otherwise. */
@Schema(name = "FeedInput", description = "A feed to be polled; in a change what is left out stays")
record FeedCommand(
        @Schema(
                maxLength = 2000,
                description = "Its address, which is a public one unless the service allows others",
                example = "https://example.org/news.rss")
        @Nullable
        String url,

        @Schema(
                maxLength = 200,
                description = "Who publishes its entries; the feed's own title when left out",
                example = "MENAFN")
        @Nullable
        String publisher,

        @Schema(description = "What sort of publication; NEWS when left out") @Nullable
        ArticleKind kind,

        @Schema(description = "How often to poll it, in minutes, 5 to 10080; 30 when left out", example = "30")
        @Nullable
        Integer minutes,

        @Schema(description = "false stops the polling, true goes on with it at once") @Nullable
        Boolean enabled) {}
