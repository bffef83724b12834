package org.readout.reconciliation;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;

/**
 * The claims on one property from all reports of a call, in an order that does not depend on when they came.
 *
 * @param <C> what is claimed
 */
record HeardClaims<C>(List<HeardClaim<C>> all) {

    /** Only those that give a value. */
    HeardClaims<C> valued() {
        return where(v -> v.value() != null);
    }

    HeardClaims<C> where(Predicate<HeardClaim<C>> wanted) {
        return new HeardClaims<>(all.stream().filter(wanted).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int articles() {
        return (int) all.stream().map(HeardClaim::article).distinct().count();
    }

    int origins() {
        return (int) all.stream().map(HeardClaim::origin).distinct().count();
    }

    /** SINGLE from one article, else what {@code several} says. */
    Outcome outcome(Outcome several) {
        return articles() <= 1 && several != Outcome.CONFLICT ? Outcome.SINGLE : several;
    }

    <S> Finding<S> finding(
            @Nullable S selected, Outcome outcome, String rule, String explanation, Predicate<HeardClaim<C>> supports) {
        return new Finding<>(
                selected,
                outcome,
                rule,
                explanation,
                all.stream().filter(supports).map(Witness::of).toList(),
                all.stream().filter(supports.negate()).map(Witness::of).toList(),
                articles(),
                origins(),
                null);
    }

    /** What words without a value come to: they are evidence, and nothing is selected. */
    <S> Finding<S> unvalued(String rule, String explanation) {
        return finding(null, Outcome.NOT_STATED, rule, explanation, v -> true);
    }
}
