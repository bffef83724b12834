package org.readout.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Report;
import org.readout.grouping.Grouping;

/** What one article says about one call; which call that is can change as other reports come and go. */
@SuppressWarnings("UnusedVariable") // columns that only SQL reads
@Entity
@Table(name = "report")
class ReportRow implements StoredReport {

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

    /** As it was made, or read once from its words. */
    @Transient
    private @Nullable Report report;

    @Transient
    private Grouping.@Nullable Item item;

    @SuppressWarnings("NullAway.Init")
    protected ReportRow() {}

    ReportRow(UUID id, UUID articleId, int position, @Nullable LocalDate publishedOn, Report report) {
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
        this.item = GroupingItems.of(id, articleId, publishedOn, report);
        this.facts = ReportJson.write(item);
        this.report = report;
        this.content = ReportJson.write(report);
    }

    /** Whether two reports of the same people differ in nothing that a call's record is made from. */
    boolean saysTheSame(ReportRow other) {
        return position == other.position
                && Objects.equals(publishedOn, other.publishedOn)
                && ReportJson.same(content, other.content)
                && ReportJson.same(facts, other.facts);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID articleId() {
        return articleId;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    @Nullable
    public UUID callId() {
        return callId;
    }

    @Override
    public UUID people() {
        return peopleId;
    }

    @Override
    @Nullable
    public LocalDate publishedOn() {
        return publishedOn;
    }

    @Override
    public UUID call() {
        if (callId == null) {
            throw new IllegalStateException("Report " + id + " has not been grouped");
        }
        return callId;
    }

    @Override
    public void moveTo(UUID call) {
        callId = call;
    }

    @Override
    public Grouping.Item item() {
        if (item == null) {
            item = ReportJson.item(facts);
        }
        return item;
    }

    @Override
    public Report report() {
        if (report == null) {
            report = ReportJson.report(content);
        }
        return report;
    }
}
