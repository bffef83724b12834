package org.readout.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Offices;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** Finds the mentions of a text in one pass from left to right; who they are is {@link MentionResolver}'s work. */
public final class MentionFinder {

    /** The office of "leader": any that leads. */
    public static final String ANY_OFFICE = "ANY";

    /** The office of "chief", which of a seat ("the Kremlin chief") is any that leads. */
    private static final String CHIEF = "SECRETARY_GENERAL";

    /** The office of "head", which only one of a state is. */
    private static final String HEAD = "HEAD";

    private static final PhraseList TITLES = PhraseList.of("titles");
    /** Titles that one state alone gives. */
    private static final PhraseList STATE_TITLES = PhraseList.of("titles-of-one-state");

    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final WordList DESCRIPTIONS = WordList.of("source-heads");
    private static final WordList OF_STATES = WordList.of("of-states");
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
    private final GroupMentions groups;
    private final PronounMentions pronouns;
    private final List<Mention> found = new ArrayList<>();

    private MentionFinder(TokenizedText text, Names names) {
        this.text = text;
        this.matcher = new NameMatcher(text, names);
        this.dates = new DateWords(text);
        this.initials = text.language().lines("honorific-initials");
        this.groups = new GroupMentions(text, matcher, found);
        this.pronouns = new PronounMentions(text, dates, found);
    }

    public static List<Mention> find(TokenizedText text, Names names) {
        MentionFinder finder = new MentionFinder(text, names);
        for (int i = 0; i < text.size(); ) {
            i = text.sentenceOf(i) < 0 ? i + 1 : finder.step(i);
        }
        return finder.found;
    }

    /** Reads what begins at {@code i}, and returns where to go on. */
    private int step(int i) {
        int next = groups.group(i);
        if (next < 0) {
            next = groups.leadersOfStates(text.is(i, "the") ? i + 1 : i);
        }
        if (next < 0) {
            next = titled(i);
        }
        if (next < 0) {
            next = named(i);
        }
        if (next < 0) {
            next = pronouns.read(i, honorific(i));
        }
        if (next < 0) {
            next = figure(i);
        }
        if (next < 0) {
            next = state(i);
        }
        return next < 0 ? i + 1 : next;
    }

    /** A title, with the state before or after it, and the name that follows it. */
    private int titled(int i) {
        int at = i;
        boolean former = false;
        String country = null;
        Optional<PhraseTrie.Found<Polity>> polity = matcher.polity(at);
        if (polity.isPresent()) {
            country = NameMatcher.code(polity.get());
            at += polity.get().length();
        }
        while (at < text.size()
                && at - i < 6
                && (text.in(BEFORE_TITLE, at) || text.in(FORMER, at))
                && text.at(TITLES, at).isEmpty()) {
            former |= text.in(FORMER, at);
            at++;
            if (country == null) {
                Optional<PhraseTrie.Found<Polity>> later = matcher.polity(at);
                if (later.isPresent()) {
                    country = NameMatcher.code(later.get());
                    at += later.get().length();
                }
            }
        }
        former |= i > 0 && text.in(FORMER, i - 1);
        if (at >= text.size() || !sameClause(i, at)) {
            return -1;
        }
        Optional<PhraseTrie.Found<String>> title = text.at(TITLES, at);
        if (title.isEmpty()) {
            return text.is(at, "counterpart") && country != null ? counterpart(i, at + 1, country) : -1;
        }
        Optional<PhraseTrie.Found<Person>> whole =
                matcher.name(at).filter(f -> f.length() > title.get().length());
        if (whole.isPresent()) {
            return country == null ? named(at) : ofState(i, at, whole.get(), country);
        }
        String office = title.get().values().get(0);
        if (country == null) {
            country = text.at(STATE_TITLES, at).map(f -> f.values().get(0)).orElse(null);
        }
        if (polity.isPresent() && polity.get().values().get(0).form() == Polity.Form.SEAT && office.equals(CHIEF)) {
            office = ANY_OFFICE;
        }
        boolean ownPossessive = text.token(at + title.get().length() - 1).possessive();
        at += title.get().length();
        if (office.equals("NONE")) {
            Mention next = country == null ? null : secondTitle(i, at, country, former);
            return next == null ? Math.max(at, figure(i)) : add(next);
        }
        if (office.equals(HEAD)) {
            if (!headsState(at)) {
                return -1;
            }
            office = ANY_OFFICE;
        }
        boolean elsewhere = text.is(at - 1, "counterpart") && text.in(OF_STATES, at);
        if (!ownPossessive && (text.is(at, "of") || elsewhere)) {
            int of = text.is(at + 1, "the") ? at + 2 : at + 1;
            Optional<PhraseTrie.Found<Polity>> owner = matcher.polity(of);
            if (owner.isPresent()) {
                country = NameMatcher.code(owner.get());
                at = of + owner.get().length();
                ownPossessive = text.token(at - 1).possessive();
            } else if (of < text.size() && text.token(of).capital()) {
                return skipForeignTitle(of);
            }
        } else if (!ownPossessive) {
            Optional<PhraseTrie.Found<Polity>> between = matcher.polity(at);
            if (between.isPresent()
                    && matcher.name(at + between.get().length()).isPresent()
                    && sameClause(at - 1, at)) {
                country = NameMatcher.code(between.get());
                at += between.get().length();
            }
        }
        if (!ownPossessive && at < text.size() && joins(at - 1)) {
            Mention person = nameAfter(i, at, country, office, former);
            if (person != null) {
                return add(person);
            }
        }
        Mention both = country == null || ownPossessive ? null : secondTitle(i, at, country, former);
        if (both != null) {
            return add(both);
        }
        Mention alone = new Mention(Mention.Kind.OFFICE, i, at, "", List.of(), country, office, ownPossessive, former);
        found.add(alone);
        return at;
    }

