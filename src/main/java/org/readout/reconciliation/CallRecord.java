package org.readout.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Initiation;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.claim.Participant;
import org.readout.claim.Participants;

/**
 * The one record of a call: what was found on each property, and what was said.
 *
 * @param findings one for each rule, by the property's name in the API
 * @param statements what was said in or about the call
 * @param articleCount articles that tell of it
 * @param originCount origins that tell of it
 */
public record CallRecord(
        Map<String, Finding<?>> findings, List<StatementCluster> statements, int articleCount, int originCount) {

    /** What was found on a property; not stated where the record is older than the rule. */
    public <S> Finding<S> finding(PropertyRule<?, S> rule) {
        return rule.in(findings);
    }

    private <S> @Nullable S selected(PropertyRule<?, S> rule) {
        return finding(rule).selected();
    }

    public CallStatus status() {
        return Objects.requireNonNullElse(selected(Rules.STATUS), CallStatus.HAPPENED);
    }

    public Medium medium() {
        return Objects.requireNonNullElse(selected(Rules.MEDIUM), Medium.UNSPECIFIED);
    }

    public @Nullable CallDate date() {
        return selected(Rules.DATE);
    }

    public @Nullable CallDuration duration() {
        return selected(Rules.DURATION);
    }

    public List<Participant> participants() {
        Participants people = selected(Rules.PARTICIPANTS);
        return people == null ? List.of() : people.people();
    }

    /** How well it is known who called. */
    public Initiation initiation() {
        Finding<Initiator> finding = finding(Rules.INITIATOR);
        if (finding.outcome() == Outcome.NOT_STATED) {
            return Initiation.NOT_STATED;
        }
        if (finding.outcome() == Outcome.CONFLICT) {
            return Initiation.DISPUTED;
        }
        Initiator initiator = finding.selected();
        return initiator != null && initiator.mutual() ? Initiation.MUTUAL : Initiation.STATED;
    }

    public @Nullable Initiator initiator() {
        return selected(Rules.INITIATOR);
    }

    public @Nullable CallDate previousCall() {
        return selected(Rules.PREVIOUS_CALL);
    }

    /** What is selected of a property that is a list; empty where none is stated. */
    public <V> List<V> list(PropertyRule<?, List<V>> rule) {
        return Objects.requireNonNullElse(selected(rule), List.of());
    }

    /** The same record with these statements. */
    public CallRecord withStatements(List<StatementCluster> kept) {
        return new CallRecord(findings, kept, articleCount, originCount);
    }

    <S> CallRecord with(PropertyRule<?, S> rule, Finding<S> finding) {
        Map<String, Finding<?>> changed = new LinkedHashMap<>(findings);
        changed.put(rule.name(), finding);
        return new CallRecord(changed, statements, articleCount, originCount);
    }
}
