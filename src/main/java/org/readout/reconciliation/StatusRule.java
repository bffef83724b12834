package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/**
 * Tells whether the call took place. A plan that came about is one call; a denial against an assertion makes it
 * disputed and is never outvoted; a denial made before the day of the call denies the plan, not the call.
 */
final class StatusRule extends PropertyRule<CallStatus, CallStatus> {

    /** What a call can have been before it was what it is. */
    private static final Map<CallStatus, Set<CallStatus>> COMES_TO = Map.of(
            CallStatus.HAPPENED, Set.of(CallStatus.PLANNED, CallStatus.POSTPONED),
            CallStatus.CANCELLED, Set.of(CallStatus.PLANNED, CallStatus.POSTPONED),
            CallStatus.POSTPONED, Set.of(CallStatus.PLANNED));

    StatusRule() {
        super(Property.STATUS, CallStatus.class);
    }

    @Override
    protected String what() {
        return "whether it took place";
    }

    @Override
    boolean fits(CallStatus said, CallStatus selected) {
        return said == selected;
    }

    @Override
    public CallStatus decide(Given given) {
        return given.word(CallStatus.class);
    }

    @Override
    Finding<CallStatus> find(Hearing hearing) {
        @Nullable CallDate date = hearing.selected(Rules.DATE);
        HeardClaims<CallStatus> voices = hearing.on(Property.STATUS).valued();
        if (voices.isEmpty()) {
            return notStated();
        }
        HeardClaims<CallStatus> happened = with(voices, CallStatus.HAPPENED);
        HeardClaims<CallStatus> denied = with(voices, CallStatus.DENIED).where(v -> !deniesPlan(v, date));
        HeardClaims<CallStatus> planned = with(voices, CallStatus.PLANNED);
        HeardClaims<CallStatus> cancelled = with(voices, CallStatus.CANCELLED);
        HeardClaims<CallStatus> postponed = with(voices, CallStatus.POSTPONED);
        if (!happened.isEmpty() && !denied.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.DISPUTED,
                    Outcome.CONFLICT,
                    "status-denied-by-one",
                    Explanations.denied(happened, denied));
        }
        if (!happened.isEmpty() && !cancelled.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.HAPPENED,
                    Outcome.CONFLICT,
                    "status-happened-though-cancelled",
                    Explanations.happenedThoughCancelled(happened, cancelled));
        }
        if (!happened.isEmpty()) {
            boolean same = happened.all().size() == voices.all().size();
            return finding(
                    voices,
                    CallStatus.HAPPENED,
                    voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                    same ? "status-equal" : "status-planned-then-happened",
                    Explanations.happened(happened, !same));
        }
        if (!cancelled.isEmpty()) {
            boolean same = cancelled.all().size() == voices.all().size();
            return finding(
                    voices,
                    CallStatus.CANCELLED,
                    voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                    same ? "status-equal" : "status-planned-then-cancelled",
                    Explanations.cancelled());
        }
        if (!postponed.isEmpty()) {
            boolean same = postponed.all().size() == voices.all().size();
            return finding(
                    voices,
                    CallStatus.POSTPONED,
                    voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                    same ? "status-equal" : "status-planned-then-postponed",
                    Explanations.postponed());
        }
        if (!planned.isEmpty() && !denied.isEmpty()) {
            return finding(
                    voices,
                    CallStatus.DISPUTED,
                    Outcome.CONFLICT,
                    "status-plan-denied",
                    Explanations.planDenied(planned, denied));
        }
        CallStatus only = planned.isEmpty() ? CallStatus.DENIED : CallStatus.PLANNED;
        return finding(
                voices,
                only,
                voices.outcome(Outcome.AGREE),
                "status-equal",
                only == CallStatus.PLANNED ? Explanations.planned(voices) : Explanations.deniedByAll(voices));
    }

    private static Finding<CallStatus> finding(
            HeardClaims<CallStatus> voices, CallStatus selected, Outcome outcome, String rule, String explanation) {
        return voices.finding(
                selected,
                outcome,
                rule,
                explanation,
                v -> v.value() == selected
                        || COMES_TO.getOrDefault(selected, Set.of()).contains(v.value())
                        || selected == CallStatus.DISPUTED && v.value() == CallStatus.HAPPENED);
    }

    private static HeardClaims<CallStatus> with(HeardClaims<CallStatus> voices, CallStatus status) {
        return voices.where(v -> v.value() == status);
    }

    private static boolean deniesPlan(HeardClaim<CallStatus> v, @Nullable CallDate date) {
        LocalDate published = v.report().published();
        LocalDate first = date == null || date.inferred() ? null : date.earliest();
        return published != null && first != null && published.isBefore(first);
    }
}
