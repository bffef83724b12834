package org.readout.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.claim.Participants;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.Topic;

/**
 * A person's decision on a property of a call. It stands whatever the reports say; reports that were not known when it
 * was made and say otherwise contradict it, which is flagged.
 *
 * @param decisionId the decision's id
 * @param property what it is on
 * @param value the value decided, of the kind that the property's finding selects
 * @param who who decided
 * @param reason why
 * @param madeAt when
 * @param known the reports of the call when it was made
 */
public record Ruling(
        UUID decisionId,
        Property property,
        Object value,
        @Nullable String who,
        @Nullable String reason,
        Instant madeAt,
        Set<String> known) {

    /** The finding with the decided value in the place of the one that the reports alone give. */
    Finding over(Finding reported) {
        List<Witness> all = Stream.concat(reported.supporting().stream(), reported.opposing().stream())
                .toList();
        List<Witness> opposing = all.stream().filter(w -> !fits(w.value())).toList();
        boolean contradicted = opposing.stream().anyMatch(w -> !known.contains(w.reportId()));
        return new Finding(
                value,
                Outcome.ADJUDICATED,
                "decision",
                explain(reported, opposing, contradicted),
                all.stream().filter(w -> fits(w.value())).toList(),
                opposing,
                reported.articleCount(),
                reported.originCount(),
                new Decided(decisionId, who, reason, madeAt, contradicted, reported.selected(), reported.outcome()));
    }

    private String explain(Finding reported, List<Witness> opposing, boolean contradicted) {
        String decided = (who == null ? "A person" : who) + " decided it"
                + (reason == null
                        ? "."
                        : ": " + reason.strip() + (reason.strip().endsWith(".") ? "" : "."));
        String against = opposing.isEmpty()
                ? ""
                : contradicted
                        ? " Reports that came later say otherwise."
                        : " The reports that say otherwise were known.";
        return decided + against + " By the reports alone: " + reported.explanation();
    }

    /** Whether what a claim says can be so under the decision; a claim without a value says nothing against it. */
    private boolean fits(@Nullable Object said) {
        if (said == null) {
            return true;
        }
        return switch (property) {
            case DURATION -> said instanceof CallDuration d && d.meets((CallDuration) value);
            case DATE -> said instanceof CallDate d && d.meets((CallDate) value);
            case PREVIOUS_CALL ->
                said instanceof PreviousContact p
                        && (p.date() == null || p.date().meets((CallDate) value));
            case PARTICIPANTS -> said instanceof Participants p && p.key().equals(((Participants) value).key());
            case TOPIC -> said instanceof Topic t && ((Collection<?>) value).contains(t.name());
            case INITIATOR ->
                said instanceof Initiator i && InitiatorRule.side(i).equals(InitiatorRule.side((Initiator) value));
            case MEDIUM -> said == Medium.UNSPECIFIED || said == value;
            default -> Objects.equals(said, value) || value instanceof Collection<?> c && c.contains(said);
        };
    }
}
