package org.readout.reconciliation;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Span;

/** A claim with its words, its place, its article and its origin, as evidence for or against a value. */
public record Witness(
        String articleId,
        String reportId,
        String claimId,
        @Nullable String publisher,
        @Nullable Object value,
        String text,
        @Nullable Span span,
        Origin origin,
        @Nullable String relayer,
        Modality modality) {

    static Witness of(HeardClaim<?> voice) {
        Claim c = voice.claim();
        HeardReport t = voice.report();
        return new Witness(
                t.articleId(),
                t.reportId(),
                c.id(),
                t.publisher(),
                c.value(),
                c.text(),
                c.span(),
                c.origin(),
                c.relayer(),
                c.modality());
    }
}
