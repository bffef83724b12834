package org.readout.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which group of reports keeps which call's id. A call goes where most of its reports went; of several calls in one
 * group the preferred one stays, else the oldest, and the others are merged into it; a group without one gets a new id.
 *
 * @param members the reports of each call
 * @param heirs calls that lost their place, and into which they are merged
 */
record CallAssignment(Map<UUID, List<UUID>> members, Map<UUID, UUID> heirs) {

    /**
     * Reports that tell of one call.
     *
     * @param reports their ids
     * @param call the call that they join whatever they were before; null where that is to be found
     */
    record Group(List<UUID> reports, @Nullable UUID call) {}

    /**
     * Assigns ids to groups.
     *
     * @param groups reports that tell of one call each
     * @param before the call of each report so far; none for a new report
     * @param staying calls that keep reports which are in none of the groups, and with them their ids
     * @param preferred calls that a person wants to keep their ids
     * @param newId makes an id
     */
    static CallAssignment of(
            List<Group> groups, Map<UUID, UUID> before, Set<UUID> staying, Set<UUID> preferred, Supplier<UUID> newId) {
        Set<UUID> standing = new HashSet<>(staying);
        groups.stream().map(Group::call).filter(java.util.Objects::nonNull).forEach(standing::add);
        Map<UUID, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (UUID report : groups.get(g).reports()) {
                @Nullable UUID call = before.get(report);
                if (call != null && !standing.contains(call)) {
                    counts.computeIfAbsent(call, k -> new TreeMap<>()).merge(g, 1, Integer::sum);
                }
            }
        }
        Map<Integer, TreeSet<UUID>> claimed = new HashMap<>();
        counts.forEach((call, perGroup) -> {
            int most = perGroup.values().stream().mapToInt(n -> n).max().orElseThrow();
            int home = perGroup.entrySet().stream()
                    .filter(e -> e.getValue() == most)
                    .mapToInt(Map.Entry::getKey)
                    .min()
                    .orElseThrow();
            claimed.computeIfAbsent(home, k -> new TreeSet<>()).add(call);
        });
        Map<UUID, List<UUID>> members = new LinkedHashMap<>();
        Map<UUID, UUID> heirs = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            TreeSet<UUID> ids = claimed.getOrDefault(g, new TreeSet<>());
            UUID winner = group.call() != null
                    ? group.call()
                    : ids.stream()
                            .filter(preferred::contains)
                            .findFirst()
                            .orElseGet(() -> ids.isEmpty() ? newId.get() : ids.first());
            members.computeIfAbsent(winner, k -> new ArrayList<>()).addAll(group.reports());
            ids.stream().filter(id -> !id.equals(winner)).forEach(id -> heirs.put(id, winner));
        }
        return new CallAssignment(members, heirs);
    }
}
