package org.readout.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallView;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.FollowUp;
import org.readout.claim.Medium;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Topic;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.InputError;
import org.readout.platform.Problem;
import tools.jackson.databind.JsonNode;

/** Reads what a person decides on a property: what a given report may say of it, and for some a value outright. */
final class DecisionValues {

    private static final int LONGEST_CALL = 7 * 24 * 60;
    private static final Set<String> FOLLOW_UPS = Set.of("CONTACT", "CALL", "MEETING", "BRIEFING");

    private final LeaderRegistry leaders;
    private final CallView call;

    DecisionValues(LeaderRegistry leaders, CallView call) {
        this.leaders = leaders;
        this.call = call;
    }

    /**
     * The value, of the kind that the property's finding selects.
     *
     * @throws Problem naming {@code /value} when it is no such value
     */
    Object read(Property property, JsonNode value) {
        return switch (property) {
            case PARTICIPANTS ->
                whole((Participants) said(property, given(texts(value), null, null, null, null, null)));
            case DATE -> said(property, given(null, text(value), null, null, null, null));
            case DURATION ->
                value.isString() ? said(property, given(null, null, text(value), null, null, null)) : minutes(value);
            case STATUS -> word(CallStatus.class, value);
            case MEDIUM -> word(Medium.class, value);
            case INITIATOR -> said(property, given(null, null, null, caller(value), null, null));
            case PREVIOUS_CALL ->
                Objects.requireNonNull(
                        ((PreviousContact) said(property, given(null, null, null, null, text(value), null))).date());
            case TOPIC ->
                report(given(null, null, null, null, null, value.isString() ? List.of(text(value)) : texts(value)))
                        .claims(Property.TOPIC)
                        .map(c -> Objects.requireNonNull(c.value(Topic.class)).name())
                        .distinct()
                        .toList();
            case FOLLOW_UP -> followUps(value);
            case STATEMENT ->
                throw Problem.field("", "cannot be decided; statements are added and ruled out one by one");
        };
    }

    private ReportCommand given(
            @Nullable List<@Nullable String> participants,
            @Nullable String date,
            @Nullable String duration,
            @Nullable String initiator,
            @Nullable String previousCall,
            @Nullable List<@Nullable String> topics) {
        List<@Nullable String> people = new ArrayList<>();
        call.participants().forEach(p -> people.add(p.leaderId() == null ? p.name() : p.leaderId()));
        return new ReportCommand(
                participants == null ? people : participants,
                date == null ? call.date() : date,
                duration,
                null,
                null,
                initiator,
                previousCall,
                topics,
                null,
                null);
    }

    private Report report(ReportCommand command) {
        try {
            return new GivenReports(leaders, null, null, null).readOne(command);
        } catch (Problem e) {
            throw Problem.input(e.errors().stream()
                    .map(error -> InputError.field("/value" + element(String.valueOf(error.pointer())), error.detail()))
                    .toList());
        }
    }

    /** The part of a pointer into a given report that points into a list of it: "/topics/1" gives "/1". */
    private static String element(String pointer) {
        int slash = pointer.indexOf('/', 1);
        return slash < 0 ? "" : pointer.substring(slash);
    }

    private Object said(Property property, ReportCommand command) {
        return report(command)
                .first(property, Object.class)
                .orElseThrow(() -> Problem.field("/value", "gives no value"));
    }

    /** A person who names somebody by a part of the name means them all the same. */
    private static Participants whole(Participants named) {
        return new Participants(named.people().stream()
                .map(p -> new Participant(p.leaderId(), p.name(), p.country(), p.office(), false))
                .toList());
    }

    private static String text(JsonNode value) {
        if (!value.isString() || value.asString().isBlank()) {
            throw Problem.field("/value", "is not a text");
        }
        return value.asString();
    }

    private static List<@Nullable String> texts(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            throw Problem.field("/value", "is not a list of texts");
        }
        List<@Nullable String> out = new ArrayList<>();
        value.forEach(v -> out.add(v.isString() ? v.asString() : null));
        return out;
    }

    private static <T extends Enum<T>> T word(Class<T> type, JsonNode value) {
        for (T t : type.getEnumConstants()) {
            if (value.isString() && t.name().equals(value.asString())) {
                return t;
            }
        }
        throw Problem.field(
                "/value",
                "is not one of "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(type.getEnumConstants())
                                        .map(t -> t.name().toUpperCase(Locale.ROOT))
                                        .toList()));
    }

    private static String caller(JsonNode value) {
        if (value.isObject()) {
            JsonNode leader = value.path("leaderId");
            JsonNode country = value.path("country");
            if (value.path("mutual").asBoolean(false)) {
                return "MUTUAL";
            }
            return text(leader.isString() ? leader : country);
        }
        return text(value);
    }

    /** A number of minutes, or an interval of them. */
    private static CallDuration minutes(JsonNode value) {
        JsonNode best = value.isObject() ? value.path("best") : value;
        JsonNode low = value.isObject() && value.has("low") ? value.path("low") : best;
        JsonNode high = value.isObject() && value.has("high") ? value.path("high") : best;
        boolean whole = low.isInt() && best.isInt() && high.isInt();
        if (!whole || low.asInt() < 0 || best.asInt() < low.asInt() || high.asInt() < best.asInt()) {
            throw Problem.field(
                    "/value", "is not a length of time: a wording, whole minutes, or {low, best, high} in their order");
        }
        if (high.asInt() > LONGEST_CALL) {
            throw Problem.field("/value", "is longer than " + LONGEST_CALL + " minutes");
        }
        return new CallDuration(low.asInt(), best.asInt(), high.asInt(), false, false);
    }

    private List<FollowUp> followUps(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            throw Problem.field("/value", "is not a list of follow-ups");
        }
        List<FollowUp> out = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String at = "/value/" + i;
            JsonNode one = value.get(i);
            String kind = one.path("kind").asString("");
            if (!FOLLOW_UPS.contains(kind)) {
                throw Problem.field(at + "/kind", "is not one of BRIEFING, CALL, CONTACT, MEETING");
            }
            String date = one.path("date").asString("");
            Optional<CallDate> when = date.isEmpty() ? Optional.empty() : CallDate.parse(date);
            if (!date.isEmpty() && when.isEmpty()) {
                throw Problem.field(at + "/date", "is not an EDTF date");
            }
            String with = one.path("with").asString("");
            out.add(new FollowUp(kind, with.isEmpty() ? null : with, when.orElse(null)));
        }
        return out;
    }
}
