package org.readout.extraction.mention;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** Titles, with the states that they are of and the names that follow them. */
final class TitleMentions {

    /** The office of "chief", which of a seat ("the Kremlin chief") is any that leads. */
    private static final String CHIEF = "SECRETARY_GENERAL";
    /** The office of "head", which only one of a state is. */
    private static final String HEAD = "HEAD";
    /** The office of "chairman", which only says something of a leader whose name follows it. */
    private static final String CHAIR = "CHAIR";

    private static final PhraseList TITLES = PhraseList.of("titles");
    private static final int LONGEST_YEAR = 4;
    /** Titles that one state alone gives. */
    private static final PhraseList STATE_TITLES = PhraseList.of("titles-of-one-state");

    private static final WordList OF_STATES = WordList.of("of-states");
    private static final WordList LONG_FORMS = WordList.of("long-forms-of-states");
    private static final WordList BEFORE_TITLE = WordList.of("before-title");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList FORMER = WordList.of("former");
    private static final WordList NOT_NAMES = WordList.of("not-names");
    private static final int LONGEST_UNKNOWN_NAME = 4;
    /** Words of the name of what is no state. */
    private static final int LONGEST_BODY = 10;
    /** Words between the beginning of a title's phrase and the title. */
    private static final int LONGEST_QUALIFIERS = 6;

    private final TokenizedText text;
    private final NameMatcher matcher;
    private final NameMentions names;
    private final List<Mention> found;

    TitleMentions(TokenizedText text, NameMatcher matcher, NameMentions names, List<Mention> found) {
        this.text = text;
        this.matcher = matcher;
        this.names = names;
        this.found = found;
    }

    /** A title being read: where it begins, how far it reaches, and what is known of its holder. */
    private static final class Title {
        final int start;
        int at;

        @Nullable
        String country;

        String office = "";
        boolean former;
        boolean ofSeat;
        boolean owns;

        Title(int start) {
            this.start = start;
            this.at = start;
        }
    }

    /** A title, with the state before or after it, and the name that follows it; where to go on, -1 where there is none. */
    int read(int i) {
        Title t = new Title(i);
        qualifiers(t);
        if (t.at >= text.size() || !names.sameClause(i, t.at)) {
            return -1;
        }
        Optional<PhraseTrie.Found<String>> title = text.at(TITLES, t.at);
        if (title.isEmpty() || ofClock(i)) {
            return text.is(t.at, "counterpart") && t.country != null ? counterpart(i, t.at + 1, t.country) : -1;
        }
        Optional<PhraseTrie.Found<Person>> whole =
                matcher.name(t.at).filter(f -> f.length() > title.get().length());
        if (whole.isPresent()) {
            return t.country == null ? names.named(t.at) : ofState(i, t.at, whole.get(), t.country);
        }
        office(t, title.get());
        if (t.office.equals("NONE")) {
            Mention next = secondTitle(t);
            return next == null ? helper(i, t) : names.add(next);
        }
        if (t.office.equals(HEAD)) {
            if (!headsState(t.at)) {
                return -1;
            }
            t.office = MentionFinder.ANY_OFFICE;
        }
        if (t.office.equals(CHAIR)) {
            if (t.owns || matcher.name(t.at).isEmpty() || !text.gap(t.at - 1).isBlank()) {
                return helper(i, t);
            }
            t.office = MentionFinder.ANY_OFFICE;
        }
        int foreign = t.owns ? -1 : stateBehind(t);
        return foreign >= 0 ? foreign : holder(t);
    }

    /** "at 3 p.m.", "9:30 PM": an hour's half of the day, no title; "in 2024 PM Sunak" is one. */
    private boolean ofClock(int at) {
        return text.is(at, "pm")
                && at > 0
                && text.token(at - 1).digits()
                && text.word(at - 1).length() < LONGEST_YEAR;
    }

    /** "the White House press secretary", "German deputy foreign minister Jan Holm": no leader, but of a state; where to go on. */
    private int helper(int i, Title t) {
        int figure = names.figure(i);
        if (figure < 0 && matcher.polity(i).isPresent()) {
            names.state(i);
        }
        return Math.max(t.at, figure);
    }