    /** "Pakistani Deputy Prime Minister and Foreign Minister Ishaq Dar": somebody of the state behind two titles; null for anybody else. */
    private @Nullable Mention secondTitle(int start, int at, String country, boolean former) {
        Optional<PhraseTrie.Found<String>> title = text.is(at, "and") ? text.at(TITLES, at + 1) : Optional.empty();
        if (title.isEmpty()) {
            return null;
        }
        String office = title.get().values().get(0);
        int name = at + 1 + title.get().length();
        Mention person = name < text.size() && joins(name - 1) ? nameAfter(start, name, country, office, former) : null;
        boolean theirs = person != null
                && person.candidates().stream()
                        .anyMatch(p ->
                                p.terms().stream().anyMatch(t -> t.country().equals(country)));
        return theirs ? person : null;
    }

    /** "Saudi Arabian King Abdullah": a name that the title is part of, behind the state. */
    private int ofState(int start, int at, PhraseTrie.Found<Person> name, String country) {
        List<Person> fitting = NameMatcher.fitting(name.values(), country, ANY_OFFICE);
        if (fitting.isEmpty()) {
            state(start);
            return named(at);
        }
        int end = at + name.length();
        boolean owns = text.token(end - 1).possessive();
        return add(new Mention(Mention.Kind.PERSON, start, end, words(at, end), fitting, country, null, owns, false));
    }

