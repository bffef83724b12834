package org.readout.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Documents;
import org.readout.reconciliation.AppliedDecision;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.StatementCluster;
import org.readout.reconciliation.Witness;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.TypeFactory;

/** Records as the store keeps them. */
final class RecordJson {

    private static final JsonMapper MAPPER = mapper();

    private RecordJson() {}

    private static JsonMapper mapper() {
        SimpleModule module = new SimpleModule("readout-store");
        module.addDeserializer(CallRecord.class, new RecordReader());
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(module)
                .build();
    }

    static Settled settled(String json) {
        return MAPPER.readValue(json, Settled.class);
    }

    static Settled settled(JsonNode tree) {
        return MAPPER.treeToValue(tree, Settled.class);
    }

    /** The same record with the values of its evidence as what they are, rather than as JSON has them. */
    static Settled typed(Settled settled) {
        CallRecord record = settled.record();
        Map<String, Finding<?>> findings = new LinkedHashMap<>();
        Rules.all().forEach(rule -> findings.put(rule.name(), typed(rule, record.finding(rule))));
        return new Settled(
                new CallRecord(findings, record.statements(), record.articleCount(), record.originCount()),
                settled.previousCallId());
    }

    private static Finding<?> typed(PropertyRule<?, ?> rule, Finding<?> f) {
        AppliedDecision d = f.decided();
        return new Finding<Object>(
                f.selected(),
                f.outcome(),
                f.rule(),
                f.explanation(),
                f.supporting().stream().map(w -> typed(rule, w)).toList(),
                f.opposing().stream().map(w -> typed(rule, w)).toList(),
                f.articleCount(),
                f.originCount(),
                d == null
                        ? null
                        : new AppliedDecision(
                                d.id(),
                                d.who(),
                                d.reason(),
                                d.madeAt(),
                                d.contradicted(),
                                d.reported() == null ? null : MAPPER.convertValue(d.reported(), selected(rule)),
                                d.reportedOutcome()));
    }

    private static Witness typed(PropertyRule<?, ?> rule, Witness w) {
        return new Witness(
                w.articleId(),
                w.reportId(),
                w.claimId(),
                w.publisher(),
                w.value() == null
                        ? null
                        : MAPPER.convertValue(w.value(), rule.property().type()),
                w.text(),
                w.span(),
                w.origin(),
                w.relayer(),
                w.modality());
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

    /** Whether a stored record says what this one does, in whichever version's form it was written. */
    static boolean sameRecord(String stored, Settled now) {
        return Documents.same(MAPPER.valueToTree(settled(stored)), MAPPER.valueToTree(now));
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
}
