package org.readout.leader;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Words;
import org.readout.names.NameReader;
import org.readout.names.Person;

/** Finds whom a name given on its own means: an id, any spelling, or a title with a name ("President Putin"). */
final class NameLookup implements NameResolver {

    private final RegistryNames names;
    private final NameReader reader;

    NameLookup(RegistryNames names, NameReader reader) {
        this.names = names;
        this.reader = reader;
    }

    @Override
    public Optional<ResolvedName> resolve(String name, @Nullable LocalDate day, Collection<String> company) {
        Person byId = names.person(name);
        if (byId != null) {
            return Optional.of(resolved(byId, day, false));
        }
        List<Person> spelt = names.people().get(name);
        Optional<Person> person = spelt.isEmpty() ? reader.person(name, names, day) : choose(spelt, day);
        return person.map(p -> resolved(p, day, !Words.fold(name).contains(" ")));
    }

    /** Of several with that spelling the one in office on the day, or nearest to it; empty when two are as near. */
    private static Optional<Person> choose(List<Person> people, @Nullable LocalDate day) {
        if (people.size() == 1) {
            return Optional.of(people.get(0));
        }
        if (day == null) {
            return Optional.empty();
        }
        List<Person> byDistance = people.stream()
                .sorted(Comparator.comparingLong(p -> p.distance(day)))
                .toList();
        return byDistance.get(0).distance(day) < byDistance.get(1).distance(day)
                ? Optional.of(byDistance.get(0))
                : Optional.empty();
    }

    private static ResolvedName resolved(Person person, @Nullable LocalDate day, boolean partial) {
        Person.Term term = person.termOn(day).orElse(null);
        return new ResolvedName(
                person.id(),
                person.name(),
                term == null ? null : term.country(),
                term == null ? null : term.office(),
                partial);
    }
}
