package org.readout.claim;

import java.util.Arrays;
import java.util.Optional;

/** What a claim is about. */
public enum Property {
    PARTICIPANTS("participants", Participants.class),
    DATE("date", CallDate.class),
    DURATION("duration", CallDuration.class),
    MEDIUM("medium", Medium.class),
    STATUS("status", CallStatus.class),
    INITIATOR("initiator", Initiator.class),
    PREVIOUS_CALL("previousCall", PreviousContact.class),
    FOLLOW_UP("followUp", FollowUp.class),
    TOPIC("topic", Topic.class),
    STATEMENT("statement", Saying.class);

    private final String json;
    private final Class<?> valueType;

    Property(String json, Class<?> valueType) {
        this.json = json;
        this.valueType = valueType;
    }

    /** The name in the API and the database. */
    public String json() {
        return json;
    }

    /** The class of a value of this property. */
    public Class<?> valueType() {
        return valueType;
    }

    /** The property of that API name. */
    public static Optional<Property> of(String json) {
        return Arrays.stream(values()).filter(p -> p.json.equals(json)).findFirst();
    }

    @Override
    public String toString() {
        return json;
    }
}
