package org.readout.call;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claims for and against each value of a record, and the wordings of its statements: nearly all of a record's bulk,
 * and nearly the same in the next one. A past record is kept without them, beside how they are had from the next
 * record's, so that a history grows with what changes and not with the number of reports at every change.
 */
final class Evidence {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Evidence() {}

    /** A record without its evidence. */
    static JsonNode without(JsonNode settled) {
        Set<JsonNode> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        lists.addAll(lists(settled).values());
        return without(settled, lists);
    }

    private static JsonNode without(JsonNode node, Set<JsonNode> lists) {
        if (lists.contains(node)) {
            return NODES.arrayNode();
        }
        if (node instanceof ObjectNode object) {
            ObjectNode out = NODES.objectNode();
            object.propertyStream().forEach(p -> out.set(p.getKey(), without(p.getValue(), lists)));
            return out;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode out = NODES.arrayNode();
            array.forEach(item -> out.add(without(item, lists)));
            return out;
        }
        return node;
    }

    /**
     * How the evidence of a record is had from that of the next: for each list, runs of the next one's as {@code [start,
     * count]}, and between them what only this one has.
     */
    static JsonNode fromNext(JsonNode settled, JsonNode next) {
        Map<String, ArrayNode> later = lists(next);
        ObjectNode out = NODES.objectNode();
        lists(settled).forEach((name, list) -> out.set(name, steps(list, later.getOrDefault(name, NODES.arrayNode()))));
        return out;
    }

    private static ArrayNode steps(ArrayNode list, ArrayNode later) {
        Map<JsonNode, Integer> places = new HashMap<>();
        for (int i = later.size() - 1; i >= 0; i--) {
            places.put(later.get(i), i);
        }
        ArrayNode out = NODES.arrayNode();
        int start = 0;
        int count = 0;
        for (JsonNode one : list) {
            Integer place = places.get(one);
            if (place != null && count > 0 && place == start + count) {
                count++;
                continue;
            }
            run(out, start, count);
            count = 0;
            if (place == null) {
                out.add(one);
            } else {
                start = place;
                count = 1;
            }
        }
        run(out, start, count);
        return out;
    }

    private static void run(ArrayNode out, int start, int count) {
        if (count > 0) {
            out.add(NODES.arrayNode().add(start).add(count));
        }
    }

    /**
     * The record whole again.
     *
     * @param bare the record without its evidence
     * @param steps what {@link #fromNext} gave
     * @param next the next record, whole
     */
    static JsonNode restore(JsonNode bare, JsonNode steps, JsonNode next) {
        JsonNode out = bare.deepCopy();
        Map<String, ArrayNode> later = lists(next);
        lists(out).forEach((name, list) -> {
            for (JsonNode step : steps.path(name)) {
                if (!step.isArray()) {
                    list.add(step);
                    continue;
                }
                for (int i = 0; i < step.get(1).asInt(); i++) {
                    list.add(later.getOrDefault(name, NODES.arrayNode())
                            .get(step.get(0).asInt() + i));
                }
            }
        });
        return out;
    }

    /** Every list of evidence in a record, by a name that the same list has in the next. */
    private static Map<String, ArrayNode> lists(JsonNode settled) {
        Map<String, ArrayNode> out = new LinkedHashMap<>();
        JsonNode record = settled.path("record");
        record.path("findings").propertyStream().forEach(finding -> {
            for (String side : List.of("supporting", "opposing")) {
                if (finding.getValue().path(side) instanceof ArrayNode list) {
                    out.put(finding.getKey() + "/" + side, list);
                }
            }
        });
        for (JsonNode statement : record.path("statements")) {
            String key = "statement/" + statement.path("key").asString();
            if (statement.path("variants") instanceof ArrayNode list) {
                out.putIfAbsent(key, list);
            }
        }
        return out;
    }
}
