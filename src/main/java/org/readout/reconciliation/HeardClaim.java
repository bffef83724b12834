package org.readout.reconciliation;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;

/**
 * One claim as heard when a property is reconciled.
 *
 * @param report the report that makes it
 * @param claim the claim
 * @param value the value it votes for, which a report may have chosen among several claims
 * @param <C> what is claimed
 */
record HeardClaim<C>(
        HeardReport report, Claim claim, @Nullable C value) {

    String origin() {
        return report.originOf(claim);
    }

    String article() {
        return report.articleId();
    }

    /** The value of a voice that is known to have one. */
    C said() {
        if (value == null) {
            throw new IllegalStateException("A claim without a value cannot vote");
        }
        return value;
    }
}
