package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Participant;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Reconciler;
import org.readout.reconciliation.Rules;

/** A record as a row keeps it: what GET answers, and beside it the columns that lists filter and sort by. */
@SuppressWarnings("UnusedVariable") // columns that only SQL reads
@MappedSuperclass
public abstract class RecordedCall {

    @Enumerated(EnumType.STRING)
    private CallStatus status = CallStatus.HAPPENED;

    @Enumerated(EnumType.STRING)
    private Medium medium = Medium.UNSPECIFIED;

    private @Nullable String dateEdtf;
    private @Nullable LocalDate dateEarliest;
    private @Nullable LocalDate dateLatest;
    private @Nullable Integer durationLow;
    private @Nullable Integer durationBest;
    private @Nullable Integer durationHigh;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] participants = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] countries = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] publishers = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] initiators = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] topics = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] offices = {};

    private int originCount;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] outcomes = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] dissent = {};

    private String rulesVersion = Reconciler.RULES_VERSION;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "record")
    private @Nullable String content;

    private @Nullable UUID mergedInto;
    private @Nullable Instant emptiedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected RecordedCall() {}

    protected RecordedCall(Instant now) {
        emptiedAt = now;
        createdAt = now;
        updatedAt = now;
    }

    /** The id of the call. */
    public abstract UUID callId();

    /** Which of its records this is, from 1. */
    public abstract long version();

    /** Takes the record that its reports come to. */
    void take(Settled settled, Collection<String> by, Instant now) {
        CallRecord record = settled.record();
        content = RecordJson.write(settled);
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
        participants =
                sorted(record.participants().stream().map(Participant::key).toList());
        countries = sorted(record.participants().stream()
                .map(Participant::country)
                .filter(Objects::nonNull)
                .toList());
        offices = sorted(record.participants().stream()
                .map(Participant::office)
                .filter(Objects::nonNull)
                .toList());
        Initiator initiator = record.initiator();
        initiators = initiator == null
                ? new String[0]
                : sorted(Stream.of(initiator.leaderId(), initiator.country())
                        .filter(Objects::nonNull)
                        .toList());
        topics = sorted(record.list(Rules.TOPIC).stream()
                .map(t -> t.toLowerCase(Locale.ROOT))
                .toList());
        originCount = record.originCount();
        publishers = sorted(by);
        outcomes = sorted(record.findings().entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue().outcome())
                .toList());
        dissent = sorted(record.findings().entrySet().stream()
                .flatMap(e -> e.getValue().opposing().stream()
                        .map(w -> w.publisher())
                        .filter(Objects::nonNull)
                        .map(publisher -> e.getKey() + ":" + publisher))
                .toList());
        rulesVersion = Reconciler.RULES_VERSION;
        emptiedAt = null;
        mergedInto = null;
        updatedAt = now;
    }

    /** Whether these, and no others, publish the articles that tell of it. */
    final boolean isPublishedBy(Collection<String> names) {
        return Arrays.equals(publishers, sorted(names));
    }

    private static String[] sorted(Collection<String> values) {
        return values.stream().distinct().sorted().toArray(String[]::new);
    }

    /** Its reports are all another call's now. */
    final void mergeInto(UUID other, Instant now) {
        withoutRecord();
        mergedInto = other;
        emptiedAt = null;
        updatedAt = now;
    }

    /** No report tells of it any more. */
    final void empty(Instant now) {
        withoutRecord();
        emptiedAt = now;
        mergedInto = null;
        updatedAt = now;
    }

    /** No report tells of it. */
    void withoutRecord() {
        content = null;
    }

    @Nullable
    public UUID mergedInto() {
        return mergedInto;
    }

    public boolean live() {
        return mergedInto == null && emptiedAt == null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public CallStatus status() {
        return status;
    }

    /** The keys of those who took part. */
    public Set<String> participants() {
        return Set.of(participants);
    }

    @Nullable
    public LocalDate dateEarliest() {
        return dateEarliest;
    }

    @Nullable
    public LocalDate dateLatest() {
        return dateLatest;
    }

    public String rulesVersion() {
        return rulesVersion;
    }

    /** The record as JSON; null when no report tells of the call. */
    @Nullable
    String content() {
        return content;
    }

    public Settled settled() {
        if (content == null) {
            throw new IllegalStateException("Call " + callId() + " has no record");
        }
        return RecordJson.settled(content);
    }
}
