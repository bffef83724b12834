package org.readout.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Span;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.Grouping;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.StatementCluster;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.TypeFactory;

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
        module.addDeserializer(CallRecord.class, new RecordReader());
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
    static Object decided(PropertyRule<?, ?> rule, String json) {
        return MAPPER.readValue(json, selected(rule));
    }

    private static JavaType selected(PropertyRule<?, ?> rule) {
        TypeFactory types = MAPPER.getTypeFactory();
        return rule.many()
                ? types.constructCollectionType(List.class, rule.element())
                : types.constructType(rule.element());
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

    /** Whether a stored record says what this one does, in whichever version's form it was written. */
    static boolean sameRecord(String stored, Settled now) {
        return same((JsonNode) MAPPER.valueToTree(settled(stored)), MAPPER.valueToTree(now));
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

    /** Reads the value of each finding as its rule selects it; records of earlier versions repeat the values beside them. */
    private static final class RecordReader extends ValueDeserializer<CallRecord> {
        @Override
        public CallRecord deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            JsonNode n = context.readTree(parser);
            Map<String, Finding<?>> findings = new LinkedHashMap<>();
            for (PropertyRule<?, ?> rule : Rules.all()) {
                JsonNode found = n.path("findings").path(rule.name());
                JavaType type = MAPPER.getTypeFactory().constructParametricType(Finding.class, selected(rule));
                findings.put(
                        rule.name(), found.isMissingNode() ? rule.notStated() : context.readTreeAsValue(found, type));
            }
            List<StatementCluster> statements = new ArrayList<>();
            n.path("statements").forEach(s -> statements.add(context.readTreeAsValue(s, StatementCluster.class)));
            return new CallRecord(
                    findings,
                    statements,
                    n.path("articleCount").asInt(),
                    n.path("originCount").asInt());
        }
    }

    private static final class ClaimReader extends ValueDeserializer<Claim> {
        @Override
        public Claim deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            JsonNode n = context.readTree(parser);
            Property<?> property = Property.named(n.path("property").asString()).orElseThrow();
            JsonNode value = n.path("value");
            JsonNode span = n.path("span");
            JsonNode relayer = n.path("relayer");
            return new Claim(
                    n.path("id").asString(),
                    property,
                    value.isNull() || value.isMissingNode() ? null : context.readTreeAsValue(value, property.type()),
                    n.path("text").asString(),
                    span.isNull() || span.isMissingNode() ? null : context.readTreeAsValue(span, Span.class),
                    context.readTreeAsValue(n.path("origin"), Origin.class),
                    relayer.isNull() || relayer.isMissingNode() ? null : relayer.asString(),
                    Modality.valueOf(n.path("modality").asString()),
                    n.path("rule").asString());
        }
    }
}
