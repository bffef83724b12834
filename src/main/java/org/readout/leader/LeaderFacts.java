package org.readout.leader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a leader. */
record LeaderFacts(
        String id,
        String name,
        @Nullable String wikidataId,
        @Nullable String nativeName,
        List<String> spellings,
        List<TermFacts> terms) {

    /** All that is known of one person under two entries; the first gives the usual name. */
    LeaderFacts with(LeaderFacts other) {
        Set<String> all = new LinkedHashSet<>(spellings);
        all.add(other.name);
        all.addAll(other.spellings);
        if (other.nativeName != null) {
            all.add(other.nativeName);
        }
        all.remove(name);
        Set<TermFacts> held = new LinkedHashSet<>(terms);
        held.addAll(other.terms);
        return new LeaderFacts(id, name, wikidataId, nativeName, List.copyOf(all), List.copyOf(held));
    }

    /** Every spelling, the usual one and the one in the leader's own script among them. */
    List<String> allNames() {
        Set<String> all = new LinkedHashSet<>(spellings);
        all.add(name);
        if (nativeName != null) {
            all.add(nativeName);
        }
        return List.copyOf(all);
    }

    /** Whether texts are read with the other as with this one: the names and the terms are the same. */
    boolean isReadAs(LeaderFacts other) {
        return Set.copyOf(allNames()).equals(Set.copyOf(other.allNames()))
                && name.equals(other.name)
                && terms.equals(other.terms);
    }

    /** Whether a name or a term is known here that the other does not have. */
    boolean holdsMoreThan(LeaderFacts other) {
        Set<String> names = new LinkedHashSet<>(other.spellings);
        names.add(other.name);
        return !names.containsAll(spellings) || !other.terms.containsAll(terms);
    }
}
