package org.readout.leader;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;

/** What was known of a leader. */
@Schema(name = "LeaderRevision", description = "What was known of a leader from some time on")
record LeaderRevision(
        @Schema(description = "The leader's version", example = "2")
        long version,

        @Schema(description = "From when on this was known") Instant recordedAt,

        @Schema(description = "What had happened; ADDED for what was known before any person changed it")
        Change.Kind kind,

        @Schema(description = "Whose credential it was done with; null where none was asked for", example = "ana")
        @Nullable
        String who,

        @Schema(description = "What was known; null where the leader was removed") @Nullable
        LeaderCommand leader) {}
