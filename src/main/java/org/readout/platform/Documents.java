package org.readout.platform;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Stored JSON compared. */
public final class Documents {

    private Documents() {}

    /**
     * Whether two documents say the same; the database keeps no order of properties, and one that an earlier version did
     * not write says no more than one that is null.
     */
    public static boolean same(JsonNode a, JsonNode b) {
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
}
