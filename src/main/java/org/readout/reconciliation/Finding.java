package org.readout.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;

/**
 * What was found on one property of a call.
 *
 * @param selected the value chosen, null when none is stated
 * @param outcome how the reports stand to each other
 * @param rule the rule that chose
 * @param explanation a sentence that a person can read
 * @param supporting the claims that the value rests on
 * @param opposing the claims that say otherwise
 * @param articleCount articles that state the property
 * @param originCount origins that state it
 * @param decided the decision that the value rests on, where a person made one
 * @param <S> what is selected
 */
public record Finding<S>(
        @Nullable S selected,
        Outcome outcome,
        String rule,
        String explanation,
        List<Witness> supporting,
        List<Witness> opposing,
        int articleCount,
        int originCount,
        @Nullable AppliedDecision decided) {

    /** The same evidence, contradicted by something that is no report. */
    Finding<S> contradicted(String byRule, String because) {
        return new Finding<>(
                selected, Outcome.CONFLICT, byRule, because, supporting, opposing, articleCount, originCount, decided);
    }
}
