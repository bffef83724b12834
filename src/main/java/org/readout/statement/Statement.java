package org.readout.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallReconciled;
import org.readout.claim.QuoteType;
import org.readout.platform.Ids;
import org.readout.reconciliation.StatementCluster;

/** What one side said in or about a call. */
@SuppressWarnings("UnusedVariable") // columns that only SQL reads
@Entity
@Table(name = "statement")
class Statement {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID callId;

    private String saidBy;
    private @Nullable String onBehalfOf;
    private @Nullable String relayedBy;

    @Enumerated(EnumType.STRING)
    private QuoteType quoteType;

    private String text;
    private int articleCount;
    private int originCount;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] participants;

    private @Nullable LocalDate dateEarliest;
    private @Nullable LocalDate dateLatest;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] publishers;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant createdAt;

    @Transient
    private @Nullable StatementVariants variants;

    @SuppressWarnings("NullAway.Init")
    protected Statement() {}

    Statement(CallReconciled call, StatementCluster cluster, StatementVariants wordings, Instant now) {
        this.id = Ids.next();
        this.callId = call.callId();
        this.createdAt = now;
        take(call, cluster, wordings);
    }

    /** Takes the wordings as they stand now, and what of its call it is found by; the row is written where they are others. */
    final void take(CallReconciled call, StatementCluster cluster, StatementVariants wordings) {
        participants = call.participants().stream().sorted().toArray(String[]::new);
        dateEarliest = call.dateEarliest();
        dateLatest = call.dateLatest();
        publishers = cluster.variants().stream()
                .map(v -> v.publisher())
                .filter(Objects::nonNull)
                .map(p -> p.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        saidBy = cluster.saidBy();
        onBehalfOf = cluster.onBehalfOf();
        relayedBy = cluster.relayedBy();
        quoteType = cluster.quoteType();
        text = cluster.text();
        articleCount = cluster.articleCount();
        originCount = cluster.originCount();
        if (content == null || !variants().equals(wordings)) {
            content = StatementJson.write(wordings);
            variants = wordings;
        }
    }

    /** Every wording, read once. */
    private StatementVariants variants() {
        if (variants == null) {
            variants = StatementJson.read(content);
        }
        return variants;
    }

    UUID id() {
        return id;
    }

    UUID callId() {
        return callId;
    }

    Instant createdAt() {
        return createdAt;
    }

    StatementView view() {
        return new StatementView(
                id,
                callId,
                saidBy,
                onBehalfOf,
                relayedBy,
                quoteType,
                text,
                variants().variants(),
                articleCount,
                originCount,
                createdAt);
    }
}
