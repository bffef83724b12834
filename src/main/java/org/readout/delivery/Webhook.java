package org.readout.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;

/** An address that changes are posted to. */
@Schema(
        name = "Webhook",
        description = "An address that changes are posted to as CloudEvents, signed as Standard Webhooks says")
record Webhook(
        UUID id,

        @Schema(example = "https://example.org/readout") String url,

        @Schema(description = "What posts are signed with; told once, when the webhook is made, and null from then on")
        @Nullable
        String secret,

        @Schema(description = "Of what it is told; of everything where there are none")
        List<Change.Subject> subjects,

        @Schema(description = "The number of the last change that was posted, or passed by", example = "17")
        long lastSeq,

        @Schema(description = "Failed attempts at the next change", example = "0")
        int attempts,

        @Schema(description = "When the next attempt is made, at the earliest")
        Instant nextAttemptAt,

        @Schema(description = "When the last post was taken") @Nullable
        Instant deliveredAt,

        @Schema(description = "Since when posts fail; null while they are taken") @Nullable
        Instant failingSince,

        @Schema(description = "Why the last attempt failed", example = "answered 500") @Nullable
        String lastError,

        @Schema(description = "Since when nothing is posted any more: too many attempts failed, or it was told to stop")
        @Nullable
        Instant disabledAt,

        @Schema(example = "0") long version,
        Instant createdAt,
        Instant updatedAt) {

    Webhook withoutSecret() {
        return new Webhook(
                id,
                url,
                null,
                subjects,
                lastSeq,
                attempts,
                nextAttemptAt,
                deliveredAt,
                failingSince,
                lastError,
                disabledAt,
                version,
                createdAt,
                updatedAt);
    }

    boolean wants(Change change) {
        return subjects.isEmpty() || Set.copyOf(subjects).contains(change.subject());
    }
}
