package org.readout.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;

/**
 * The decision that a value rests on.
 *
 * @param id the decision's id
 * @param who who decided
 * @param reason why
 * @param madeAt when
 * @param contradicted whether reports that came later say otherwise
 * @param reported the value that the reports alone give
 * @param reportedOutcome how the reports stand to each other
 */
public record AppliedDecision(
        UUID id,
        @Nullable String who,
        @Nullable String reason,
        Instant madeAt,
        boolean contradicted,
        @Nullable Object reported,
        Outcome reportedOutcome) {}
