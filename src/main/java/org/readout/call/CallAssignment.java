package org.readout.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which group of reports keeps which call's id. A call goes where most of its reports went; of several calls in one
 * group the oldest stays and the others are merged into it; a group without one gets a new id.
 *
 * @param members the reports of each call
 * @param heirs calls that lost their place, and into which they are merged
 */
record CallAssignment(Map<UUID, List<UUID>> members, Map<UUID, UUID> heirs) {

    /**
     * Assigns ids to groups.
     *
     * @param groups reports that tell of one call each
     * @param before the call of each report so far; none for a new report
     * @param newId makes an id
     */
    static CallAssignment of(List<List<UUID>> groups, Map<UUID, UUID> before, Supplier<UUID> newId) {
        Map<UUID, int[]> counts = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (UUID report : groups.get(g)) {
                @Nullable UUID call = before.get(report);
                if (call != null) {
                    counts.computeIfAbsent(call, k -> new int[groups.size()])[g]++;
                }
            }
        }
        Map<Integer, TreeSet<UUID>> claimed = new HashMap<>();
        counts.forEach((call, perGroup) -> {
            int home = 0;
            for (int g = 1; g < perGroup.length; g++) {
                home = perGroup[g] > perGroup[home] ? g : home;
            }
            claimed.computeIfAbsent(home, k -> new TreeSet<>()).add(call);
        });
        Map<UUID, List<UUID>> members = new LinkedHashMap<>();
        Map<UUID, UUID> heirs = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            TreeSet<UUID> ids = claimed.getOrDefault(g, new TreeSet<>());
            UUID winner = ids.isEmpty() ? newId.get() : ids.first();
            members.put(winner, new ArrayList<>(groups.get(g)));
            ids.stream().filter(id -> !id.equals(winner)).forEach(id -> heirs.put(id, winner));
        }
        return new CallAssignment(members, heirs);
    }
}
