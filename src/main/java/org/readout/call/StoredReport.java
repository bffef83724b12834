package org.readout.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Report;
import org.readout.platform.Ids;
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

    @Enumerated(EnumType.STRING)
    private CallStatus status;

    private @Nullable LocalDate dateEarliest;
    private @Nullable LocalDate dateLatest;
    private @Nullable LocalDate publishedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String facts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String content;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected StoredReport() {}

    StoredReport(UUID articleId, int position, @Nullable LocalDate publishedOn, Report report) {
        this.id = idOf(articleId, position);
        this.articleId = articleId;
        this.position = position;
        this.peopleKey = report.participants().key();
        this.status = report.status();
        this.dateEarliest = report.date() == null ? null : report.date().earliest();
        this.dateLatest = report.date() == null ? null : report.date().latest();
        this.publishedOn = publishedOn;
        this.facts = RecordJson.write(Witnesses.item(id, articleId, publishedOn, report));
        this.content = RecordJson.write(report);
    }

    /** The same report of an article has the same id however often the article is read. */
    static UUID idOf(UUID articleId, int position) {
        return Ids.named(articleId + "/" + position);
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

    String peopleKey() {
        return peopleKey;
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
