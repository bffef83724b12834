package org.readout.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Span;
import org.readout.grouping.Grouping;
import org.readout.platform.Documents;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reports as the store keeps them. */
final class ReportJson {

    private static final JsonMapper MAPPER = mapper();

    private ReportJson() {}

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("readout-reports");
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
                .addMixIn(Grouping.Item.class, KeptItem.class)
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

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Whether two documents say the same. */
    static boolean same(String a, String b) {
        return Documents.same(MAPPER.readTree(a), MAPPER.readTree(b));
    }

    /** What most reports lack is left out. */
    private interface KeptItem {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        CallStatus plan();
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