    private @Nullable Mention nameAfter(int start, int at, @Nullable String country, String office, boolean former) {
        boolean comma = text.gapHas(at - 1, ',');
        int nameAt = at;
        while (honorific(nameAt)) {
            nameAt++;
        }
        Optional<PhraseTrie.Found<Person>> known = matcher.name(nameAt);
        if (known.isPresent()) {
            List<Person> fitting = NameMatcher.fitting(known.get().values(), country, office);
            if (comma && fitting.isEmpty()) {
                return null;
            }
            int end = nameAt + known.get().length();
            return new Mention(
                    Mention.Kind.PERSON,
                    start,
                    end,
                    words(nameAt, end),
                    fitting.isEmpty() ? known.get().values() : fitting,
                    country,
                    office,
                    text.token(end - 1).possessive(),
                    former);
        }
        if (comma
                || country == null
                        && (!text.token(at - 1).capital() || text.titleCase(text.sentence(text.sentenceOf(at))))) {
            return null;
        }
        int end = nameAt;
        while (end < text.size()
                && end - nameAt < LONGEST_UNKNOWN_NAME
                && (text.token(end).capital() || end > nameAt && text.token(end).hyphenated())
                && (text.token(end).hyphenated() || !text.in(NOT_NAMES, end))
                && matcher.polity(end).isEmpty()
                && text.at(TITLES, end).isEmpty()
                && (end == nameAt || joins(end - 1) && !text.gapHas(end - 1, ','))) {
            end++;
            if (text.token(end - 1).possessive()) {
                break;
            }
        }
        if (end == nameAt) {
            return null;
        }
        for (int k = nameAt + 1; k < end; k++) {
            Optional<PhraseTrie.Found<Person>> ending = matcher.name(k);
            boolean closes = ending.isPresent() && k + ending.get().length() == end;
            List<Person> holding = closes ? NameMatcher.holding(ending.get().values(), country, office) : List.of();
            if (!holding.isEmpty()) {
                boolean owns = text.token(end - 1).possessive();
                return new Mention(
                        Mention.Kind.PERSON, start, end, words(k, end), holding, country, office, owns, former);
            }
        }
        return new Mention(
                Mention.Kind.PERSON,
                start,
                end,
                words(nameAt, end),
                List.of(),
                country,
                office,
                text.token(end - 1).possessive(),
                former);
    }

    /** "the head of Russia", "head of the Kremlin", not "head of the Russian delegation" or "of Russia's delegation". */
    private boolean headsState(int at) {
        int of = text.is(at + 1, "the") ? at + 2 : at + 1;
        Optional<PhraseTrie.Found<Polity>> state = text.is(at, "of") ? matcher.polity(of) : Optional.empty();
        return state.isPresent()
                && state.get().values().get(0).form() != Polity.Form.DEMONYM
                && !text.token(of + state.get().length() - 1).possessive();
    }

    /** A title of something that is no state ("President of the World Economic Forum"): what it names is no leader here. */
    private int skipForeignTitle(int at) {
        int end = at;
        while (end < text.size() && end - at < 8 && text.token(end).capital() && joins(end - 1)) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    private int counterpart(int start, int at, String country) {
        Optional<PhraseTrie.Found<Person>> known =
                at < text.size() && joins(at - 1) ? matcher.name(at) : Optional.empty();
        if (known.isPresent()) {
            int end = at + known.get().length();
            List<Person> fitting = NameMatcher.fitting(known.get().values(), country, ANY_OFFICE);
            return add(new Mention(
                    Mention.Kind.PERSON,
                    start,
                    end,
                    words(at, end),
                    fitting.isEmpty() ? known.get().values() : fitting,
                    country,
                    null,
                    text.token(end - 1).possessive(),
                    false));
        }
        found.add(new Mention(
                Mention.Kind.COUNTERPART,
                start,
                at,
                "",
                country,
                text.token(at - 1).possessive()));
        return at;
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
    private int named(int i) {
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
        List<Person> theirs =
                country == null ? List.of() : NameMatcher.fitting(known.get().values(), country, ANY_OFFICE);
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
    private int add(Mention person) {
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
                || NameMatcher.fitting(person.candidates(), country, ANY_OFFICE).isEmpty()
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
    private boolean honorific(int i) {
        return i < text.size()
                && text.token(i).capital()
                && (text.in(HONORIFICS, i)
                        || text.token(i).upper()
                                && initials.contains(text.token(i).raw()));
    }

    /** "Syrian Kurdish commander Mazloum Abdi": somebody of a state who holds no office, and whom nobody knows here. */
    private int figure(int i) {
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

    private int state(int i) {
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

    private String words(int from, int to) {
        return text.text()
                .substring(text.token(from).start(), text.token(to - 1).end());
    }

    private boolean joins(int before) {
        String gap = text.gap(before);
        if (BLANK_LINE.matcher(gap).find()) {
            return false;
        }
        return gap.length() <= 3 && gap.indexOf('.') < 0 && gap.indexOf(';') < 0 && gap.indexOf(':') < 0
                || gap.equals(". ") && text.token(before).raw().length() <= 2
                || gap.isBlank() && gap.length() <= 20;
    }

    private boolean sameClause(int from, int to) {
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