    /** "the former German", "then French": what stands before the title. */
    private void qualifiers(Title t) {
        int title = text.at(TITLES, t.at).map(PhraseTrie.Found::length).orElse(0);
        Optional<PhraseTrie.Found<Polity>> polity = matcher.polity(t.at).filter(p -> p.length() >= title);
        polity.ifPresent(p -> state(t, t.at, p));
        t.ofSeat = polity.isPresent() && polity.get().values().get(0).form() == Polity.Form.SEAT;
        while (t.at < text.size()
                && t.at - t.start < LONGEST_QUALIFIERS
                && (text.in(BEFORE_TITLE, t.at) || text.in(FORMER, t.at))
                && text.at(TITLES, t.at).isEmpty()) {
            t.former |= text.in(FORMER, t.at);
            t.at++;
            if (t.country == null) {
                matcher.polity(t.at).ifPresent(p -> state(t, t.at, p));
            }
        }
        t.former |= t.start > 0 && text.in(FORMER, t.start - 1);
    }

    private static void state(Title t, int at, PhraseTrie.Found<Polity> polity) {
        t.country = NameMatcher.code(polity);
        t.at = at + polity.length();
    }

    private void office(Title t, PhraseTrie.Found<String> title) {
        t.office = title.values().get(0);
        if (t.country == null) {
            t.country = text.at(STATE_TITLES, t.at).map(f -> f.values().get(0)).orElse(null);
        }
        if (t.ofSeat && t.office.equals(CHIEF)) {
            t.office = MentionFinder.ANY_OFFICE;
        }
        t.at += title.length();
        t.owns = text.token(t.at - 1).possessive();
    }

    /** "of Germany", "Germany" before a name; where to go on behind the title of something that is no state, else -1. */
    private int stateBehind(Title t) {
        boolean elsewhere = text.is(t.at - 1, "counterpart") && text.in(OF_STATES, t.at);
        if (text.is(t.at, "of") || elsewhere) {
            int of = text.is(t.at + 1, "the") ? t.at + 2 : t.at + 1;
            Optional<PhraseTrie.Found<Polity>> owner = matcher.polity(of);
            if (owner.isPresent() && ofBody(of, owner.get())) {
                return skipForeignTitle(of);
            }
            if (owner.isPresent()) {
                state(t, of, owner.get());
                t.owns = text.token(t.at - 1).possessive();
            } else if (of < text.size() && text.token(of).capital()) {
                return skipForeignTitle(of);
            }
            return -1;
        }
        matcher.polity(t.at)
                .filter(between ->
                        matcher.name(t.at + between.length()).isPresent() && names.sameClause(t.at - 1, t.at))
                .ifPresent(between -> state(t, t.at, between));
        return -1;
    }

    /** Who the title is of: the name behind it or behind a second one; else the title stands for its holder, not "with Egyptian leaders". */
    private int holder(Title t) {
        Mention person = !t.owns && t.at < text.size() && names.joins(t.at - 1)
                ? nameAfter(t.start, t.at, t.country, t.office, t.former)
                : null;
        if (person == null && !t.owns) {
            person = secondTitle(t);
        }
        if (person != null) {
            return names.add(person);
        }
        if (text.is(t.at - 1, "leaders") && text.in(PREPOSITIONS, t.start - 1)) {
            return helper(t.start, t);
        }
        found.add(
                new Mention(Mention.Kind.OFFICE, t.start, t.at, "", List.of(), t.country, t.office, t.owns, t.former));
        return t.at;
    }

    /** "Pakistani Deputy Prime Minister and Foreign Minister Ishaq Dar": somebody of the state behind two titles; null for anybody else. */
    private @Nullable Mention secondTitle(Title t) {
        int at = t.at;
        String country = t.country;
        if (country == null) {
            return null;
        }
        Optional<PhraseTrie.Found<String>> title = text.is(at, "and") ? text.at(TITLES, at + 1) : Optional.empty();
        if (title.isEmpty()) {
            return null;
        }
        String office = title.get().values().get(0);
        int name = at + 1 + title.get().length();
        Mention person = name < text.size() && names.joins(name - 1)
                ? nameAfter(t.start, name, country, office, t.former)
                : null;
        boolean theirs = person != null
                && person.candidates().stream()
                        .anyMatch(p -> p.terms().stream()
                                .anyMatch(term -> term.country().equals(country)));
        return theirs ? person : null;
    }

    /** "Saudi Arabian King Abdullah": a name that the title is part of, behind the state. */
    private int ofState(int start, int at, PhraseTrie.Found<Person> name, String country) {
        List<Person> fitting = NameMatcher.fitting(name.values(), country, MentionFinder.ANY_OFFICE);
        if (fitting.isEmpty()) {
            names.state(start);
            return names.named(at);
        }
        int end = at + name.length();
        boolean owns = text.token(end - 1).possessive();
        return names.add(new Mention(
                Mention.Kind.PERSON, start, end, names.words(at, end), fitting, country, null, owns, false));
    }

