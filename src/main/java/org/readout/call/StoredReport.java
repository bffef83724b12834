package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Report;
import org.readout.reconciliation.Grouping;

/** What one article says about one call; which call that is can change as other reports come and go. */
@Entity
@Table(name = "report")
class StoredReport {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID articleId;

    @Column(updatable = false)
    private int position;

    private @Nullable UUID callId;

    @Column(updatable = false)
    private String peopleKey;

    @Column(insertable = false, updatable = false)
    private UUID peopleId;

    @Enumerated(EnumType.STRING)
    private CallStatus status;

    private @Nullable LocalDate dateEarliest;
    private @Nullable LocalDate dateLatest;
    private @Nullable LocalDate publishedOn;
    private boolean background;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String facts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String content;

    @SuppressWarnings("NullAway.Init")
    protected StoredReport() {}

    StoredReport(UUID id, UUID articleId, int position, @Nullable LocalDate publishedOn, Report report) {
        this.id = id;
        this.articleId = articleId;
        this.position = position;
        this.peopleKey = report.participants().key();
        this.peopleId = report.participants().id();
        this.status = report.status();
        this.dateEarliest = report.date() == null ? null : report.date().earliest();
        this.dateLatest = report.date() == null ? null : report.date().latest();
        this.publishedOn = publishedOn;
        this.background = report.backgroundOnly();
        this.facts = RecordJson.write(Witnesses.item(id, articleId, publishedOn, report));
        this.content = RecordJson.write(report);
    }

    /** Whether two reports of the same people differ in nothing that a call's record is made from. */
    boolean saysTheSame(StoredReport other) {
        return position == other.position
                && Objects.equals(publishedOn, other.publishedOn)
                && RecordJson.same(content, other.content)
                && RecordJson.same(facts, other.facts);
    }

    UUID id() {
        return id;
    }

    UUID articleId() {
        return articleId;
    }

    int position() {
        return position;
    }

    /** The call it tells of; none before it was first grouped. */
    @Nullable
    UUID callId() {
        return callId;
    }

    /** The people it puts on the call, as one id. */
    UUID people() {
        return peopleId;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    /** The call it tells of, once grouped. */
    UUID call() {
        if (callId == null) {
            throw new IllegalStateException("Report " + id + " has not been grouped");
        }
        return callId;
    }

    void moveTo(UUID call) {
        callId = call;
    }

    /** What grouping needs to know of it. */
    Grouping.Item item() {
        return RecordJson.item(facts);
    }

    Report report() {
        return RecordJson.report(content);
    }
}
