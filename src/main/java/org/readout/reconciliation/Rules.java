package org.readout.reconciliation;

import java.util.List;
import java.util.Optional;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.Topic;

/** The properties of a record, in the order in which they are found: a rule may look at what those before it found. */
public final class Rules {

    public static final PropertyRule<Participants, Participants> PARTICIPANTS = new ParticipantsRule();
    public static final PropertyRule<CallDate, CallDate> DATE = new DateRule();
    public static final PropertyRule<CallDuration, CallDuration> DURATION = new DurationRule();
    public static final PropertyRule<Medium, Medium> MEDIUM = new MediumRule();
    public static final PropertyRule<CallStatus, CallStatus> STATUS = new StatusRule();
    public static final PropertyRule<Initiator, Initiator> INITIATOR = new InitiatorRule();
    public static final PropertyRule<PreviousContact, CallDate> PREVIOUS_CALL = new PreviousCallRule();
    public static final PropertyRule<FollowUp, List<FollowUp>> FOLLOW_UP = new FollowUpsRule();
    public static final PropertyRule<Topic, List<String>> TOPIC =
            UnionRule.ofTexts(Property.TOPIC, "a topic", "topics-union", Topic::name);

    public static final PropertyRule<Participant, List<Participant>> PRESENCE =
            new UnionRule<>(Property.PRESENCE, Participant.class, "who else was on it", "presence-union", p -> p) {
                @Override
                String explain(HeardClaims<Participant> voices, List<Participant> selected) {
                    return Explanations.names(
                            voices, selected.stream().map(Participant::name).toList());
                }

                @Override
                public List<Participant> decide(Given given) {
                    return given.texts().stream()
                            .map(name -> new Participant(null, name.strip(), null, null, false))
                            .distinct()
                            .toList();
                }
            };

    private static final List<PropertyRule<?, ?>> ALL =
            List.of(PARTICIPANTS, DATE, DURATION, MEDIUM, STATUS, INITIATOR, PREVIOUS_CALL, FOLLOW_UP, TOPIC, PRESENCE);

    private Rules() {}

    public static List<PropertyRule<?, ?>> all() {
        return ALL;
    }

    /** The rule for the property of that API name. */
    public static Optional<PropertyRule<?, ?>> named(String name) {
        return ALL.stream()
                .filter(r -> r.name().equals(name) || r.field().equals(name))
                .findFirst();
    }
}