    private @Nullable Mention nameAfter(int start, int at, @Nullable String country, String office, boolean former) {
        boolean comma = text.gapHas(at - 1, ',');
        int nameAt = at;
        while (names.honorific(nameAt)) {
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
                    names.words(nameAt, end),
                    fitting.isEmpty() ? known.get().values() : fitting,
                    country,
                    office,
                    text.token(end - 1).possessive(),
                    former);
        }
        int sentence = text.sentenceOf(at);
        boolean shouted = sentence < 0 || text.titleCase(text.sentence(sentence));
        if (comma || country == null && (!text.token(at - 1).capital() || shouted)) {
            return null;
        }
        int end = nameAt;
        while (end < text.size()
                && end - nameAt < LONGEST_UNKNOWN_NAME
                && (text.token(end).capital() || end > nameAt && text.token(end).hyphenated())
                && (text.token(end).hyphenated() || !text.in(NOT_NAMES, end))
                && matcher.polity(end).isEmpty()
                && text.at(TITLES, end).isEmpty()
                && (end == nameAt || names.joins(end - 1) && !text.gapHas(end - 1, ','))) {
            end++;
            if (text.token(end - 1).possessive()) {
                break;
            }
        }
        if (end == nameAt || end == nameAt + 1 && label(nameAt)) {
            return null;
        }
        for (int k = nameAt + 1; k < end; k++) {
            Optional<PhraseTrie.Found<Person>> ending = matcher.name(k);
            boolean closes = ending.isPresent() && k + ending.get().length() == end;
            List<Person> holding = closes ? NameMatcher.holding(ending.get().values(), country, office) : List.of();
            if (!holding.isEmpty()) {
                boolean owns = text.token(end - 1).possessive();
                return new Mention(
                        Mention.Kind.PERSON, start, end, names.words(k, end), holding, country, office, owns, former);
            }
        }
        return new Mention(
                Mention.Kind.PERSON,
                start,
                end,
                names.words(nameAt, end),
                List.of(),
                country,
                office,
                text.token(end - 1).possessive(),
                former);
    }

    /** "Region: Europe": a word at the head of a line and before a colon is no name. */
    private boolean label(int at) {
        return text.gapHas(at - 1, '\n') && text.gapHas(at, ':');
    }

    /** "the head of Russia", "head of the Kremlin", not "head of the Russian delegation" or "of Russia's delegation". */
    private boolean headsState(int at) {
        int of = text.is(at + 1, "the") ? at + 2 : at + 1;
        Optional<PhraseTrie.Found<Polity>> state = text.is(at, "of") ? matcher.polity(of) : Optional.empty();
        return state.isPresent()
                && state.get().values().get(0).form() != Polity.Form.DEMONYM
                && !text.token(of + state.get().length() - 1).possessive();
    }

    /** "of the Lao People’s Revolutionary Party", "of the German Bundestag", not "of the Italian Republic". */
    private boolean ofBody(int of, PhraseTrie.Found<Polity> owner) {
        int next = of + owner.length();
        return owner.values().get(0).form() == Polity.Form.DEMONYM
                && next < text.size()
                && text.token(next).capital()
                && text.gap(next - 1).equals(" ")
                && !text.in(LONG_FORMS, next)
                && text.at(TITLES, next).isEmpty()
                && matcher.polity(next).isEmpty()
                && matcher.name(next).isEmpty();
    }

    /**
     * A title of something that is no state ("President of the World Economic Forum"): what it names is no leader here, up to
     * a name in full ("General Secretary of the Lao People’s Revolutionary Party Thongloun Sisoulith").
     */
    private int skipForeignTitle(int at) {
        int end = at;
        while (end < text.size()
                && end - at < LONGEST_BODY
                && text.token(end).capital()
                && names.joins(end - 1)
                && matcher.name(end).filter(f -> f.length() > 1).isEmpty()) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    private int counterpart(int start, int at, String country) {
        Optional<PhraseTrie.Found<Person>> known =
                at < text.size() && names.joins(at - 1) ? matcher.name(at) : Optional.empty();
        if (known.isPresent()) {
            int end = at + known.get().length();
            List<Person> fitting = NameMatcher.fitting(known.get().values(), country, MentionFinder.ANY_OFFICE);
            return names.add(new Mention(
                    Mention.Kind.PERSON,
                    start,
                    end,
                    names.words(at, end),
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
}
