package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Outcome;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;

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

    private PreviousCallCheck() {}

    /**
     * Another call of the same people.
     *
     * @param date when it was
     * @param status whether it took place
     */
    public record Other(@Nullable CallDate date, CallStatus status) {}

    /**
     * Checks one call against the others of the same people.
     *
     * @param callId the call to check
     * @param record its record
     * @param calls the calls of the same people by id; the call itself is passed over
     */
    public static Checked check(String callId, CallRecord record, Map<String, Other> calls) {
        CallDate previous = record.previousCall();
        CallDate date = record.date();
        if (previous == null) {
            return new Checked(record, null);
        }
        String meant = null;
        String between = null;
        LocalDate latest = null;
        for (Map.Entry<String, Other> e : calls.entrySet()) {
            CallDate other = e.getValue().date();
            if (e.getKey().equals(callId)
                    || other == null
                    || !other.bounded()
                    || e.getValue().status() != CallStatus.HAPPENED) {
                continue;
            }
            LocalDate last = Objects.requireNonNull(other.latest());
            if (other.meets(previous) && (latest == null || last.isAfter(latest))) {
                meant = e.getKey();
                latest = last;
            }
            if (liesBetween(previous, other, date)
                    && (between == null || e.getKey().compareTo(between) < 0)) {
                between = e.getKey();
            }
        }
        boolean first =
                Objects.requireNonNull(record.findings().get(Property.PREVIOUS_CALL.json())).supporting().stream()
                        .anyMatch(w -> w.value() instanceof PreviousContact p && p.first());
        return new Checked(between == null || !first ? record : contradicted(record, between, calls), meant);
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

    private static CallRecord contradicted(CallRecord record, String between, Map<String, Other> calls) {
        String property = Property.PREVIOUS_CALL.json();
        Finding f = Objects.requireNonNull(record.findings().get(property));
        CallDate when = Objects.requireNonNull(calls.get(between)).date();
        Map<String, Finding> findings = new LinkedHashMap<>(record.findings());
        findings.put(
                property,
                new Finding(
                        f.selected(),
                        Outcome.CONFLICT,
                        "previousCall-call-between",
                        f.explanation() + " But call " + between + " of " + (when == null ? "a later day" : when.edtf())
                                + " lies between.",
                        f.supporting(),
                        f.opposing(),
                        f.articleCount(),
                        f.originCount()));
        return record.withFindings(findings);
    }
}
