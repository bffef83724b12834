package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.Outcome;

/**
 * Intersects the dates of the reports: a day lies in its month, a weekday fits its day. A day that the words give
 * outweighs one that only the publication suggests; of days apart, the one that most origins give is published.
 */
final class DateRule {

    private DateRule() {}

    /** On when the call was; each report votes with the date it resolves to. */
    static Finding apply(Voices all, Profile profile) {
        return intersect(all, profile, "a date", "date");
    }

    static Finding intersect(Voices all, Profile profile, String what, String rule) {
        Voices bounded = all.where(v -> date(v) != null && bounded(date(v)));
        Voices open = all.where(v -> date(v) != null && !bounded(date(v)));
        if (bounded.isEmpty()) {
            return all.isEmpty()
                    ? Finding.notStated(what)
                    : new Finding(
                            null,
                            Outcome.NOT_STATED,
                            rule + "-unresolved",
                            DurationRule.wordings(all) + " cannot be resolved to a day without more reports.",
                            all.all().stream().map(Witness::of).toList(),
                            List.of(),
                            all.articles(),
                            all.origins());
        }
        Voices stated = bounded.where(v -> !inferred(v));
        Voices voting = profile.narrowing(stated.isEmpty() ? bounded : stated);
        CallDate selected = select(voting);
        boolean allFit = bounded.all().stream().allMatch(v -> fits(v, selected));
        boolean near = bounded.all().stream().allMatch(v -> apart(date(v), selected) <= 1);
        boolean equal = bounded.all().stream().allMatch(v -> Objects.equals(edtf(v), selected.edtf()));
        boolean contradicts = bounded.all().stream().anyMatch(v -> contradicts(date(v)))
                || open.all().stream().anyMatch(v -> !selected.meets(Objects.requireNonNull(date(v))));
        Outcome outcome = contradicts || !near
                ? Outcome.CONFLICT
                : bounded.outcome(allFit && equal ? Outcome.AGREE : Outcome.COMPATIBLE);
        String chosen =
                !near || contradicts ? rule + "-most-origins" : allFit ? rule + "-intersection" : rule + "-a-day-apart";
        return new Finding(
                selected,
                outcome,
                chosen,
                explain(all, open, selected, outcome, allFit, contradicts),
                all.all().stream()
                        .filter(v -> supports(v, selected))
                        .map(Witness::of)
                        .toList(),
                all.all().stream()
                        .filter(v -> !supports(v, selected))
                        .map(Witness::of)
                        .toList(),
                all.articles(),
                all.origins());
    }

    /** The narrowest date that most origins allow; of equals the more precise, then the earlier. */
    private static CallDate select(Voices voices) {
        Map<String, CallDate> candidates = new TreeMap<>();
        voices.all().forEach(v -> {
            CallDate d = date(v);
            if (d != null && d.edtf() != null) {
                candidates.putIfAbsent(d.edtf(), d);
            }
        });
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

    private static long support(Voices voices, CallDate c) {
        return voices.all().stream()
                .filter(v -> fits(v, c))
                .map(Voice::origin)
                .distinct()
                .count();
    }

    private static long exact(Voices voices, CallDate c) {
        return voices.all().stream()
                .filter(v -> Objects.equals(edtf(v), c.edtf()))
                .map(Voice::origin)
                .distinct()
                .count();
    }

    private static boolean supports(Voice v, CallDate selected) {
        CallDate d = date(v);
        return d == null || d.meets(selected) && !contradicts(d);
    }

    private static boolean fits(Voice v, CallDate c) {
        CallDate d = date(v);
        return d != null && d.meets(c);
    }

    private static boolean contradicts(@Nullable CallDate d) {
        return d != null && d.contradictsItself();
    }

    /** Days between two dates, 0 when they meet. */
    private static long apart(@Nullable CallDate a, CallDate b) {
        if (a == null
                || a.earliest() == null
                || a.latest() == null
                || b.earliest() == null
                || b.latest() == null
                || a.meets(b)) {
            return 0;
        }
        return a.earliest().isAfter(b.latest())
                ? a.earliest().toEpochDay() - b.latest().toEpochDay()
                : b.earliest().toEpochDay() - a.latest().toEpochDay();
    }

    private static boolean bounded(@Nullable CallDate d) {
        return d != null && d.bounded();
    }

    private static boolean inferred(Voice v) {
        CallDate d = date(v);
        return d != null && d.inferred();
    }

    private static @Nullable String edtf(Voice v) {
        CallDate d = date(v);
        return d == null ? null : d.edtf();
    }

    static @Nullable CallDate date(Voice v) {
        return v.value(CallDate.class);
    }

    private static String explain(
            Voices all, Voices open, CallDate selected, Outcome outcome, boolean allFit, boolean contradicts) {
        String agrees = open.isEmpty() ? "" : " " + DurationRule.wordings(open) + " agrees with it.";
        String edtf = String.valueOf(selected.edtf());
        if (contradicts) {
            return "The weekday that a report names is not that of " + edtf + ": " + DurationRule.wordings(all)
                    + " contradict each other.";
        }
        return switch (outcome) {
            case CONFLICT ->
                all.subject() + " give different dates: "
                        + String.join(
                                ", ",
                                new TreeSet<>(all.all().stream()
                                        .map(DateRule::edtf)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet())))
                        + "; most origins stand for " + edtf + ".";
            case SINGLE ->
                "One article gives " + edtf + (selected.inferred() ? ", the day of its publication." : ".") + agrees;
            case AGREE -> all.subject() + " agree on " + edtf + "." + agrees;
            default ->
                allFit
                        ? all.subject() + " fit " + edtf + "." + agrees
                        : all.subject() + " give days next to each other, as across time zones; " + edtf + " is taken."
                                + agrees;
        };
    }
}
