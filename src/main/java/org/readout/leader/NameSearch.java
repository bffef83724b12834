package org.readout.leader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.names.NameIndex;
import org.readout.names.Person;

/** Finds leaders by names that are like theirs. */
final class NameSearch {

    private final NameIndex index = new NameIndex();

    /** Of these leaders; {@code merged} says whose id an id was merged into. */
    NameSearch(List<LeaderFacts> leaders, Map<String, String> merged, RegistryNames names) {
        for (LeaderFacts l : leaders) {
            Person person = Objects.requireNonNull(names.person(l.id()));
            index.addId(l.id(), person);
            if (l.wikidataId() != null) {
                index.addId(l.wikidataId(), person);
            }
            List<String> spellings = new ArrayList<>(l.spellings());
            spellings.add(0, l.name());
            if (l.nativeName() != null) {
                spellings.add(l.nativeName());
            }
            spellings.stream().distinct().forEach(s -> index.add(s, person));
        }
        merged.forEach((id, into) -> index.addId(id, Objects.requireNonNull(names.person(into))));
    }

    /** Who may be meant, the likeliest first, of those who held an office in a state or organisation. */
    List<NameIndex.Match> find(String name, @Nullable String country, @Nullable String office, LocalDate day) {
        return index.rank(
                name,
                day,
                p -> p.terms().stream()
                                .anyMatch(t -> (country == null || t.country().equals(country))
                                        && (office == null || t.office().equals(office)))
                        || country == null && office == null);
    }
}
