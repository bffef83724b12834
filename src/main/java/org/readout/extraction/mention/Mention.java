package org.readout.extraction.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.names.Person;
import org.readout.names.Polity;

/** Words of a text that stand for a person, an office, several people already named, or a state. */
public final class Mention {

    /** What the words are. */
    public enum Kind {
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

    private final Kind kind;
    private final int from;
    private final int to;
    private final String name;
    private final List<Person> candidates;
    private final boolean possessive;
    private final boolean former;

    private @Nullable String country;

    private @Nullable String office;

    private @Nullable Person person;

    private boolean partial;

    private List<String> states = List.of();

    private List<Person> members = List.of();
    private Polity.@Nullable Form form;
    private int reach;

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

    public Kind kind() {
        return kind;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public String name() {
        return name;
    }

    List<Person> candidates() {
        return candidates;
    }

    public boolean possessive() {
        return possessive;
    }

    boolean former() {
        return former;
    }

    @Nullable
    public String country() {
        return country;
    }

    void country(@Nullable String country) {
        this.country = country;
    }

    @Nullable
    public String office() {
        return office;
    }

    void office(@Nullable String office) {
        this.office = office;
    }

    @Nullable
    public Person person() {
        return person;
    }

    void person(@Nullable Person person) {
        this.person = person;
    }

    /** Whether a name is nobody's that the registry has, and of no state that the text names with it. */
    public boolean isStranger() {
        return kind == Kind.PERSON && person == null && country == null;
    }

    boolean partial() {
        return partial;
    }

    void partial(boolean partial) {
        this.partial = partial;
    }

    /** The states whose leaders a group is made of, where the text lists them. */
    List<String> states() {
        return states;
    }

    void states(List<String> states) {
        this.states = states;
    }

    /** The leaders of a group, or the one of a state, once resolved. */
    public List<Person> members() {
        return members;
    }

    void members(List<Person> members) {
        this.members = members;
    }

    /** What kind of word names the state; null for people. */
    public Polity.@Nullable Form form() {
        return form;
    }

    void form(Polity.@Nullable Form form) {
        this.form = form;
    }

    /** The last word that belongs to the mention, appositions included. */
    public int reach() {
        return reach;
    }

    void reach(int reach) {
        this.reach = reach;
    }
}
