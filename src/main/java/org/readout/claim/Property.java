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
    public static final Property<FollowUp> FOLLOW_UP = of("followUp", "followUps", FollowUp.class);
    public static final Property<Topic> TOPIC = of("topic", "topics", Topic.class);
    public static final Property<Participant> PRESENCE = of("presence", Participant.class);
    public static final Property<Saying> STATEMENT = of("statement", "statements", Saying.class);

    private final String json;
    private final String field;
    private final Class<C> type;

    private Property(String json, String field, Class<C> type) {
        this.json = json;
        this.field = field;
        this.type = type;
    }

    private static <C> Property<C> of(String json, Class<C> type) {
        return of(json, json, type);
    }

    private static <C> Property<C> of(String json, String field, Class<C> type) {
        Property<C> made = new Property<>(json, field, type);
        ALL.put(json, made);
        return made;
    }

    /** The name of one claim's property, in the API and the database. */
    public String json() {
        return json;
    }

    /** The name of the call's field that shows it, which is in the plural where a call can have several. */
    public String field() {
        return field;
    }

    /** The class of what is claimed. */
    public Class<C> type() {
        return type;
    }

    /** All of them, in the order of the vocabulary. */
    public static Collection<Property<?>> all() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    /** The property of that API name, be it a claim's or the call's field. */
    public static Optional<Property<?>> named(String name) {
        return ALL.values().stream()
                .filter(p -> p.json.equals(name) || p.field.equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return json;
    }
}
