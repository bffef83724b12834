package org.readout.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Warning;

/** A stored article. */
public record Article(
        UUID id,
        @Nullable String text,
        @Nullable String givenReports,
        @Nullable String url,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable String language,
        ArticleKind kind,
        @Nullable LocalDate publishedOn,
        @Nullable Instant publishedTime,
        PublishedBasis publishedBasis,
        List<String> externalIds,
        List<Warning> warnings,
        @Nullable UUID supersededBy,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether what it says counts: it has not been withdrawn, and its outlet has not replaced it. */
    public boolean counts() {
        return withdrawnAt == null && supersededBy == null;
    }
}
