package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.readout.claim.WordFile;
import org.readout.names.Names;
import org.readout.names.Offices;
import org.readout.names.Person;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/**
 * Says who the mentions of a text are: full names first, then surnames by what the text has named, then offices by state
 * and date. What fits two people equally well is left open.
 */
final class MentionResolver {

    /** Days before or after a term in which someone still counts as its holder: an elect, a caretaker. */
    static final int GRACE_DAYS = 200;

    /** How many mentions back the one may stand whose counterpart is spoken of. */
    private static final int COUNTERPART_REACH = 6;

    private static final int SHORTEST_MISSPELT = 5;
    private static final WordList WITH = WordList.glosses("with");
    private static final WordList STARTERS = WordList.of("sentence-starters");
    private static final WordList COMMON_WORDS = WordList.of("surnames-that-are-words");
    private static final String FOREIGN_MINISTER = "FOREIGN_MINISTER";
    private static final Set<String> FOREIGN_AFFAIRS = Set.of(FOREIGN_MINISTER, "SECRETARY_OF_STATE");
    private static final WordList COUNTERPARTS = WordList.of("counterparts");
    private static final WordList INDEFINITE = WordList.glosses("a", "an", "any", "no", "every", "another", "some");
    private static final Map<String, List<String>> GROUP_MEMBERS = WordFile.groups("/lexicon/group-members.txt");

    private final TokenizedText text;
    private final Names names;
    private @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Map<String, Person> known = new LinkedHashMap<>();
    /** Those whose state the text names with them, as it does of others' leaders rather than of its own. */
    private final Set<String> ofNamedState = new HashSet<>();

    private final Map<String, List<Person>> knownByOffice = new HashMap<>();
    private final Map<String, Double> memo = new HashMap<>();

    private MentionResolver(TokenizedText text, Names names, @Nullable LocalDate day, @Nullable Person issuer) {
        this.text = text;
        this.names = names;
        this.day = day;
        this.issuer = issuer;
    }

    /** Resolves in place, and returns the mentions with those of lost names added, in the order of the text. */
    static List<Mention> resolve(
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
        mentions.stream().filter(r::strong).forEach(r::resolveName);
        headline.forEach(r::know);
        if (day == null) {
            r.day = Era.ofPeople(r.known.values());
            r.memo.clear();
        }
        mentions.stream()
                .filter(m -> m.kind == Mention.Kind.PERSON && m.person == null)
                .forEach(r::resolveName);
        List<Mention> all = r.withLostNames(mentions);
        all.stream()
                .filter(m -> m.person != null && m.country != null)
                .forEach(m -> r.ofNamedState.add(
                        java.util.Objects.requireNonNull(m.person).id()));
        r.resolveOffices(all);
        r.resolveByWhoComesLater(all);
        return all;
    }

    /** The leaders of a group of states on the day ("the G7 leaders", "the leaders of France and Germany"): those the text names. */
    private List<Person> members(Mention group) {
        List<Person> out = new ArrayList<>();
        for (String country :
                group.states.isEmpty() ? GROUP_MEMBERS.getOrDefault(group.name, List.of()) : group.states) {
            Person leader = group.office == null || group.office.equals(MentionFinder.ANY_OFFICE)
                    ? leader(country)
                    : FOREIGN_AFFAIRS.contains(group.office)
                            ? foreignMinister(country)
                            : only(names.holders(country, group.office, day));
            if (leader != null) {
                out.add(leader);
            }
        }
        return out;
    }

    private boolean strong(Mention m) {
        return m.kind == Mention.Kind.PERSON && (m.country != null || m.office != null || m.name.indexOf(' ') > 0);
    }

    private void resolveName(Mention m) {
        if (m.candidates.isEmpty()) {
            lostName(m);
        } else {
            m.person = best(m);
            if (m.person != null) {
                m.partial = false;
                know(m.person);
            }
        }
    }

    private void know(Person person) {
        if (known.putIfAbsent(person.id(), person) == null) {
            for (Person.Term term : person.terms()) {
                knownByOffice
                        .computeIfAbsent(term.country() + " " + term.office(), k -> new ArrayList<>())
                        .add(person);
                knownByOffice
                        .computeIfAbsent(term.country() + " " + MentionFinder.ANY_OFFICE, k -> new ArrayList<>())
                        .add(person);
            }
        }
    }

