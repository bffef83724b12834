package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Participant;
import org.readout.names.Offices;
import org.readout.names.Person;

/** One side of a call as the text names it: someone known, or a name with a leader's title. */
public record Party(
        @Nullable Person person,
        String name,
        @Nullable String country,
        @Nullable String office,
        boolean partial,
        int from,
        int to) {

    public static Party of(Mention m) {
        return new Party(
                m.person(), m.name(), m.country(), m.former() ? null : m.office(), m.partial(), m.from(), m.to());
    }

    public static Party of(Person person, Mention m) {
        return new Party(
                person, person.name(), m.country(), m.former() ? null : m.office(), m.partial(), m.from(), m.to());
    }

    /** Somebody whom a text need not name there. */
    public static Party of(Person person, int at) {
        return new Party(person, person.name(), null, null, false, at, at + 1);
    }

    public String key() {
        return person != null ? person.id() : "name:" + org.readout.claim.Words.fold(name);
    }

    /** Whether some are this one too, wherever the text names them. */
    public boolean isIn(Collection<Party> some) {
        return some.stream().anyMatch(p -> p.key().equals(key()));
    }

    /** The state or organisation on that day, as far as known. */
    @Nullable
    public String state(@Nullable LocalDate day) {
        if (person == null) {
            return country;
        }
        if (country != null && person.terms().stream().anyMatch(t -> t.country().equals(country))) {
            return country;
        }
        return person.termOn(day).map(Person.Term::country).orElse(country);
    }

    /**
     * Whether the text itself makes somebody a minister of a state they have led or served: of ministers the registry may
     * lack a term.
     */
    public boolean inOffice() {
        return person != null
                && office != null
                && Offices.serves(office)
                && person.terms().stream().anyMatch(t -> t.country().equals(country));
    }

    /** The office that the text gives, where the person held it on that day; nobody holds one before or after. */
    private @Nullable String heldOffice(@Nullable LocalDate day) {
        return person != null && day != null && person.terms().stream().noneMatch(t -> t.distance(day) == 0)
                ? null
                : office;
    }

    public Participant participant(@Nullable LocalDate day) {
        if (person == null) {
            return new Participant(null, name, country, office, false);
        }
        Person.Term term = person.termOn(day).orElse(null);
        return new Participant(
                person.id(),
                person.name(),
                term == null ? country : term.country(),
                term == null || day != null && term.distance(day) > 0 ? heldOffice(day) : term.office(),
                partial);
    }
}
