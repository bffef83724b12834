package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.readout.claim.CallDate;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/**
 * Intersects the dates of the reports: a day lies in its month, a weekday fits its day. A day that the words give
 * outweighs one that only the publication suggests; of days apart, the one that most origins give is published.
 */
final class DateRule extends PropertyRule<CallDate, CallDate> {

    DateRule() {
        super(Property.DATE, CallDate.class);
    }

    @Override
    protected String what() {
        return "a date";
    }

    /** Each report votes with the date it resolves to, whichever of its words gives it. */
    @Override
    Finding<CallDate> find(Hearing hearing) {
        HeardClaims<CallDate> voices = new HeardClaims<>(hearing.on(Property.DATE).all().stream()
                .map(v -> {
                    CallDate resolved = v.report().report().date();
                    return v.value() == null && resolved != null
                            ? new HeardClaim<>(v.report(), v.claim(), resolved)
                            : v;
                })
                .toList());
        return intersect(this, voices, hearing.profile());
    }

    @Override
    boolean fits(CallDate said, CallDate selected) {
        return said.meets(selected);
    }

    @Override
    public CallDate decide(Given given) {
        return given.read().date(given.text());
    }

    /** What dates come to, of this property or of another that selects one. */
    static Finding<CallDate> intersect(PropertyRule<?, CallDate> of, HeardClaims<CallDate> all, Profile profile) {
        String rule = of.name();
        HeardClaims<CallDate> bounded =
                all.where(v -> v.value() != null && v.said().bounded());
        HeardClaims<CallDate> open =
                all.where(v -> v.value() != null && !v.said().bounded());
        if (bounded.isEmpty()) {
            return all.isEmpty() ? of.notStated() : all.unvalued(rule + "-unresolved", Explanations.unresolved(all));
        }
        HeardClaims<CallDate> stated = bounded.where(v -> !v.said().inferred());
        HeardClaims<CallDate> voting = profile.narrowing(stated.isEmpty() ? bounded : stated);
        CallDate selected = select(voting);
        boolean allFit = bounded.all().stream().allMatch(v -> fits(v, selected));
        boolean near = bounded.all().stream().allMatch(v -> apart(v.said(), selected) <= 1);
        boolean equal =
                bounded.all().stream().allMatch(v -> Objects.equals(v.said().edtf(), selected.edtf()));
        boolean contradicts = bounded.all().stream().anyMatch(v -> v.said().contradictsItself())
                || open.all().stream().anyMatch(v -> !selected.meets(v.said()));
        Outcome outcome = contradicts || !near
                ? Outcome.CONFLICT
                : bounded.outcome(allFit && equal ? Outcome.AGREE : Outcome.COMPATIBLE);
        String chosen =
                !near || contradicts ? rule + "-most-origins" : allFit ? rule + "-intersection" : rule + "-a-day-apart";
        String explanation = contradicts
                ? Explanations.weekdayContradicts(all, selected)
                : !near
                        ? Explanations.datesDiffer(bounded, selected)
                        : allFit || outcome == Outcome.SINGLE
                                ? Explanations.date(bounded, open, selected, outcome)
                                : Explanations.daysApart(bounded, open, selected);
        return all.finding(selected, outcome, chosen, explanation, v -> supports(v, selected));
    }

    /** The narrowest date that most origins allow; of equals the more precise, then the earlier. */
    private static CallDate select(HeardClaims<CallDate> voices) {
        Map<String, CallDate> candidates = new TreeMap<>();
        for (HeardClaim<CallDate> v : voices.all()) {
            String edtf = v.said().edtf();
            if (edtf != null) {
                candidates.putIfAbsent(edtf, v.said());
            }
        }
        CallDate best = candidates.values().stream()
                .max(Comparator.comparingLong((CallDate c) -> support(voices, c))
                        .thenComparingLong(c -> -c.days())
                        .thenComparingLong(c -> exact(voices, c))
                        .thenComparing(c -> Objects.requireNonNull(c.earliest()), Comparator.reverseOrder()))
                .orElseThrow();
        LocalDate low = best.earliest();
        LocalDate high = best.latest();
        for (CallDate c : candidates.values()) {
            if (c.meets(best) && c.earliest() != null && c.latest() != null && low != null && high != null) {
                LocalDate from = c.earliest().isAfter(low) ? c.earliest() : low;
                LocalDate to = c.latest().isBefore(high) ? c.latest() : high;
                if (!from.isAfter(to) && (from.isAfter(low) || to.isBefore(high))) {
                    low = from;
                    high = to;
                }
            }
        }
        return low == null || high == null || low.equals(best.earliest()) && high.equals(best.latest())
                ? best
                : CallDate.between(low, high);
    }

    private static long support(HeardClaims<CallDate> voices, CallDate c) {
        return voices.all().stream()
                .filter(v -> fits(v, c))
                .map(HeardClaim::origin)
                .distinct()
                .count();
    }

    private static long exact(HeardClaims<CallDate> voices, CallDate c) {
        return voices.all().stream()
                .filter(v -> Objects.equals(v.said().edtf(), c.edtf()))
                .map(HeardClaim::origin)
                .distinct()
                .count();
    }

    private static boolean supports(HeardClaim<CallDate> v, CallDate selected) {
        CallDate d = v.value();
        return d == null || d.meets(selected) && !d.contradictsItself();
    }

    private static boolean fits(HeardClaim<CallDate> v, CallDate c) {
        CallDate d = v.value();
        return d != null && d.meets(c);
    }

    /** Days between two dates, 0 when they meet. */
    private static long apart(CallDate a, CallDate b) {
        if (a.earliest() == null || a.latest() == null || b.earliest() == null || b.latest() == null || a.meets(b)) {
            return 0;
        }
        return a.earliest().isAfter(b.latest())
                ? a.earliest().toEpochDay() - b.latest().toEpochDay()
                : b.earliest().toEpochDay() - a.latest().toEpochDay();
    }
}