    private @Nullable Person best(Mention m) {
        Person best = null;
        double bestScore = 0;
        boolean tied = false;
        List<Person> candidates =
                m.country == null ? m.candidates : NameMatcher.fitting(m.candidates, m.country, m.office);
        if (candidates.isEmpty()) {
            candidates = m.candidates;
        }
        boolean full = m.name.indexOf(' ') > 0;
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
        boolean titled = m.country != null || m.office != null;
        if (!full && !titled && !known.containsKey(best.id())) {
            boolean current = day != null
                    && (best.distance(day) <= GRACE_DAYS && leads(best)
                            || candidates.size() == 1 && speaksAbroad(best));
            boolean word =
                    text.has(COMMON_WORDS, m.name.toLowerCase(java.util.Locale.ROOT)) && !text.in(WITH, m.from - 1);
            if (!current || word || ofSomebodyElse(m, best)) {
                return null;
            }
        }
        return bestScore < 0 ? null : best;
    }

    /** "MSNBC's Andrea Mitchell": whether a given name that is not theirs stands before a family name of somebody not told of yet. */
    private boolean ofSomebodyElse(Mention m, Person person) {
        int before = m.from - 1;
        boolean named = before >= 0
                && (text.gap(before).equals(" ") || text.gap(before).equals("-"))
                && text.token(before).capital()
                && !text.token(before).possessive()
                && known.values().stream()
                        .noneMatch(p -> Tokenizer.folded(p.name()).contains(text.word(before)))
                && text.sentenceOf(before) == text.sentenceOf(m.from)
                && !text.in(STARTERS, before)
                && !(text.ends(before, "ing") || text.ends(before, "ed") || text.ends(before, "ly"));
        List<String> names = Tokenizer.folded(person.name());
        for (int i = before;
                named && i >= Math.max(0, before - 2) && text.token(i).capital();
                i--) {
            named = !names.contains(text.word(i));
        }
        return named && !text.titleCase(text.sentence(text.sentenceOf(m.from)));
    }

    /** Whether someone is a state's foreign minister on the day. */
    private boolean speaksAbroad(Person person) {
        return person.termOn(day)
                .filter(t -> FOREIGN_AFFAIRS.contains(t.office())
                        && person.distance(java.util.Objects.requireNonNull(day)) == 0)
                .isPresent();
    }

    private boolean leads(Person person) {
        return person.termOn(day).map(t -> Offices.leads(t.office())).orElse(false);
    }

    private double score(Person p, Mention m, boolean full) {
        double score = memo.computeIfAbsent(p.id(), id -> standing(p));
        if (known.containsKey(p.id())) {
            score += 6;
        }
        if (m.office != null && !m.office.equals(MentionFinder.ANY_OFFICE)) {
            score += p.terms().stream()
                            .anyMatch(t -> t.office().equals(m.office)
                                    && (m.country == null || t.country().equals(m.country))
                                    && (day == null || t.distance(day) <= GRACE_DAYS))
                    ? 4
                    : -2;
        }
        return full ? score + 1 : score;
    }

    private double standing(Person p) {
        if (day == null) {
            return leads(p) ? 1 : 0.5;
        }
        long distance = p.distance(day);
        double score = distance == 0 ? 6 : distance <= GRACE_DAYS ? 4 : distance <= 5 * 365 ? 1 : -1;
        return leads(p) ? score + 1 : score;
    }

