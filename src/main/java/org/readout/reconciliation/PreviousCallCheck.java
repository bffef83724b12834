package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.PreviousContact;

/**
 * Holds "first since December 2022" against the other calls of the same people: links the call that is meant, and
 * reports one that lies in between.
 */
public final class PreviousCallCheck {

    /**
     * A record after the check.
     *
     * @param record the record, its finding on the previous call changed where another call contradicts it
     * @param previousCallId the call that is meant, where one is stored
     */
    public record Checked(CallRecord record, @Nullable String previousCallId) {}

    /**
     * Another call of the same people.
     *
     * @param id its id
     * @param date when it was
     * @param status whether it took place
     */
    public record Other(String id, @Nullable CallDate date, CallStatus status) {

        private boolean counts() {
            return status == CallStatus.HAPPENED && date != null && date.bounded();
        }

        private boolean isAfter(@Nullable CallDate day) {
            return day != null
                    && day.latest() != null
                    && Objects.requireNonNull(Objects.requireNonNull(date).earliest())
                            .isAfter(day.latest());
        }

        private LocalDate last() {
            return Objects.requireNonNull(Objects.requireNonNull(date).latest());
        }
    }

    private PreviousCallCheck() {}

    /**
     * The call that is meant: of those that took place, fit the date and do not lie after the call itself, the last; of
     * several, the one first by id.
     */
    public static Optional<Other> meant(CallDate previous, @Nullable CallDate date, Collection<Other> others) {
        return others.stream()
                .filter(o -> o.counts() && Objects.requireNonNull(o.date()).meets(previous) && !o.isAfter(date))
                .min(Comparator.comparing(Other::last).reversed().thenComparing(Other::id));
    }

    /** The first call that lies wholly after the earlier contact and before the call itself. */
    public static Optional<Other> between(CallDate previous, @Nullable CallDate date, Collection<Other> others) {
        return others.stream()
                .filter(o -> o.counts() && liesBetween(previous, Objects.requireNonNull(o.date()), date))
                .min(Comparator.comparing(Other::last).thenComparing(Other::id));
    }

    /**
     * Checks one call against the others of the same people.
     *
     * @param record its record
     * @param others other calls of the same people, at least those that can be meant or lie between
     */
    public static Checked check(CallRecord record, Collection<Other> others) {
        CallDate previous = record.previousCall();
        if (previous == null) {
            return new Checked(record, null);
        }
        Finding<CallDate> finding = record.finding(Rules.PREVIOUS_CALL);
        boolean first =
                finding.supporting().stream().anyMatch(w -> w.value() instanceof PreviousContact p && p.first());
        Optional<Other> between =
                first && finding.decided() == null ? between(previous, record.date(), others) : Optional.empty();
        return new Checked(
                between.map(b -> contradicted(record, finding, b)).orElse(record),
                meant(previous, record.date(), others).map(Other::id).orElse(null));
    }

    private static boolean liesBetween(CallDate previous, CallDate other, @Nullable CallDate date) {
        return date != null
                && date.earliest() != null
                && other.earliest() != null
                && other.latest() != null
                && previous.latest() != null
                && other.earliest().isAfter(previous.latest())
                && other.latest().isBefore(date.earliest());
    }

    private static CallRecord contradicted(CallRecord record, Finding<CallDate> f, Other between) {
        return record.with(
                Rules.PREVIOUS_CALL,
                f.contradicted(
                        "previousCall-call-between",
                        Explanations.callBetween(
                                f.explanation(), between.id(), Objects.requireNonNull(between.date()))));
    }
}
