package org.readout.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Outcome;

/**
 * Tells whether the call took place. A plan that came about is one call; a denial against an assertion makes it
 * disputed and is never outvoted; a denial made before the day of the call denies the plan, not the call.
 */
final class StatusRule {

    private StatusRule() {}

    static Finding apply(Voices all, @Nullable CallDate date) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            return Finding.notStated("whether it took place");
        }
        Voices happened = with(voices, CallStatus.HAPPENED);
        Voices denied = with(voices, CallStatus.DENIED).where(v -> !deniesPlan(v, date));
        Voices planned = with(voices, CallStatus.PLANNED);
        Voices cancelled = with(voices, CallStatus.CANCELLED);
        if (!happened.isEmpty() && !denied.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.DISPUTED,
                    Outcome.CONFLICT,
                    "status-denied-by-one",
                    happened.subject() + " tell of the call; "
                            + denied.subject().toLowerCase(java.util.Locale.ROOT) + " deny it.");
        }
        if (!happened.isEmpty() && !cancelled.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.HAPPENED,
                    Outcome.CONFLICT,
                    "status-happened-though-cancelled",
                    "One report has the call cancelled, another has it take place.");
        }
        if (!happened.isEmpty()) {
            boolean same = happened.all().size() == voices.all().size();
            return finding(
                    voices,
                    CallStatus.HAPPENED,
                    voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                    same ? "status-equal" : "status-planned-then-happened",
                    happened.subject() + (happened.articles() == 1 ? " says" : " say") + " that the call took place"
                            + (same ? "." : "; others tell of the plan."));
        }
        if (!cancelled.isEmpty()) {
            boolean same = cancelled.all().size() == voices.all().size();
            return finding(
                    voices,
                    CallStatus.CANCELLED,
                    voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                    same ? "status-equal" : "status-planned-then-cancelled",
                    "The call was planned and called off.");
        }
        if (!planned.isEmpty() && !denied.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.DISPUTED,
                    Outcome.CONFLICT,
                    "status-plan-denied",
                    planned.subject() + " tell of a plan; " + denied.subject().toLowerCase(java.util.Locale.ROOT)
                            + " deny it.");
        }
        CallStatus only = planned.isEmpty() ? CallStatus.DENIED : CallStatus.PLANNED;
        return finding(
                voices,
                only,
                voices.outcome(Outcome.AGREE),
                "status-equal",
                voices.subject() + (only == CallStatus.PLANNED ? " tell of a planned call." : " deny the call."));
    }

    private static Finding finding(
            Voices voices, CallStatus selected, Outcome outcome, String rule, String explanation) {
        return voices.finding(
                selected,
                outcome,
                rule,
                explanation,
                v -> v.value() == selected
                        || selected == CallStatus.HAPPENED && v.value() == CallStatus.PLANNED
                        || selected == CallStatus.CANCELLED && v.value() == CallStatus.PLANNED
                        || selected == CallStatus.DISPUTED && v.value() == CallStatus.HAPPENED);
    }

    private static Voices with(Voices voices, CallStatus status) {
        return voices.where(v -> v.value() == status);
    }

    private static boolean deniesPlan(Voice v, @Nullable CallDate date) {
        LocalDate published = v.testimony().published();
        LocalDate first = date == null || date.inferred() ? null : date.earliest();
        return published != null && first != null && published.isBefore(first);
    }
}
