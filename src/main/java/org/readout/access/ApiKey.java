package org.readout.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of the API as it is listed; its words are told once, when it is made. */
@Schema(name = "ApiKey", description = "A key of the API")
record ApiKey(
        UUID id,

        @Schema(description = "Whose it is: who did what was done with it", example = "ana")
        String name,

        Role role,

        @Schema(description = "The key itself, told this once and kept nowhere; null ever after") @Nullable
        String key,

        @Schema(description = "Who made it; null for one made where nobody had to say who they are") @Nullable
        String createdBy,

        Instant createdAt,

        @Schema(description = "When it ends; null for never") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was taken back") @Nullable
        Instant revokedAt,

        @Schema(description = "Who took it back") @Nullable String revokedBy,

        @Schema(description = "When it was last used, to the minute") @Nullable
        Instant lastUsedAt) {

    boolean isGoodAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
