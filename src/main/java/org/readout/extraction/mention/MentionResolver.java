package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.Misspellings;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/**
 * Says who the mentions of a text are: full names first, then surnames by what the text has named, then offices by state
 * and date. What fits two people equally well is left open.
 */
public final class MentionResolver {

    /** Days before or after a term in which someone still counts as its holder: an elect, a caretaker. */
    public static final int GRACE_DAYS = 200;

    private static final int SHORTEST_MISSPELT = 5;
    private static final WordList WITH = WordList.glosses("with");
    private static final List<WordList> NO_GIVEN_NAMES = Stream.of(
                    "sentence-starters", "not-names", "function-words", "no-given-names")
            .map(WordList::of)
            .toList();
    private static final WordList OTHER_OFFICIALS = WordList.of("other-officials");
    /** "Donald Trump Jr.": a son of his. */
    private static final WordList JUNIOR = WordList.glosses("jr", "junior");

    private static final WordList HONORIFICS = WordList.of("honorifics");
    private static final WordList SPOKE = WordList.of("spoke");
    private static final WordList FUNCTION = WordList.of("function-words");
    private static final WordList COMMON_WORDS = WordList.of("surnames-that-are-words");

    private static final String SECRETARY_GENERAL = "SECRETARY_GENERAL";

    private final TokenizedText text;
    private final Names names;
    private @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Map<String, Person> known = new LinkedHashMap<>();
    private final Map<String, Double> memo = new HashMap<>();

    /** The family names of people whom the text names in full and the registry does not have: "spokesman Jay Carney". */
    private final Set<String> strangers = new HashSet<>();

    /** The last words of the states and capitals that the text names: "In Paris Macron phoned Putin". */
    private final Set<Integer> places = new HashSet<>();

    private MentionResolver(TokenizedText text, Names names, @Nullable LocalDate day, @Nullable Person issuer) {
        this.text = text;
        this.names = names;
        this.day = day;
        this.issuer = issuer;
    }

