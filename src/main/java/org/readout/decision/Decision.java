package org.readout.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Ids;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;

/** A person's ruling. It outlives every reconciling; undone, it stays on record. */
@Entity
@Table(name = "decision")
class Decision {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DecisionKind kind;

    @Column(updatable = false)
    private @Nullable UUID callId;

    @Column(updatable = false)
    private @Nullable String property;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "value", updatable = false)
    private String content;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(updatable = false)
    private @Nullable String who;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant undoneAt;
    private @Nullable String undoneBy;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(
            DecisionKind kind,
            @Nullable UUID callId,
            @Nullable PropertyRule<?, ?> property,
            String content,
            Signature signature,
            Instant now) {
        this.id = Ids.next();
        this.kind = kind;
        this.callId = callId;
        this.property = property == null ? null : property.name();
        this.content = content;
        this.reason = signature.reason();
        this.who = signature.who();
        this.madeAt = now;
    }

    void undo(@Nullable String by, Instant now) {
        undoneAt = now;
        undoneBy = by;
    }

    UUID id() {
        return id;
    }

    DecisionKind kind() {
        return kind;
    }

    @Nullable
    UUID callId() {
        return callId;
    }

    @Nullable
    PropertyRule<?, ?> property() {
        return property == null ? null : Rules.named(property).orElseThrow();
    }

    String content() {
        return content;
    }

    @Nullable
    String who() {
        return who;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant undoneAt() {
        return undoneAt;
    }

    @Nullable
    String undoneBy() {
        return undoneBy;
    }
}
