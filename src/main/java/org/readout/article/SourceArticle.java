package org.readout.article;

import jakarta.persistence.Basic;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Warning;
import org.readout.platform.Ids;

/** One text as published; its words never change. */
@Entity
@Table(name = "source_article")
class SourceArticle {

    @Id
    private UUID id;

    @Column(updatable = false)
    private byte[] identity;

    @Basic
    @Column(updatable = false)
    private @Nullable String text;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable String givenReports;

    private @Nullable String url;
    private @Nullable String publisher;
    private @Nullable String title;
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    private ArticleKind kind;

    private @Nullable LocalDate publishedOn;
    private @Nullable Instant publishedTime;

    @Enumerated(EnumType.STRING)
    private PublishedBasis publishedBasis;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] externalIds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] warnings = {};

    private @Nullable UUID supersededBy;

    private @Nullable Instant withdrawnAt;

    @Version
    private long version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected SourceArticle() {}

    SourceArticle(ArticleDraft draft, Instant now) {
        this.id = Ids.next();
        this.identity = draft.identity();
        this.text = draft.text();
        this.givenReports = draft.givenReports();
        this.url = draft.url();
        this.publisher = draft.publisher();
        this.title = draft.title();
        this.language = draft.language();
        this.kind = draft.kind();
        this.publishedOn = draft.publishedOn();
        this.publishedTime = draft.publishedTime();
        this.publishedBasis = draft.publishedOn() == null ? PublishedBasis.UNKNOWN : PublishedBasis.GIVEN;
        this.externalIds = draft.externalIds().toArray(String[]::new);
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes what reading found around the text. */
    void surround(Surroundings found) {
        if (publishedBasis != PublishedBasis.GIVEN) {
            publishedOn = found.published();
            publishedBasis = publishedOn == null ? PublishedBasis.UNKNOWN : found.basis();
        }
        warnings = found.warnings().stream().sorted().map(Warning::name).toArray(String[]::new);
        java.util.LinkedHashSet<String> ids = new java.util.LinkedHashSet<>(List.of(externalIds));
        ids.addAll(found.externalIds());
        externalIds = ids.toArray(String[]::new);
    }

    /** Takes corrected metadata. */
    void amend(ArticleDraft draft, Instant now) {
        url = draft.url();
        publisher = draft.publisher();
        title = draft.title();
        language = draft.language();
        kind = draft.kind();
        externalIds = draft.externalIds().toArray(String[]::new);
        publishedOn = draft.publishedOn();
        publishedTime = draft.publishedTime();
        publishedBasis = publishedOn == null ? PublishedBasis.UNKNOWN : PublishedBasis.GIVEN;
        updatedAt = now;
    }

    /** Whether a later text of the same page is this one as its outlet has revised it, rather than another part of the page. */
    boolean mayBeRevisedBy(SourceArticle later) {
        boolean sameOutlet = publisher == null || later.publisher == null || publisher.equals(later.publisher);
        return sameOutlet && text != null && later.text != null && shingles().touches(later.shingles());
    }

    /** The text as it is compared with others; without any runs where reports were given without a text. */
    Shingles shingles() {
        return Shingles.of(text == null ? "" : text);
    }

    /** Whether the article counts, or which later text of its page does. */
    void supersededBy(@Nullable UUID later, Instant now) {
        supersededBy = later;
        updatedAt = now;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    byte[] identity() {
        return identity;
    }

    @Nullable
    String text() {
        return text;
    }

    Article article() {
        return new Article(
                id,
                text,
                givenReports,
                url,
                publisher,
                title,
                language,
                kind,
                publishedOn,
                publishedTime,
                publishedBasis,
                List.of(externalIds),
                Arrays.stream(warnings).map(Warning::valueOf).toList(),
                supersededBy,
                withdrawnAt,
                createdAt,
                updatedAt);
    }
}
