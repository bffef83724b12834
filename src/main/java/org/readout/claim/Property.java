package org.readout.claim;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a claim is about.
 *
 * @param <C> what is claimed of it
 */
public final class Property<C> {

    private static final Map<String, Property<?>> ALL = new LinkedHashMap<>();

    public static final Property<Participants> PARTICIPANTS = of("participants", Participants.class);
    public static final Property<CallDate> DATE = of("date", CallDate.class);
    public static final Property<CallDuration> DURATION = of("duration", CallDuration.class);
    public static final Property<Medium> MEDIUM = of("medium", Medium.class);
    public static final Property<CallStatus> STATUS = of("status", CallStatus.class);
    public static final Property<Initiator> INITIATOR = of("initiator", Initiator.class);
    public static final Property<PreviousContact> PREVIOUS_CALL = of("previousCall", PreviousContact.class);
    public static final Property<FollowUp> FOLLOW_UP = of("followUp", FollowUp.class);
    public static final Property<Topic> TOPIC = of("topic", Topic.class);
    public static final Property<Participant> PRESENCE = of("presence", Participant.class);
    public static final Property<Saying> STATEMENT = of("statement", Saying.class);

    private final String json;
    private final Class<C> type;

    private Property(String json, Class<C> type) {
        this.json = json;
        this.type = type;
    }

    private static <C> Property<C> of(String json, Class<C> type) {
        Property<C> made = new Property<>(json, type);
        ALL.put(json, made);
        return made;
    }

    /** The name in the API and the database. */
    public String json() {
        return json;
    }

    /** The class of what is claimed. */
    public Class<C> type() {
        return type;
    }

    /** All of them, in the order of the vocabulary. */
    public static Collection<Property<?>> all() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    /** The property of that API name. */
    public static Optional<Property<?>> named(String json) {
        return Optional.ofNullable(ALL.get(json));
    }

    @Override
    public String toString() {
        return json;
    }
}
