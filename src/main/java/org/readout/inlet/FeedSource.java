package org.readout.inlet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/** A feed that is polled. */
@Schema(name = "Feed", description = "An RSS or Atom feed whose entries come in as articles")
record FeedSource(
        UUID id,

        @Schema(example = "https://example.org/news.rss") String url,

        @Schema(description = "Who publishes its entries; the feed's own title when null", example = "MENAFN") @Nullable
        String publisher,

        @Schema(description = "What sort of publication") ArticleKind kind,

        @Schema(description = "How often it is polled, in minutes", example = "30")
        int minutes,

        @JsonIgnore @Nullable String etag,
        @JsonIgnore @Nullable String lastModified,

        @Schema(description = "When it is polled next, at the earliest")
        Instant nextPollAt,

        @Schema(description = "When it was polled last") @Nullable
        Instant polledAt,

        @Schema(description = "Articles that came from it and were new", example = "17")
        long articles,

        @Schema(description = "Polls in a row that failed", example = "0")
        int failures,

        @Schema(description = "Why the last poll failed, or which entries could not be taken", example = "answered 500")
        @Nullable
        String lastError,

        @Schema(description = "Since when it is not polled any more") @Nullable
        Instant disabledAt,

        @Schema(description = "Grows when it is changed", example = "0")
        long version,

        Instant createdAt,
        Instant updatedAt) {}
