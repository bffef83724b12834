package org.readout.claim;

import java.util.List;
import java.util.TreeSet;

/** Everyone a report puts on one call, in the order of mention. */
public record Participants(List<Participant> people) {

    public Participants {
        people = List.copyOf(people);
    }

    /** Equal for the same people in any order. */
    public String key() {
        TreeSet<String> keys = new TreeSet<>();
        people.forEach(p -> keys.add(p.key()));
        return String.join("|", keys);
    }
}