    /** "Russian President Vladimir": the holder of the office whose name has those words. */
    private void lostName(Mention m) {
        if (m.country == null || m.office == null) {
            return;
        }
        List<String> words = Tokenizer.folded(m.name);
        List<Person> fitting = holders(m.country, m.office).stream()
                .filter(p -> Tokenizer.folded(p.name()).stream().anyMatch(words::contains))
                .toList();
        boolean lost = fitting.size() == 1;
        List<Person> misspelt = lost
                ? fitting
                : holders(m.country, m.office).stream()
                        .filter(p -> likeOneOf(words, Tokenizer.folded(p.name())))
                        .toList();
        if (misspelt.size() == 1) {
            m.person = misspelt.get(0);
            m.partial = lost;
            know(m.person);
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
        mentions.forEach(m -> java.util.Arrays.fill(taken, m.from, Math.max(m.to, m.reach), true));
        List<Mention> all = new ArrayList<>(mentions);
        for (int i = 0; i < text.size(); i++) {
            Token t = text.token(i);
            Person p = taken[i] || !t.capital() || text.sentenceOf(i) < 0 ? null : byWord.get(t.folded());
            boolean partOfLonger = i + 1 < text.size()
                            && text.token(i + 1).capital()
                            && text.gap(i).equals(" ")
                            && !taken[i + 1]
                    || i > 0 && text.token(i - 1).capital() && text.gap(i - 1).equals(" ") && !taken[i - 1];
            if (p != null && !ambiguous.contains(t.folded()) && !partOfLonger && !text.has(COMMON_WORDS, t.folded())) {
                Mention m = new Mention(
                        Mention.Kind.PERSON, i, i + 1, t.raw(), List.of(p), null, null, t.possessive(), false);
                m.person = p;
                m.partial = true;
                all.add(m);
            }
        }
        all.sort(Comparator.comparingInt(m -> m.from));
        return all;
    }

    private void resolveOffices(List<Mention> mentions) {
        Map<String, Person> last = new HashMap<>();
        Map<String, Person> defined = new HashMap<>();
        for (int k = 0; k < mentions.size(); k++) {
            Mention m = mentions.get(k);
            String office = m.office;
            if (m.kind == Mention.Kind.OFFICE && m.person == null && office != null && m.country == null && !m.former) {
                m.person = text.token(m.from).capital() || text.is(m.from - 1, "the") ? defined.get(office) : null;
            }
            if (m.person != null && office != null && defines(m)) {
                defined.putIfAbsent(office, m.person);
            }
            if (m.person == null && !m.former) {
                switch (m.kind) {
                    case OFFICE -> {
                        Mention named = apposed(m, next(mentions, k));
                        m.person = named != null
                                ? named.person
                                : m.country != null && spokenOf(COUNTERPARTS, m)
                                        ? counterpart(m.country, mentions, k)
                                        : holder(m, last);
                    }
                    case COUNTERPART -> m.person = m.country == null ? null : counterpart(m.country, mentions, k);
                    case GROUP -> {
                        m.office = spokenOf(COUNTERPARTS, m) && abroad(mentions, k) ? FOREIGN_MINISTER : m.office;
                        m.members = members(m);
                    }
                    default -> {}
                }
            }
            if (m.person != null && (m.kind == Mention.Kind.PERSON || m.country != null)) {
                for (Person.Term t : m.person.terms()) {
                    if (day == null || t.distance(day) <= GRACE_DAYS) {
                        last.put(t.office(), m.person);
                        last.put(MentionFinder.ANY_OFFICE, m.person);
                    }
                }
            }
        }
    }

    private boolean spokenOf(WordList words, Mention m) {
        return text.any(words, m.from, m.to);
    }

    /** "Lavrov called his Armenian counterpart": who has the office there that the one named before has at home. */
    private @Nullable Person counterpart(String country, List<Mention> mentions, int k) {
        return abroad(mentions, k) ? foreignMinister(country) : leader(country);
    }

    /** A state's foreign minister: the one whom the text names, else the one on the day. */
    private @Nullable Person foreignMinister(String country) {
        List<Person> inText = FOREIGN_AFFAIRS.stream()
                .flatMap(office -> knownByOffice.getOrDefault(country + " " + office, List.of()).stream())
                .filter(p -> day == null || p.distance(day) <= GRACE_DAYS)
                .distinct()
                .toList();
        return only(
                inText.isEmpty()
                        ? FOREIGN_AFFAIRS.stream()
                                .flatMap(office -> names.holders(country, office, day).stream())
                                .distinct()
                                .toList()
                        : inText);
    }

    /** Whether the last one named before a counterpart, of another state, is a foreign minister. */
    private boolean abroad(List<Mention> mentions, int k) {
        String country = mentions.get(k).country;
        for (int i = k - 1; i >= Math.max(0, k - COUNTERPART_REACH); i--) {
            Mention of = mentions.get(i);
            Person person = of.person;
            if (person != null && !of.possessive && !(country != null && country.equals(of.country))) {
                return day != null && speaksAbroad(person);
            }
        }
        return false;
    }

    private static @Nullable Mention next(List<Mention> mentions, int k) {
        return k + 1 < mentions.size() ? mentions.get(k + 1) : null;
    }

    /** "his Turkish counterpart, Foreign Minister Mevlut Cavusoglu": the one named behind the comma; null where nobody is. */
    private @Nullable Mention apposed(Mention m, @Nullable Mention next) {
        boolean apposed = next != null
                && spokenOf(COUNTERPARTS, m)
                && next.kind == Mention.Kind.PERSON
                && next.from == m.to
                && text.gapHas(m.to - 1, ',')
                && (next.country == null || next.country.equals(m.country));
        return apposed ? next : null;
    }

    /** "The Foreign Minister, Jalil Abbas Jilani, received a call": whom the text means by the office alone. */
    private boolean defines(Mention m) {
        boolean comma = false;
        for (int i = m.from; i < m.to - 1; i++) {
            comma |= text.gapHas(i, ',');
        }
        return m.kind == Mention.Kind.PERSON && m.country == null && comma;
    }

    /**
     * "The prime minister spoke with Erdogan, Mitsotakis's office said": the only holder of the office whom the text names,
     * else the only one whose state it need not name.
     */
    private void resolveByWhoComesLater(List<Mention> mentions) {
        for (Mention m : mentions) {
            String office = m.office;
            if (m.kind != Mention.Kind.OFFICE
                    || m.person != null
                    || m.former
                    || m.country != null
                    || office == null
                    || office.equals(MentionFinder.ANY_OFFICE)
                    || m.from > 0 && text.in(INDEFINITE, m.from - 1)) {
                continue;
            }
            List<Person> named = holdersInText(office);
            List<Person> own = named.size() < 2
                    ? named
                    : named.stream().filter(p -> !ofNamedState.contains(p.id())).toList();
            if (own.size() == 1) {
                m.person = own.get(0);
            }
        }
    }

    private @Nullable Person holder(Mention m, Map<String, Person> last) {
        if (m.from > 0 && text.in(INDEFINITE, m.from - 1)) {
            return null;
        }
        String office = m.office == null ? MentionFinder.ANY_OFFICE : m.office;
        if (m.country != null) {
            List<Person> inText = knownByOffice.getOrDefault(m.country + " " + office, List.of()).stream()
                    .filter(p -> day == null || p.distance(day) <= GRACE_DAYS)
                    .toList();
            if (inText.size() == 1) {
                return inText.get(0);
            }
            return office.equals(MentionFinder.ANY_OFFICE)
                    ? leader(m.country)
                    : only(names.holders(m.country, office, day));
        }
        if (issuer != null && text.token(m.from).capital() && holds(issuer, office)) {
            return issuer;
        }
        if (issuer != null && text.token(m.from).capital() && last.get(office) == null) {
            Person own = issuer.termOn(day)
                    .map(t -> only(names.holders(t.country(), office, day)))
                    .orElse(null);
            if (own != null) {
                return own;
            }
        }
        Person before = last.get(office);
        if (before != null && ofNamedState.contains(before.id())) {
            List<Person> own = holdersInText(office).stream()
                    .filter(p -> !ofNamedState.contains(p.id()))
                    .toList();
            before = own.size() == 1 ? own.get(0) : before;
        }
        return before != null || office.equals(MentionFinder.ANY_OFFICE) ? before : null;
    }

    /** Those whom the text names who hold an office about the day. */
    private List<Person> holdersInText(String office) {
        return known.values().stream()
                .filter(p -> day != null
                        && p.terms().stream().anyMatch(t -> t.office().equals(office) && t.distance(day) <= GRACE_DAYS))
                .toList();
    }

    private boolean holds(Person person, String office) {
        return person.terms().stream()
                .anyMatch(t -> t.office().equals(office) && (day == null || t.distance(day) <= GRACE_DAYS));
    }

    private @Nullable Person leader(String country) {
        List<Person> inText = knownByOffice.getOrDefault(country + " " + MentionFinder.ANY_OFFICE, List.of()).stream()
                .distinct()
                .filter(p -> leads(p) && (day == null || p.distance(day) <= GRACE_DAYS))
                .toList();
        return inText.size() == 1 ? inText.get(0) : only(names.leadersOf(country, day));
    }

    private static @Nullable Person only(List<Person> people) {
        return people.size() == 1 ? people.get(0) : null;
    }
}
