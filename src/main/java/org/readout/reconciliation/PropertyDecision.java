package org.readout.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;

/**
 * A person's decision on a property of a call. It stands whatever the reports say; reports that were not known when it
 * was made and say otherwise contradict it, which is flagged.
 *
 * @param decisionId the decision's id
 * @param rule the rule of the property that it is on
 * @param value the value decided, of the kind that the property's finding selects
 * @param who who decided
 * @param reason why
 * @param madeAt when
 * @param known the reports of the call when it was made
 */
public record PropertyDecision(
        UUID decisionId,
        PropertyRule<?, ?> rule,
        Object value,
        @Nullable String who,
        @Nullable String reason,
        Instant madeAt,
        Set<String> known) {

    /** The finding with the decided value in the place of the one that the reports alone give. */
    <C, S> Finding<S> over(PropertyRule<C, S> of, Finding<S> reported) {
        S decided = of.cast(value);
        List<Witness> all = Stream.concat(reported.supporting().stream(), reported.opposing().stream())
                .toList();
        List<Witness> opposing = all.stream().filter(w -> !fits(of, w, decided)).toList();
        boolean contradicted = opposing.stream().anyMatch(w -> !known.contains(w.reportId()));
        return new Finding<>(
                decided,
                Outcome.ADJUDICATED,
                "decision",
                Explanations.decided(who, reason, !opposing.isEmpty(), contradicted, reported.explanation()),
                all.stream().filter(w -> fits(of, w, decided)).toList(),
                opposing,
                reported.articleCount(),
                reported.originCount(),
                new AppliedDecision(
                        decisionId, who, reason, madeAt, contradicted, reported.selected(), reported.outcome()));
    }

    /** Whether what a claim says can be so under the decision; a claim without a value says nothing against it. */
    private static <C, S> boolean fits(PropertyRule<C, S> rule, Witness said, S decided) {
        C value = rule.property().type().cast(said.value());
        return value == null || rule.fits(value, decided);
    }
}
