package org.readout.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the feed. */
@Schema(name = "Change", description = "Something that came, changed, or went; what went stays here as a tombstone")
public record Change(
        @Schema(description = "Its number; changes are numbered in the order in which they took effect", example = "17")
        long seq,

        Instant at,
        Subject subject,

        @Schema(description = "The id of what changed") String id,

        Kind kind,

        @Schema(description = "The call's version after it; null for what has no versions") @Nullable
        Long version,

        @Schema(description = "The id that stands in its place, of what was merged or superseded") @Nullable
        String replacedBy,

        @Nullable Cause cause,

        @Schema(description = "Whose credential it was done with; null where none was asked for", example = "ana")
        @Nullable
        String who,

        @Schema(
                description =
                        "Of a call or a leader that changed, what differs; of what came or went nothing, as all of it did")
        List<Difference> differences) {

    /** What sort of thing changed. */
    public enum Subject {
        CALL,
        SOURCE_ARTICLE,
        LEADER,
        DECISION
    }

    /** What became of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        MERGED,
        EMPTIED,
        RESTORED,
        WITHDRAWN,
        SUPERSEDED,
        REMOVED,
        UNDONE
    }
}
