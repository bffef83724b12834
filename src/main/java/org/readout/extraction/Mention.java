package org.readout.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.names.Person;
import org.readout.names.Polity;

/** Words of a text that stand for a person, an office, several people already named, or a state. */
final class Mention {

    /** What the words are. */
    enum Kind {
        /** A name, with or without a title. */
        PERSON,
        /** A title alone: "the German chancellor". */
        OFFICE,
        /** The other side's holder of the same office: "his Turkish counterpart". */
        COUNTERPART,
        /** People named before: "the two leaders", "they". */
        PLURAL,
        /** One person named before: "he", "him". */
        PRONOUN,
        /** The writer of a first-person readout: "I". */
        FIRST_PERSON,
        /** A group of states' leaders: "the G7 leaders". */
        GROUP,
        /** A state, its capital or seat. */
        STATE
    }

    final Kind kind;
    final int from;
    final int to;
    final String name;
    final List<Person> candidates;
    final boolean possessive;
    final boolean former;

    @Nullable
    String country;

    @Nullable
    String office;

    @Nullable
    Person person;

    boolean partial;

    /** The states whose leaders a group is made of, where the text lists them. */
    List<String> states = List.of();

    /** The leaders of a group, once resolved. */
    List<Person> members = List.of();
    /** What kind of word names the state; null for people. */
    Polity.@Nullable Form form;
    /** The last word that belongs to the mention, appositions included. */
    int reach;

    Mention(
            Kind kind,
            int from,
            int to,
            String name,
            List<Person> candidates,
            @Nullable String country,
            @Nullable String office,
            boolean possessive,
            boolean former) {
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.reach = to;
        this.name = name;
        this.candidates = candidates;
        this.country = country;
        this.office = office;
        this.possessive = possessive;
        this.former = former;
    }

    /** Words that name nobody by name. */
    Mention(Kind kind, int from, int to, String name, @Nullable String country, boolean possessive) {
        this(kind, from, to, name, List.of(), country, null, possessive, false);
    }

    @Override
    public String toString() {
        return kind + "[" + from + "," + to + ") " + name + (person == null ? "" : " → " + person.id());
    }
}
