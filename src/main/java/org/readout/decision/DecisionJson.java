package org.readout.decision;

import java.util.List;
import org.readout.reconciliation.PropertyRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/** What was decided, as the store keeps it. */
final class DecisionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DecisionJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** A value of the kind that the property's finding selects. */
    static Object value(PropertyRule<?, ?> rule, String json) {
        TypeFactory types = MAPPER.getTypeFactory();
        return MAPPER.readValue(
                json,
                rule.many()
                        ? types.constructCollectionType(List.class, rule.element())
                        : types.constructType(rule.element()));
    }
}