    /** Resolves in place, and returns the mentions with those of lost names added, in the order of the text. */
    public static List<Mention> resolve(
            List<Mention> mentions,
            TokenizedText text,
            Names names,
            @Nullable LocalDate day,
            @Nullable Person issuer,
            List<Person> headline) {
        MentionResolver r = new MentionResolver(text, names, day, issuer);
        if (issuer != null) {
            r.know(issuer);
        }
        mentions.stream().filter(m -> m.kind() == Mention.Kind.STATE).forEach(m -> r.places.add(m.to() - 1));
        mentions.stream().filter(r::strong).forEach(r::resolveName);
        headline.forEach(r::know);
        if (day == null) {
            r.day = Era.ofPeople(r.likely(mentions));
            r.memo.clear();
        }
        mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.PERSON && m.person() == null)
                .forEach(r::resolveName);
        List<Mention> all = r.withLostNames(mentions);
        new OfficeResolver(text, names, r.day, issuer, r.known.values(), all).resolve(all);
        return all;
    }

    /** Whether somebody holds an office on the day, or about it. */
    static boolean holds(Person person, String office, @Nullable LocalDate day) {
        return person.terms().stream().anyMatch(t -> t.office().equals(office) && aboutTheDay(t, day));
    }

    /** Whether a term is of the day, or of a time so near to it that its holder still counts. */
    static boolean aboutTheDay(Person.Term term, @Nullable LocalDate day) {
        return day == null || term.distance(day) <= GRACE_DAYS;
    }

    /** Those known, and those whose family name only one leader has: "Macron phoned Modi", whenever that was. */
    private Collection<Person> likely(List<Mention> mentions) {
        Map<String, Person> out = new LinkedHashMap<>(known);
        for (Mention m : mentions) {
            Person only = m.kind() == Mention.Kind.PERSON && m.candidates().size() == 1
                    ? m.candidates().get(0)
                    : null;
            if (only != null && OfficeResolver.leads(only, null) && !isWord(m) && !ofSomebodyElse(m, only)) {
                out.putIfAbsent(only.id(), only);
            }
        }
        return out.values();
    }

    /** Whether a name is a common word too, and nothing makes it a name here. */
    private boolean isWord(Mention m) {
        boolean speaks = text.in(SPOKE, m.to()) && text.gap(m.to() - 1).equals(" ") && !text.in(FUNCTION, m.from());
        return text.has(COMMON_WORDS, m.name().toLowerCase(Locale.ROOT)) && !speaks && !text.in(WITH, m.from() - 1);
    }

    private boolean strong(Mention m) {
        return m.kind() == Mention.Kind.PERSON
                && (m.country() != null || m.office() != null || m.name().indexOf(' ') > 0);
    }

    private void resolveName(Mention m) {
        if (m.candidates().isEmpty() || ofNone(m)) {
            lostName(m);
        }
        if (m.person() == null) {
            m.person(best(m));
            if (m.person() != null) {
                m.partial(false);
                know(m.person());
            }
        }
    }

    /** "Ethiopian Prime Minister Ahmed": whether nobody of that family name has been of the state. */
    private static boolean ofNone(Mention m) {
        return m.country() != null
                && m.office() != null
                && NameMatcher.fitting(m.candidates(), m.country(), MentionFinder.ANY_OFFICE)
                        .isEmpty();
    }

    private void know(Person person) {
        known.putIfAbsent(person.id(), person);
    }

    private @Nullable Person best(Mention m) {
        Person best = null;
        double bestScore = 0;
        boolean tied = false;
        List<Person> candidates =
                m.country() == null ? m.candidates() : NameMatcher.fitting(m.candidates(), m.country(), m.office());
        if (candidates.isEmpty()) {
            candidates = m.candidates();
        }
        boolean full = m.name().indexOf(' ') > 0;
        if (full ? text.in(JUNIOR, m.to()) : ofOtherOffice(m.from() - 1)) {
            return null;
        }
        for (Person p : candidates) {
            double score = score(p, m, full);
            if (best == null || score > bestScore + 1e-9) {
                best = p;
                bestScore = score;
                tied = false;
            } else if (Math.abs(score - bestScore) <= 1e-9) {
                tied = true;
            }
        }
        if (best == null || tied) {
            return null;
        }
        boolean titled = m.country() != null || m.office() != null && !onlyChief(m, best);
        if (!full && !titled && !known.containsKey(best.id())) {
            boolean current = day != null
                    && (best.distance(day) <= GRACE_DAYS && OfficeResolver.leads(best, day)
                            || (candidates.size() == 1 || minister(m.from() - 1))
                                    && OfficeResolver.speaksAbroad(best, day));
            if (ofSomebodyElse(m, best)) {
                strangers.add(m.name());
            }
            if (!current || isWord(m) || strangers.contains(m.name())) {
                return null;
            }
        }
        return bestScore < 0 ? null : best;
    }

    /** "Speaker Johnson": whether a title stands right before a name that none of those has whom it could mean. */
    private boolean ofOtherOffice(int at) {
        return text.in(OTHER_OFFICIALS, at)
                && text.token(at).capital()
                && text.gap(at).strip().length() <= 1;
    }

    /** "Hamas chief Ismail": whether the title, a chief's of anything, is none that somebody has had. */
    private static boolean onlyChief(Mention m, Person person) {
        return SECRETARY_GENERAL.equals(m.office())
                && person.terms().stream().noneMatch(t -> t.office().equals(SECRETARY_GENERAL));
    }

    /** "MSNBC's Andrea Mitchell": whether a given name that is not theirs stands before a family name of somebody not told of yet. */
    private boolean ofSomebodyElse(Mention m, Person person) {
        int before = m.from() - 1;
        boolean named = before >= 0
                && (text.gap(before).equals(" ") || text.gap(before).equals("-"))
                && text.token(before).capital()
                && !text.token(before).possessive()
                && known.values().stream()
                        .noneMatch(p -> Tokenizer.folded(p.name()).contains(text.word(before)))
                && text.sentenceOf(before) == text.sentenceOf(m.from())
                && NO_GIVEN_NAMES.stream().noneMatch(words -> text.in(words, before))
                && !places.contains(before)
                && !minister(before)
                && (!text.token(before).upper() || text.token(m.from()).upper())
                && !(text.ends(before, "ing") || text.ends(before, "ed") || text.ends(before, "ly"));
        List<String> names = Tokenizer.folded(person.name());
        for (int i = before;
                named && i >= Math.max(0, before - 2) && text.token(i).capital();
                i--) {
            String word = text.word(i);
            named = names.stream()
                    .noneMatch(name -> name.equals(word)
                            || name.length() >= SHORTEST_MISSPELT && Misspellings.oneSlipApart(name, word));
        }
        return named && (ofCompound(before) || !text.titleCase(text.sentence(text.sentenceOf(m.from()))));
    }

    /** "Karine Jean-Pierre", not "the Biden-Xi call": whether a word is the first half of a given name with a hyphen. */
    private boolean ofCompound(int at) {
        return text.gap(at).equals("-")
                && names.people().at(text.tokens(), at).stream()
                        .flatMap(f -> f.values().stream())
                        .noneMatch(p -> day == null || p.distance(day) <= GRACE_DAYS);
    }

    /** "Minister Lavrov", "Russian Minister Lavrov": a title, where no other word says of what; not "Finance Minister Scholz". */
    private boolean minister(int at) {
        boolean described = at > 0
                && text.gap(at - 1).equals(" ")
                && text.token(at - 1).capital()
                && !places.contains(at - 1)
                && text.sentenceOf(at - 1) == text.sentenceOf(at);
        return text.is(at, "minister") && !described;
    }

    private double score(Person p, Mention m, boolean full) {
        double score = memo.computeIfAbsent(p.id(), id -> standing(p));
        if (known.containsKey(p.id())) {
            score += 6;
        }
        if (m.office() != null && !m.office().equals(MentionFinder.ANY_OFFICE)) {
            score += p.terms().stream()
                            .anyMatch(t -> t.office().equals(m.office())
                                    && (m.country() == null || t.country().equals(m.country()))
                                    && (day == null || t.distance(day) <= GRACE_DAYS))
                    ? 4
                    : -2;
        }
        return full ? score + 1 : score;
    }

    private double standing(Person p) {
        if (day == null) {
            return OfficeResolver.leads(p, day) ? 1 : 0.5;
        }
        long distance = p.distance(day);
        double score = distance == 0 ? 6 : distance <= GRACE_DAYS ? 4 : distance <= 5 * 365 ? 1 : -1;
        return OfficeResolver.leads(p, day) ? score + (leadsAlone(p) ? 1.5 : 1) : score;
    }

    /** Whether nobody but them leads their state on the day: its president, not the prime minister of the same name. */
    private boolean leadsAlone(Person p) {
        return p.termOn(day)
                .map(t -> names.leadersOf(t.country(), day))
                .filter(l -> l.size() == 1 && l.contains(p))
                .isPresent();
    }

    /** "Russian President Vladimir", "Crown Prince Mohammed": the holder of the office, or the one told of, with that name. */
    private void lostName(Mention m) {
        String office = m.office();
        if (office == null) {
            return;
        }
        List<String> words = Tokenizer.folded(m.name());
        List<Person> holders = m.country() == null ? knownIn(office) : holders(m.country(), office);
        List<Person> fitting = holders.stream()
                .filter(p -> Tokenizer.folded(p.name()).stream().anyMatch(words::contains))
                .toList();
        boolean lost = fitting.size() == 1;
        List<Person> misspelt = lost
                ? fitting
                : holders.stream()
                        .filter(p -> likeOneOf(words, Tokenizer.folded(p.name())))
                        .toList();
        if (misspelt.size() == 1) {
            m.person(misspelt.get(0));
            m.partial(lost);
            know(misspelt.get(0));
        }
    }

    /** "President Morsy of Egypt": whether a word is but one letter from one of the names of whoever holds the office. */
    private static boolean likeOneOf(List<String> words, List<String> names) {
        return words.stream()
                .filter(w -> w.length() >= SHORTEST_MISSPELT)
                .anyMatch(w -> names.stream()
                        .anyMatch(n -> n.charAt(0) == w.charAt(0)
                                && LevenshteinDistance.getDefaultInstance().apply(n, w) == 1));
    }

    /** Those told of before who hold an office about the day. */
    private List<Person> knownIn(String office) {
        return known.values().stream()
                .filter(p -> p.terms().stream()
                        .anyMatch(t -> t.office().equals(office) && (day == null || t.distance(day) <= GRACE_DAYS)))
                .toList();
    }

    private List<Person> holders(String country, String office) {
        return office.equals(MentionFinder.ANY_OFFICE)
                ? names.leadersOf(country, day)
                : names.holders(country, office, day);
    }

    /** Adds the words left of names that the text gave in full before: "Loong" for Lee Hsien Loong. */
    private List<Mention> withLostNames(List<Mention> mentions) {
        Map<String, Person> byWord = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Person p : known.values()) {
            for (String word : Tokenizer.folded(p.name())) {
                if (word.length() >= 4 && byWord.putIfAbsent(word, p) != null) {
                    ambiguous.add(word);
                }
            }
        }
        boolean[] taken = new boolean[text.size()];
        mentions.forEach(m -> java.util.Arrays.fill(taken, m.from(), Math.max(m.to(), m.reach()), true));
        List<Mention> all = new ArrayList<>(mentions);
        for (int i = 0; i < text.size(); i++) {
            Token t = text.token(i);
            Person p = taken[i] || !t.capital() || text.sentenceOf(i) < 0 ? null : byWord.get(t.folded());
            boolean partOfLonger = i + 1 < text.size()
                            && text.token(i + 1).capital()
                            && text.gap(i).equals(" ")
                            && !taken[i + 1]
                    || i > 0
                            && text.token(i - 1).capital()
                            && text.gap(i - 1).equals(" ")
                            && !taken[i - 1]
                            && !text.in(HONORIFICS, i - 1);
            if (p != null && !ambiguous.contains(t.folded()) && !partOfLonger && !text.has(COMMON_WORDS, t.folded())) {
                Mention m = new Mention(
                        Mention.Kind.PERSON, i, i + 1, t.raw(), List.of(p), null, null, t.possessive(), false);
                m.person(p);
                m.partial(true);
                all.add(m);
            }
        }
        all.sort(Comparator.comparingInt(m -> m.from()));
        return all;
    }
}
