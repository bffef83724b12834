package org.readout.statement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Span;
import org.readout.reconciliation.StatementCluster;

/** Every wording of a statement, the chosen one first. */
public record StatementVariants(List<Variant> variants) {

    /** One wording, and where it stands. */
    @Schema(name = "StatementVariant", description = "One wording of a statement, and where it stands")
    public record Variant(
            String articleId,
            String reportId,
            String claimId,
            @Nullable String publisher,
            @Schema(example = "as long as necessary") String text,
            @Nullable Span span,
            Origin origin,
            @Nullable String relayer,
            Modality modality) {

        String key() {
            return reportId + "#" + claimId;
        }
    }

    static StatementVariants of(StatementCluster cluster) {
        return new StatementVariants(cluster.variants().stream()
                .map(w -> new Variant(
                        w.articleId(),
                        w.reportId(),
                        w.claimId(),
                        w.publisher(),
                        w.text(),
                        w.span(),
                        w.origin(),
                        w.relayer(),
                        w.modality()))
                .toList());
    }
}
