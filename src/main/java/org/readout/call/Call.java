package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.claim.Participant;
import org.readout.reconciliation.CallRecord;

/** The event. Its record is derived from its reports, and kept beside the columns that lists filter and sort by. */
@Entity
@Table(name = "call_record")
class Call {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String peopleKey;

    @Enumerated(EnumType.STRING)
    private CallStatus status;

    @Enumerated(EnumType.STRING)
    private Medium medium;

    private @Nullable String dateEdtf;
    private @Nullable LocalDate dateEarliest;
    private @Nullable LocalDate dateLatest;
    private @Nullable Integer durationLow;
    private @Nullable Integer durationBest;
    private @Nullable Integer durationHigh;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] participants;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] countries;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] publishers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] outcomes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "record")
    private @Nullable String content;

    private @Nullable UUID mergedInto;
    private @Nullable Instant emptiedAt;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Call() {}

    Call(UUID id, String peopleKey, Instant now) {
        this.id = id;
        this.peopleKey = peopleKey;
        this.status = CallStatus.HAPPENED;
        this.medium = Medium.UNSPECIFIED;
        this.participants = new String[0];
        this.countries = new String[0];
        this.publishers = new String[0];
        this.outcomes = new String[0];
        this.emptiedAt = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * Takes the record that its reports come to.
     *
     * @return whether it differs from the one before
     */
    boolean settle(CallRecord record, @Nullable UUID previousCall, Collection<String> from, Instant now) {
        String json = RecordJson.write(new Settled(record, previousCall));
        if (emptiedAt == null && mergedInto == null && content != null && RecordJson.same(content, json)) {
            return false;
        }
        content = json;
        status = record.status();
        medium = record.medium();
        CallDate date = record.date();
        dateEdtf = date == null ? null : date.edtf();
        dateEarliest = date == null ? null : date.earliest();
        dateLatest = date == null ? null : date.latest();
        CallDuration duration = record.duration();
        durationLow = duration == null ? null : duration.low();
        durationBest = duration == null ? null : duration.best();
        durationHigh = duration == null ? null : duration.high();
        participants = record.participants().stream()
                .map(Participant::key)
                .sorted()
                .distinct()
                .toArray(String[]::new);
        countries = record.participants().stream()
                .map(Participant::country)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .toArray(String[]::new);
        publishers = from.stream().sorted().distinct().toArray(String[]::new);
        outcomes = record.findings().entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue().outcome())
                .sorted()
                .toArray(String[]::new);
        emptiedAt = null;
        mergedInto = null;
        updatedAt = now;
        return true;
    }

    /** Its reports are all another call's now. */
    void mergeInto(UUID other, Instant now) {
        mergedInto = other;
        emptiedAt = null;
        content = null;
        updatedAt = now;
    }

    /** No report tells of it any more. */
    void empty(Instant now) {
        emptiedAt = now;
        content = null;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String peopleKey() {
        return peopleKey;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    boolean live() {
        return mergedInto == null && emptiedAt == null;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }

    @Nullable
    LocalDate dateEarliest() {
        return dateEarliest;
    }

    @Nullable
    LocalDate dateLatest() {
        return dateLatest;
    }

    Settled settled() {
        if (content == null) {
            throw new IllegalStateException("Call " + id + " has no record");
        }
        return RecordJson.settled(content);
    }

    boolean hasParticipant(String key) {
        return Arrays.asList(participants).contains(key);
    }
}
