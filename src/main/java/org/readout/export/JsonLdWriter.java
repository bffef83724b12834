package org.readout.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.query.CallView;
import org.readout.report.ParticipantView;
import tools.jackson.databind.json.JsonMapper;

/** Calls as events of schema.org, derived from their reports in the words of PROV. */
final class JsonLdWriter implements CallWriter {

    private static final Map<String, String> CONTEXT = new LinkedHashMap<>(Map.of(
            "@vocab", "https://schema.org/",
            "prov", "http://www.w3.org/ns/prov#"));

    private static final Map<CallStatus, String> STATUSES = Map.of(
            CallStatus.PLANNED, "https://schema.org/EventScheduled",
            CallStatus.POSTPONED, "https://schema.org/EventPostponed",
            CallStatus.CANCELLED, "https://schema.org/EventCancelled");

    private final String base;
    private final JsonMapper json;
    private final Writer out;
    private boolean first = true;

    /**
     * @param base what the ids of things begin with: the address of the API
     */
    JsonLdWriter(String base, JsonMapper json, Writer out) {
        this.base = base;
        this.json = json;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write("{\"@context\":" + json.writeValueAsString(CONTEXT) + ",\"@graph\":[");
    }

    @Override
    public void write(CallView call) throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write(json.writeValueAsString(event(call)));
    }

    @Override
    public void end() throws IOException {
        out.write("\n]}\n");
    }

    private Map<String, Object> event(CallView call) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        String id = base + "/calls/" + call.id();
        event.put("@id", id);
        event.put("@type", List.of("Event", "prov:Entity"));
        event.put("identifier", call.id());
        event.put(
                "name",
                "Call between "
                        + call.participants().stream()
                                .map(ParticipantView::name)
                                .collect(Collectors.joining(", ")));
        event.put("startDate", call.date());
        event.put("eventStatus", STATUSES.get(call.status()));
        event.put("additionalType", call.medium());
        event.put(
                "duration",
                call.duration() == null ? null : "PT" + call.duration().best() + "M");
        event.put("attendee", call.participants().stream().map(this::person).toList());
        event.put("organizer", organizer(call));
        event.put("about", call.topics());
        event.put("version", call.version());
        event.put("dateModified", call.updatedAt());
        event.put("prov:wasDerivedFrom", Map.of("@id", id + "/reports"));
        event.put("prov:wasGeneratedBy", Map.of("@id", id + "/reconciliation"));
        return said(event);
    }

    private Map<String, Object> person(ParticipantView person) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("@id", person.leaderId() == null ? null : base + "/leaders/" + person.leaderId());
        out.put("@type", "Person");
        out.put("name", person.name());
        out.put("jobTitle", person.office());
        out.put("affiliation", person.country());
        return said(out);
    }

    private @Nullable Map<String, String> organizer(CallView call) {
        String leader = call.initiator() == null ? null : call.initiator().leaderId();
        return leader == null ? null : Map.of("@id", base + "/leaders/" + leader);
    }

    private static Map<String, Object> said(Map<String, @Nullable Object> all) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (String name : new ArrayList<>(all.keySet())) {
            Object value = all.get(name);
            if (value != null && !Objects.equals(value, List.of())) {
                out.put(name, value);
            }
        }
        return out;
    }
}
