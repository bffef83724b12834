package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.readout.feed.Cause;

/** A call's record as it was for a time. */
@Entity
@Immutable
@IdClass(CallRevision.Key.class)
@Table(name = "call_revision")
class CallRevision extends RecordedCall {

    /** Of which call, and which of its records. */
    record Key(UUID callId, long version) implements Serializable {}

    @Id
    private UUID callId;

    @Id
    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private String cause;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "changed")
    private String[] changed;

    @SuppressWarnings("NullAway.Init")
    protected CallRevision() {}

    @Override
    public UUID callId() {
        return callId;
    }

    @Override
    public long version() {
        return version;
    }

    Cause cause() {
        return Cause.of(cause);
    }

    /** The properties whose value or outcome differs from the record before. */
    List<String> changed() {
        return List.of(changed);
    }
}
