package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;

/** The event, with its record as it stands. */
@SuppressWarnings("UnusedVariable") // columns that only SQL reads
@Entity
@Table(name = "call_record")
class Call extends RecordedCall {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID peopleId;

    @Column(updatable = false)
    private @Nullable LocalDate anchorFirst;

    @Column(updatable = false)
    private @Nullable LocalDate anchorLast;

    private long version;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private UUID[] articles = {};

    private @Nullable LocalDate previousEarliest;
    private @Nullable LocalDate previousLatest;

    /** What GET answers, ready to be sent; read beside the entities only. */
    private @Nullable String answer;

    private @Nullable Integer answerForm;

    @SuppressWarnings("NullAway.Init")
    protected Call() {}

    Call(UUID id, CallAnchor anchor, Instant now) {
        super(now);
        this.id = id;
        this.peopleId = anchor.people();
        this.anchorFirst = anchor.first();
        this.anchorLast = anchor.last();
    }

    @Override
    public UUID callId() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /** Takes the record that its reports come to. */
    void take(Settled settled, Collection<UUID> from, Collection<String> by, CallAnswers answers, Instant now) {
        take(settled, by, now);
        articles = inOrder(from);
        answer = answers.json(id, version, createdAt(), now, settled);
        answerForm = answers.form();
        CallDate previous = settled.record().previousCall();
        previousEarliest = previous == null ? null : previous.earliest();
        previousLatest = previous == null ? null : previous.latest();
    }

    /** Whether these, and no others, are the articles that tell of it. */
    boolean isToldBy(Collection<UUID> from) {
        return Arrays.equals(articles, inOrder(from));
    }

    private static UUID[] inOrder(Collection<UUID> ids) {
        return ids.stream().distinct().sorted().toArray(UUID[]::new);
    }

    @Override
    void withoutRecord() {
        super.withoutRecord();
        articles = new UUID[0];
        answer = null;
        answerForm = null;
    }

    /** The people who took part, as one id. */
    UUID people() {
        return peopleId;
    }

    /** The record is another one from now on; every record of a call has a time of its own. */
    Instant revise(Instant now) {
        version++;
        return now.isAfter(updatedAt()) ? now : updatedAt().plus(1, ChronoUnit.MICROS);
    }
}
