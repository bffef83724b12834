package org.readout.report;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Report;

/** A report as the API shows it. */
@Schema(name = "Report", description = "What one article says about one call")
public record ReportView(
        @Schema(description = "The report's id; null for an extraction, which is stored nowhere") @Nullable
        UUID id,

        @Schema(description = "The article") @Nullable UUID articleId,

        @Schema(description = "The call it tells of") @Nullable
        UUID callId,

        @Schema(description = "Whom it puts on the call") List<ParticipantView> participants,

        @Schema(description = "When, as far as this article tells (EDTF)", example = "2024-11-15") @Nullable
        String date,

        @Schema(description = "Whether only the day of publication suggests the date")
        boolean dateInferred,

        @Schema(description = "Whether it took place, as this article puts it", example = "HAPPENED")
        CallStatus status,

        @Schema(description = "Everything it says, with its words")
        List<ClaimView> claims) {

    /** A report of a text that is stored nowhere. */
    public static ReportView of(Report report) {
        return of(null, null, null, report);
    }

    static ReportView of(StoredReport stored) {
        return of(stored.id(), stored.articleId(), stored.callId(), stored.report());
    }

    private static ReportView of(@Nullable UUID id, @Nullable UUID article, @Nullable UUID call, Report r) {
        return new ReportView(
                id,
                article,
                call,
                r.participants().people().stream().map(ParticipantView::of).toList(),
                r.date() == null ? null : r.date().edtf(),
                r.date() != null && r.date().inferred(),
                r.status(),
                r.claims().stream().map(ClaimView::of).toList());
    }
}
