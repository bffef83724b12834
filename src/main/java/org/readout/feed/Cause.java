package org.readout.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Caller;
import tools.jackson.databind.json.JsonMapper;

/** Why something changed. */
@Schema(name = "Cause", description = "Why something changed")
public record Cause(
        Kind kind,

        @Schema(description = "The article that came, changed or went") @Nullable
        UUID articleId,

        @Schema(description = "The decision made or undone") @Nullable
        UUID decisionId,

        @Schema(description = "The rereading of the store") @Nullable
        UUID rereadingId,

        @Schema(description = "The leader of whom something else is known now", example = "olaf-scholz") @Nullable
        String leaderId,

        @Schema(description = "Whose credential it was done with", example = "ana") @Nullable
        String who) {

    /** What happened. */
    public enum Kind {
        ARTICLE_ADDED,
        ARTICLE_CORRECTED,
        ARTICLE_WITHDRAWN,
        DECISION,
        DECISION_UNDONE,
        LEADER_CHANGED,
        RULES
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static Cause added(UUID article) {
        return new Cause(Kind.ARTICLE_ADDED, article, null, null, null, Caller.name());
    }

    public static Cause corrected(UUID article) {
        return new Cause(Kind.ARTICLE_CORRECTED, article, null, null, null, Caller.name());
    }

    public static Cause withdrawn(UUID article) {
        return new Cause(Kind.ARTICLE_WITHDRAWN, article, null, null, null, Caller.name());
    }

    public static Cause decided(UUID decision) {
        return new Cause(Kind.DECISION, null, decision, null, null, Caller.name());
    }

    public static Cause undone(UUID decision) {
        return new Cause(Kind.DECISION_UNDONE, null, decision, null, null, Caller.name());
    }

    public static Cause rules(UUID rereading) {
        return new Cause(Kind.RULES, null, null, rereading, null, Caller.name());
    }

    public static Cause leader(String leader) {
        return new Cause(Kind.LEADER_CHANGED, null, null, null, leader, Caller.name());
    }

    /** As the database keeps it. */
    public String json() {
        return MAPPER.writeValueAsString(this);
    }

    /** Reads what {@link #json} wrote. */
    public static Cause of(String json) {
        return MAPPER.readValue(json, Cause.class);
    }

    /** The same cause, found while the store was read anew for it. */
    public Cause rereadBy(UUID rereading) {
        return new Cause(kind, articleId, decisionId, rereading, leaderId, who);
    }
}
