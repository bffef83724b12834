package org.readout.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.Claim;
import org.readout.claim.FollowUp;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Span;
import org.readout.reconciliation.Grouping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reports and records as the store keeps them. */
final class RecordJson {

    private static final JsonMapper MAPPER = mapper();

    private RecordJson() {}

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("readout-store");
        module.addSerializer(Property.class, new ValueSerializer<>() {
            @Override
            public void serialize(Property property, JsonGenerator out, SerializationContext context)
                    throws JacksonException {
                out.writeString(property.json());
            }
        });
        module.addDeserializer(Claim.class, new ClaimReader());
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(module)
                .build();
    }

    static Report report(String json) {
        return MAPPER.readValue(json, Report.class);
    }

    static ReportedArticle article(String json) {
        return MAPPER.readValue(json, ReportedArticle.class);
    }

    static Grouping.Item item(String json) {
        return MAPPER.readValue(json, Grouping.Item.class);
    }

    static Settled settled(String json) {
        return MAPPER.readValue(json, Settled.class);
    }

    /** A value that a person decided, as {@link #write(Object)} wrote it. */
    static Object decided(Property property, String json) {
        return switch (property) {
            case TOPIC -> MAPPER.readValue(json, new TypeReference<List<String>>() {});
            case FOLLOW_UP -> MAPPER.readValue(json, new TypeReference<List<FollowUp>>() {});
            case PREVIOUS_CALL -> MAPPER.readValue(json, CallDate.class);
            default -> MAPPER.readValue(json, property.valueType());
        };
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(@Nullable String json) {
        return json == null ? tools.jackson.databind.node.MissingNode.getInstance() : MAPPER.readTree(json);
    }

    /**
     * Whether two documents say the same; the database keeps no order of properties, and one that an earlier version did
     * not write says no more than one that is null.
     */
    static boolean same(String a, String b) {
        return same(MAPPER.readTree(a), MAPPER.readTree(b));
    }

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            return said(a).equals(said(b)) && said(a).stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        if (!a.isArray() || !b.isArray() || a.size() != b.size()) {
            return a.equals(b);
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The properties that are not null. */
    private static Set<String> said(JsonNode object) {
        return object.propertyStream()
                .filter(p -> !p.getValue().isNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static final class ClaimReader extends ValueDeserializer<Claim> {
        @Override
        public Claim deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            JsonNode n = context.readTree(parser);
            Property property = Property.of(n.path("property").asString()).orElseThrow();
            JsonNode value = n.path("value");
            JsonNode span = n.path("span");
            JsonNode relayer = n.path("relayer");
            return new Claim(
                    n.path("id").asString(),
                    property,
                    value.isNull() || value.isMissingNode()
                            ? null
                            : context.readTreeAsValue(value, property.valueType()),
                    n.path("text").asString(),
                    span.isNull() || span.isMissingNode() ? null : context.readTreeAsValue(span, Span.class),
                    context.readTreeAsValue(n.path("origin"), Origin.class),
                    relayer.isNull() || relayer.isMissingNode() ? null : relayer.asString(),
                    Modality.valueOf(n.path("modality").asString()),
                    n.path("rule").asString());
        }
    }
}
