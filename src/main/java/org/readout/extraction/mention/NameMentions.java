package org.readout.extraction.mention;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Offices;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** Names of people, with what qualifies them behind, and of states. */
final class NameMentions {

    private static final PhraseList TITLES = PhraseList.of("titles");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final WordList DESCRIPTIONS = WordList.of("source-heads");
    private static final WordList HONORIFICS = WordList.of("honorifics");
    private static final WordList BEFORE_TITLE = WordList.of("before-title");
    private static final WordList FORMER = WordList.of("former");
    private static final WordList NOT_NAMES = WordList.of("not-names");
    private static final WordList FIGURES = WordList.of("figures");
    private static final int LONGEST_UNKNOWN_NAME = 4;
    private static final String NICKNAME_OPENS = "‘“\"'";
    private static final String NICKNAME_ENDS = "’”\"'";

    private final TokenizedText text;
    private final NameMatcher matcher;
    private final DateWords dates;
    private final List<String> initials;
    private final List<Mention> found;

    NameMentions(TokenizedText text, NameMatcher matcher, DateWords dates, List<Mention> found) {
        this.text = text;
        this.matcher = matcher;
        this.dates = dates;
        this.initials = text.language().lines("honorific-initials");
        this.found = found;
    }

    /** Whether a name or a state ends right before a word: "Trump-Putin", not "Jean-Pierre". */
    private boolean endsAt(int at) {
        Mention last = found.isEmpty() ? null : found.get(found.size() - 1);
        return last != null && Math.max(last.to(), last.reach()) == at;
    }

