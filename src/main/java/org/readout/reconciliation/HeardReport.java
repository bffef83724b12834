package org.readout.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Report;

/**
 * A report as a witness: who published it and when, and what it says.
 *
 * @param reportId the report's id
 * @param articleId the article's id
 * @param publisher who published the article
 * @param published the day of publication
 * @param copyOf the article that this one copies, itself when it copies none
 * @param report what it says
 */
public record HeardReport(
        String reportId,
        String articleId,
        @Nullable String publisher,
        @Nullable LocalDate published,
        String copyOf,
        Report report) {

    /** The origin that counts for a claim: its named source, else the text it was copied from. */
    String originOf(Claim claim) {
        return claim.origin().named() ? claim.origin().key() : "article:" + copyOf;
    }
}
