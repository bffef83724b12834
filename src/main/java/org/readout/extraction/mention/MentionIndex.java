package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Offices;
import org.readout.names.Person;
import org.readout.names.Tokenizer;

/** The mentions of a text by place. */
public final class MentionIndex {

    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList RELATED =
            WordList.glosses("successor", "predecessor", "rival", "ally", "foe", "heir");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final WordList WOMEN = WordList.of("women");
    private static final WordList FEMININE = WordList.glosses("she", "her");
    private static final int LONGEST_LIST = 8;

    private final TokenizedText text;
    private final @Nullable Mention[] covering;

    /** The mentions by where their words begin, one that another interrupts once for each stretch of its words. */
    private final List<Mention> ordered;

    /** How many of them begin before a word. */
    private final int[] startedBefore;

    /** Whether some stretch is not the beginning of its mention. */
    private final boolean nested;

    /** The women named, as far as their given names tell, by id. */
    private final Set<String> women = new HashSet<>();

    public MentionIndex(TokenizedText text, List<Mention> mentions) {
        this.text = text;
        this.covering = new Mention[text.size()];
        for (Mention m : mentions) {
            for (int i = m.from(); i < Math.max(m.to(), m.reach()) && i < covering.length; i++) {
                if (covering[i] == null) {
                    covering[i] = m;
                }
            }
        }
        List<Mention> stretches = new ArrayList<>();
        boolean interrupted = false;
        this.startedBefore = new int[covering.length + 1];
        for (int i = 0; i < covering.length; i++) {
            Mention m = covering[i];
            if (m != null && m != at(i - 1)) {
                stretches.add(m);
                interrupted |= m.from() != i;
            }
            startedBefore[i + 1] = stretches.size();
        }
        this.ordered = Collections.unmodifiableList(stretches);
        this.nested = interrupted;
        Set<String> seen = new HashSet<>();
        for (Mention m : mentions) {
            Person person = m.person();
            if (person != null && seen.add(person.id()) && isWoman(person)) {
                women.add(person.id());
            }
        }
    }

    /** The mention that word {@code i} belongs to. */
    @Nullable
    public Mention at(int i) {
        return i >= 0 && i < covering.length ? covering[i] : null;
    }

    /** The mention that ends right before word {@code i}. */
    @Nullable
    public Mention before(int i) {
        return at(i - 1);
    }

    /** Mentions within words {@code from} to {@code to} (exclusive), in order; a view, found without a walk. */
    public List<Mention> within(int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(to, covering.length);
        if (first >= last) {
            return List.of();
        }
        List<Mention> some = ordered.subList(startedBefore[first], startedBefore[last]);
        return nested ? some.stream().filter(m -> m.from() >= from).toList() : some;
    }

    /** Where a mention begins, the state that owns it included: "Russia's Vladimir Putin". */
    public int head(Mention m) {
        Mention owner = before(m.from());
        return owner != null && owner.kind() == Mention.Kind.STATE && owner.possessive() ? owner.from() : m.from();
    }

    /** The place of the word before a name or an office, an article between them passed over: "with the" Pope. */
    public int wordBefore(int head) {
        return text.in(ARTICLES, head - 1) ? head - 2 : head - 1;
    }

    /** Whether only a comma lies between a person and the next one's first word: "Putin, Merkel and Hollande". */
    public boolean adjoins(Mention before, int head) {
        return before.kind() == Mention.Kind.PERSON
                && !before.possessive()
                && Math.max(before.to(), before.reach()) == head
                && text.gapHas(head - 1, ',');
    }

    /** Whether a preposition governs a mention, or the list that it stands in: "spoke to Buhari and Zuma". */
    public boolean governed(Mention m) {
        Mention one = m;
        for (int k = 0; k < LONGEST_LIST && one != null; k++) {
            int head = head(one);
            int at = wordBefore(head);
            if (text.in(PREPOSITIONS, at)) {
                return true;
            }
            boolean and = text.is(at, "and");
            int end = and ? at : at + 1;
            one = and || text.gapHas(at, ',') ? before(end) : null;
            one = one != null && one.kind() == Mention.Kind.PERSON && !one.possessive() ? one : null;
        }
        return false;
    }

    /** "Merkel's successor": whether somebody is named only as whose successor, rival or ally another is. */
    public boolean ownsSomebody(Mention owner) {
        return owner.kind() == Mention.Kind.PERSON && owner.possessive() && text.in(RELATED, owner.to());
    }

    /** "Netanyahu's successor Bennett": who is named as something to an owner; null where nobody is. */
    @Nullable
    public Mention relatedTo(Mention owner) {
        Mention named = ownsSomebody(owner) ? at(owner.to() + 1) : null;
        return named != null && named.kind() == Mention.Kind.PERSON && !named.possessive() ? named : null;
    }

    /** "of Trump taking a call", "after Biden had a call": who stands before a verb is its subject, whatever governs it. */
    public boolean doesSomething(Mention m) {
        int at = Math.max(m.to(), m.reach());
        at += text.ends(at, "ly") && text.gap(at - 1).isBlank() ? 1 : 0;
        boolean gerund = text.ends(at, "ing") && text.word(at).length() > 5;
        return text.gap(at - 1).isBlank() && (gerund || text.in(FINITE, at));
    }

    /**
     * Whether a pronoun can stand for somebody, by the sex that their given name tells: "he" for nobody known to be a woman,
     * "she" for those known to be, where the text names one; else for anybody, as not all such names are known.
     */
    public boolean agrees(Mention pronoun, @Nullable Person person) {
        boolean woman = person != null && women.contains(person.id());
        return text.in(FEMININE, pronoun.from()) ? woman || women.isEmpty() : !woman;
    }

    /** Whether two pronouns can stand for one person. */
    public boolean agree(Mention pronoun, Mention other) {
        return text.in(FEMININE, pronoun.from()) == text.in(FEMININE, other.from());
    }

    private boolean isWoman(Person person) {
        List<String> names = Tokenizer.folded(person.name());
        return text.has(WOMEN, names.get(0)) || text.has(WOMEN, String.join("", names));
    }

    /** Whether the mention can be one side of a call in its own right. */
    public boolean isParty(Mention m, @Nullable LocalDate day) {
        if (m.former() || text.is(head(m) - 1, "without")) {
            return false;
        }
        return switch (m.kind()) {
            case PERSON ->
                m.person() != null
                        ? current(m.person(), day) || Party.of(m).inOffice()
                        : m.candidates().isEmpty() && (named(m) || figure(m));
            case OFFICE, COUNTERPART -> m.person() != null && current(m.person(), day);
            default -> false;
        };
    }

    /** Whether the one mentioned holds office on the day; true when the day is not known. */
    public boolean inOffice(Mention m, @Nullable LocalDate day) {
        return day == null || m.person() == null || m.person().distance(day) <= MentionResolver.GRACE_DAYS;
    }

    private static boolean named(Mention m) {
        return m.name().length() > 2
                && m.office() != null
                && !m.office().equals(MentionFinder.ANY_OFFICE)
                && Offices.leads(m.office());
    }

    /** Somebody of a state whom the text names in full without an office. */
    private static boolean figure(Mention m) {
        return m.office() == null && m.country() != null && m.name().indexOf(' ') > 0;
    }

    private static boolean current(Person person, @Nullable LocalDate day) {
        // An article may tell of a call of years ago; whether they were in office then is judged by the call's own
        // date.
        return day == null
                || person.terms().stream()
                        .anyMatch(t -> t.from() == null
                                || !t.from()
                                        .minusDays(MentionResolver.GRACE_DAYS)
                                        .isAfter(day));
    }
}