    /** "India's Singh": the state whose name, as an owner, ends right before a word; null where none does. */
    private @Nullable String ownerAt(int at) {
        Mention last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last == null || last.kind() != Mention.Kind.STATE) {
            return null;
        }
        return last.possessive() && last.to() == at ? last.country() : null;
    }

    /** A name without a title before it. */
    int named(int i) {
        int at = i;
        while (honorific(at)) {
            at++;
        }
        Optional<PhraseTrie.Found<Person>> known = matcher.name(at);
        if (known.isEmpty()
                || known.get().length() == 1 && text.in(NOT_NAMES, at) && !dates.isNoMonth(at)
                || text.token(at).hyphenated() && !endsAt(at)
                || matcher.polity(at).map(PhraseTrie.Found::length).orElse(0)
                        > known.get().length()) {
            return -1;
        }
        int end = at + known.get().length();
        boolean former = i > 0 && text.in(FORMER, i - 1);
        String country = ownerAt(i);
        List<Person> theirs = country == null
                ? List.of()
                : NameMatcher.fitting(known.get().values(), country, MentionFinder.ANY_OFFICE);
        return add(new Mention(
                Mention.Kind.PERSON,
                i,
                end,
                words(at, end),
                theirs.isEmpty() ? known.get().values() : theirs,
                theirs.isEmpty() ? null : country,
                null,
                text.token(end - 1).possessive(),
                former));
    }

    /** Adds a person and reads what qualifies the name behind it: "of India", ", the French president". */
    int add(Mention person) {
        found.add(person);
        int at = person.to();
        if (person.possessive()) {
            return at;
        }
        if (text.is(at, "jr") || text.is(at, "sr")) {
            at++;
        }
        if (nickname(at)) {
            at++;
            person.reach(at);
        }
        if (text.is(at, "of") && person.country() == null) {
            int of = text.is(at + 1, "the") ? at + 2 : at + 1;
            Optional<PhraseTrie.Found<Polity>> owner = matcher.polity(of);
            if (owner.isPresent()) {
                person.country(NameMatcher.code(owner.get()));
                person.reach(of + owner.get().length());
                return person.reach();
            }
        }
        if (at < text.size() && text.gapHas(at - 1, ',') && text.sentenceOf(at) == text.sentenceOf(person.from())) {
            int apposition = apposition(at, person);
            if (apposition > 0) {
                person.reach(apposition);
                return apposition;
            }
        }
        return at;
    }

    /** "Pushpa Kamal Dahal ‘Prachanda’": one name in quotation marks or brackets right behind another. */
    private boolean nickname(int at) {
        return at < text.size()
                && text.token(at).capital()
                && text.gap(at - 1).length() == 2
                && NICKNAME_OPENS.indexOf(text.gap(at - 1).charAt(1)) >= 0
                && !text.gap(at).isEmpty()
                && NICKNAME_ENDS.indexOf(text.gap(at).charAt(0)) >= 0;
    }

    private int apposition(int start, Mention person) {
        int at = start;
        if (text.is(at, "the")) {
            at++;
        }
        while (text.in(BEFORE_TITLE, at)) {
            at++;
        }
        String country = null;
        Optional<PhraseTrie.Found<Polity>> polity = matcher.polity(at);
        if (polity.isPresent()) {
            country = NameMatcher.code(polity.get());
            at += polity.get().length();
        }
        Optional<PhraseTrie.Found<String>> title = text.at(TITLES, at);
        if (title.isEmpty()) {
            return -1;
        }
        at += title.get().length();
        if (text.is(at, "of")) {
            int of = text.is(at + 1, "the") ? at + 2 : at + 1;
            Optional<PhraseTrie.Found<Polity>> owner = matcher.polity(of);
            if (owner.isPresent()) {
                country = NameMatcher.code(owner.get());
                at = of + owner.get().length();
            }
        }
        boolean nameFollows = at < text.size()
                && joins(at - 1)
                && !text.gapHas(at - 1, ',')
                && matcher.name(at).isPresent();
        if (country == null
                || nameFollows
                || NameMatcher.fitting(person.candidates(), country, MentionFinder.ANY_OFFICE)
                                .isEmpty()
                        && !person.candidates().isEmpty()) {
            return -1;
        }
        if (person.country() == null) {
            person.country(country);
        }
        if (person.office() == null && Offices.serves(title.get().values().get(0))) {
            person.office(title.get().values().get(0));
        }
        return at;
    }

    /** "Mr", "the Honorable", "H.E.": what stands before a name and says nothing of the office. */
    boolean honorific(int i) {
        return i < text.size()
                && text.token(i).capital()
                && (text.in(HONORIFICS, i)
                        || text.token(i).upper()
                                && initials.contains(text.token(i).raw()));
    }

    /** "Syrian Kurdish commander Mazloum Abdi": somebody of a state who holds no office, and whom nobody knows here. */
    int figure(int i) {
        Optional<PhraseTrie.Found<Polity>> polity = matcher.polity(i);
        if (polity.isEmpty() || text.token(i + polity.get().length() - 1).possessive()) {
            return -1;
        }
        int noun = i + polity.get().length();
        while (noun < text.size() && noun - i < LONGEST_UNKNOWN_NAME && !text.in(FIGURES, noun)) {
            noun++;
        }
        int name = noun + 1;
        int end = name;
        while (end < text.size()
                && end - name < LONGEST_UNKNOWN_NAME
                && text.token(end).capital()
                && !text.in(NOT_NAMES, end)
                && matcher.polity(end).isEmpty()
                && joins(end - 1)
                && !text.gapHas(end - 1, ',')) {
            end++;
        }
        boolean whole = noun < text.size()
                && text.in(FIGURES, noun)
                && end - name >= 2
                && sameClause(i, end - 1)
                && text.at(TITLES, name).isEmpty()
                && matcher.name(name).isEmpty();
        return whole
                ? add(new Mention(
                        Mention.Kind.PERSON,
                        i,
                        end,
                        words(name, end),
                        List.of(),
                        NameMatcher.code(polity.get()),
                        null,
                        text.token(end - 1).possessive(),
                        false))
                : -1;
    }

    int state(int i) {
        Optional<PhraseTrie.Found<Polity>> polity = matcher.polity(i);
        if (polity.isEmpty()) {
            return -1;
        }
        int end = i + polity.get().length();
        if (polity.get().values().get(0).form() == Polity.Form.CAPITAL && isGivenName(i, end)) {
            return -1;
        }
        Mention state = new Mention(
                Mention.Kind.STATE,
                i,
                end,
                words(i, end),
                NameMatcher.code(polity.get()),
                text.token(end - 1).possessive());
        state.form(polity.get().values().get(0).form());
        found.add(state);
        return end;
    }

    /** "spokeswoman Victoria Nuland": a capital's name between a description and another name is a person's. */
    private boolean isGivenName(int i, int end) {
        return end - i == 1
                && i > 0
                && text.in(DESCRIPTIONS, i - 1)
                && end < text.size()
                && text.token(end).capital()
                && text.gap(i).equals(" ");
    }

    String words(int from, int to) {
        return text.span(from, to).exact();
    }

    boolean joins(int before) {
        String gap = text.gap(before);
        if (BLANK_LINE.matcher(gap).find()) {
            return false;
        }
        return gap.length() <= 3 && gap.indexOf('.') < 0 && gap.indexOf(';') < 0 && gap.indexOf(':') < 0
                || gap.equals(". ") && text.token(before).raw().length() <= 2
                || gap.isBlank() && gap.length() <= 20;
    }

    boolean sameClause(int from, int to) {
        for (int i = from; i < to; i++) {
            String gap = text.gap(i);
            if (gap.indexOf(',') >= 0
                    || gap.indexOf('.') >= 0 && text.token(i).raw().length() > 3
                    || gap.indexOf(';') >= 0) {
                return false;
            }
        }
        return text.sentenceOf(from) == text.sentenceOf(to);
    }
}
