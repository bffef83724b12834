package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.extraction.TokenizedText.Sentence;

/**
 * Finds where a text tells of leaders speaking, and who. A noun ("a phone call with Putin", "Trump's call to Xi",
 * "a call between A and B"), a verb ("spoke with", "phoned"), or a means beside any verb ("agreed over the phone").
 */
final class ContactFinder {

    /** How far a rule looks from its trigger, in words: time stays linear whatever the text. */
    static final int REACH = 60;

    private static final PhraseTrie<String> NOUNS = Lexicon.phrases("contact-nouns");
    private static final PhraseTrie<String> VERBS = Lexicon.phrases("contact-verbs");
    private static final PhraseTrie<String> MEANS = Lexicon.phrases("contact-means");
    private static final PhraseTrie<String> NOT_CONTACTS = Lexicon.phrases("not-contacts");
    private static final Set<String> NOUN_BEFORE = Lexicon.words("noun-before");
    private static final Set<String> SKIPPABLE = Lexicon.words("adverbial-words");
    private static final Set<String> PREPOSITIONS = Lexicon.words("prepositions");
    private static final Set<String> IN_PERSON = Lexicon.words("in-person");
    private static final Set<String> AFTER_OBJECT = Lexicon.words("after-called-object");
    private static final Set<String> TOGETHER = Lexicon.words("joint-call");
    private static final Set<String> ANOTHER = Lexicon.words("another-call");
    private static final Set<String> PHRASE_OPENERS = Set.of(
            "in",
            "during",
            "after",
            "following",
            "on",
            "by",
            "over",
            "since",
            "from",
            "of",
            "at",
            "with",
            "about",
            "before",
            "until",
            "despite");
    private static final Set<String> RECIPROCAL = Lexicon.words("reciprocal-verbs");
    private static final Set<String> COPULAS = Set.of("was", "is", "marked", "marks", "became");
    private static final Set<String> POINTERS = Set.of("it", "this", "that", "which");
    private static final Set<String> TAKING_PART = Lexicon.words("taking-part");
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "as", "well", "then", "later", "separately", "also", "plus");
    private static final Set<String> LIST_FILLERS = Set.of(
            "the",
            "a",
            "his",
            "her",
            "its",
            "their",
            "both",
            "s",
            "new",
            "newly",
            "then",
            "fellow",
            "another",
            "respectively",
            "with");
    private static final Set<String> EARLIER = Set.of("last", "previous", "previously");
    private static final Set<String> DEFINITE = Set.of("the", "that", "this", "their", "his", "her", "its");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Names names;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Quotations quotations;
    private final List<Contact> found = new ArrayList<>();

    private ContactFinder(
            TokenizedText text,
            MentionIndex mentions,
            Names names,
            @Nullable LocalDate day,
            @Nullable Person issuer,
            Quotations quotations) {
        this.text = text;
        this.mentions = mentions;
        this.names = names;
        this.day = day;
        this.issuer = issuer;
        this.quotations = quotations;
    }

    static List<Contact> find(
            TokenizedText text,
            MentionIndex mentions,
            Names names,
            @Nullable LocalDate day,
            @Nullable Person issuer,
            Quotations quotations) {
        ContactFinder finder = new ContactFinder(text, mentions, names, day, issuer, quotations);
        for (Sentence s : text.sentences) {
            for (int i = s.from(); i < s.to(); ) {
                i = finder.step(i, s);
            }
        }
        return finder.found;
    }

    private int step(int i, Sentence s) {
        Optional<PhraseTrie.Found<String>> not = NOT_CONTACTS.at(text.tokens, i);
        if (not.isPresent()) {
            return i + not.get().length();
        }
        Optional<PhraseTrie.Found<String>> noun = NOUNS.at(text.tokens, i);
        if (noun.isPresent() && mentions.at(i) == null && isNoun(i, noun.get())) {
            int to = i + noun.get().length();
            noun(i, to, noun.get().values().get(0), s);
            return to;
        }
        Optional<PhraseTrie.Found<String>> verb = VERBS.at(text.tokens, i);
        if (verb.isPresent() && mentions.at(i) == null) {
            int to = i + verb.get().length();
            switch (verb.get().values().get(0)) {
                case "CALLED" -> called(i, to, s);
                case "REACHED" -> reached(i, to, s);
                default -> spoke(i, to, s);
            }
            return to;
        }
        Optional<PhraseTrie.Found<String>> means = MEANS.at(text.tokens, i);
        if (means.isPresent()) {
            int to = i + means.get().length();
            means(i, to, Medium.valueOf(means.get().values().get(0)), s);
            return to;
        }
        return i + 1;
    }

    /** "It was their second call", "This is the second conversation": the call told of is meant. */
    private boolean identifies(int start, Sentence s) {
        for (int i = start - 1; i >= Math.max(s.from(), start - 2); i--) {
            if (COPULAS.contains(text.word(i))) {
                return POINTERS.contains(text.word(i - 1)) && i - 1 >= s.from();
            }
        }
        return false;
    }

    /** Whether the word names a day, month or part of the year, so that "last" before it belongs to the date. */
    private boolean named(int i) {
        return text.token(i).capital()
                || Set.of("week", "month", "year", "night").contains(text.word(i));
    }

    // Nouns: "a phone call", "the conversation"

    private boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        int to = i + noun.length();
        String next = text.word(to);
        boolean bare = noun.length() == 1;
        if (bare
                && Set.of(
                                "for", "upon", "off", "into", "itself", "himself", "herself", "out", "center", "centre",
                                "it", "him", "them", "on")
                        .contains(next)) {
            boolean dated = (next.equals("on") || next.equals("for"))
                    && to + 1 < text.size()
                    && (text.token(to + 1).capital() && mentions.at(to + 1) == null
                            || text.token(to + 1).digits());
            return dated && precededAsNoun(i);
        }
        return !bare || precededAsNoun(i);
    }

    private boolean precededAsNoun(int i) {
        String before = text.word(i - 1);
        if (i == 0
                || NOUN_BEFORE.contains(before)
                || text.token(i - 1).possessive()
                || text.token(i - 1).digits()) {
            return true;
        }
        Mention m = mentions.before(i);
        if (m == null) {
            return false;
        }
        return switch (m.kind) {
            case PERSON -> !text.word(i).endsWith("s") || text.token(i).hyphenated();
            case PRONOUN, PLURAL -> before.equals("his") || before.equals("her") || before.equals("their");
            case STATE -> !text.word(i).endsWith("s");
            default -> false;
        };
    }

    private void noun(int from, int to, String kind, Sentence s) {
        Medium medium = kind.equals("PLAIN") ? Medium.UNSPECIFIED : Medium.valueOf(kind);
        boolean several = text.word(to - 1).endsWith("s") && !text.word(to - 1).equals("talks");
        Contact c = new Contact(from, to, s.index(), medium, "contact-noun");
        List<Mention> modifiers = modifiers(from, s);
        int start = modifierStart(from, s);
        boolean definite = DEFINITE.contains(text.word(start)) || DEFINITE.contains(text.word(start - 1));
        c.another = anotherWithin(start - 1, from);
        c.definite = definite;
        for (int i = Math.max(0, start - 1); i < from; i++) {
            c.earlier |= EARLIER.contains(text.word(i)) && !named(i + 1);
        }
        Arguments args = arguments(to, s);
        if (identifies(start, s) && (c.another || definite) && !found.isEmpty()) {
            c.another = false;
            c.anaphoric = true;
            found.add(c);
            return;
        }
        boolean inPhrase = PHRASE_OPENERS.contains(text.word(start - 1))
                || PHRASE_OPENERS.contains(text.word(start - 2)) && definite;

        for (Mention m : modifiers) {
            resolve(m, s, c).forEach(c::add);
        }
        boolean owned = !c.parties.isEmpty();
        List<Party> objects = new ArrayList<>();
        args.mentions.forEach(m -> objects.addAll(resolve(m, s, c)));
        if (c.parties.isEmpty() && objects.isEmpty() && !args.none && !kind.equals("PLAIN")) {
            return;
        }
        if (several && objects.isEmpty() && c.parties.size() < 2) {
            return;
        }
        if (args.preposition.equals("between")
                || args.preposition.equals("among")
                || args.preposition.equals("of")
                || args.preposition.equals("by")) {
            if (several && args.preposition.equals("between") && objects.size() > 2 && c.parties.isEmpty()) {
                pair(c, objects.subList(0, 1), objects.subList(1, objects.size()), s, start, to, null);
                return;
            }
            objects.forEach(c::add);
            if (c.parties.size() == 1 && args.states.size() == 1) {
                return;
            }
            if (c.parties.size() >= 2) {
                joiners(c, args, start, s);
                together(c, s, start, to);
                accept(c, s, start);
                return;
            }
        }
        if (owned && c.parties.size() >= 2 && objects.isEmpty()) {
            together(c, s, start, to);
            accept(c, s, start);
            return;
        }
        List<Party> subjects = new ArrayList<>(c.parties);
        c.parties.clear();
        if (subjects.isEmpty()) {
            boolean needsTwo = objects.isEmpty();
            subjects.addAll(subject(start, s, c, objects, needsTwo && (inPhrase || definite)));
            if (subjects.isEmpty() || needsTwo && subjects.size() < 2 || sameSide(subjects, objects)) {
                subjects.addAll(subjectBehind(args.end, s, c, needsTwo));
            }
        }
        if (!objects.isEmpty()) {
            subjects = hub(subjects, objects, s, c);
        }
        if (definite && objects.isEmpty() && (subjects.size() < 2 || inPhrase)
                || objects.isEmpty() && subjects.size() < 2) {
            c.anaphoric = definite || s.from() >= start - 1 || c.another;
            if (c.anaphoric) {
                subjects.forEach(c::add);
                status(c, s, start);
                found.add(c);
            }
            return;
        }
        pair(c, subjects, objects, s, start, to, args);
    }

    /** Those who join a call of others: "X took part in a video call of the G7 leaders", "a call of G7 leaders with X". */
    private void joiners(Contact c, Arguments args, int start, Sentence s) {
        if (args.preposition.equals("between")) {
            return;
        }
        if (text.word(args.end).equals("with")) {
            List<Mention> more = new ArrayList<>();
            list(args.end + 1, s, more, new ArrayList<>());
            more.forEach(m -> resolve(m, s, c).forEach(c::add));
        }
        for (int i = Math.max(s.from(), start - 5); i < start; i++) {
            if (TAKING_PART.contains(text.word(i))) {
                subject(i, s, c, List.copyOf(c.parties), false).forEach(c::add);
                return;
            }
        }
    }

    /** Mentions that qualify the noun from the left: "Trump's", "his", "the Obama-Karzai", "the Zelensky". */
    private List<Mention> modifiers(int from, Sentence s) {
        List<Mention> out = new ArrayList<>();
        int i = from - 1;
        int skipped = 0;
        while (i >= s.from() && skipped < 8) {
            Mention m = mentions.at(i);
            if (m != null && m.kind != Mention.Kind.STATE) {
                boolean adjacent = skipped == 0 && m.kind == Mention.Kind.PERSON;
                if (!(m.possessive || adjacent || hyphenJoined(out, m))) {
                    break;
                }
                if (isObjectOfVerb(m, out)) {
                    break;
                }
                out.add(0, m);
                i = m.from - 1;
                boolean joined = m.from > s.from()
                        && (text.token(m.from).hyphenated() || text.word(i).equals("and"));
                if (joined && text.word(i).equals("and")) {
                    i--;
                }
                if (!joined) {
                    break;
                }
                continue;
            }
            if (m == null
                    && (PREPOSITIONS.contains(text.word(i))
                            || text.gap(i).indexOf(',') >= 0
                            || !(SKIPPABLE.contains(text.word(i))
                                    || text.token(i).digits()
                                    || isAdjective(i)))) {
                break;
            }
            skipped++;
            i--;
        }
        return out;
    }

    private boolean hyphenJoined(List<Mention> out, Mention m) {
        return !out.isEmpty()
                && (text.token(out.get(0).from).hyphenated()
                        || text.word(out.get(0).from - 1).equals("and"));
    }

    /** "told Putin phone calls…": a name right before the noun that a verb governs is no modifier; rare, and only without an article. */
    private boolean isObjectOfVerb(Mention m, List<Mention> out) {
        return !m.possessive
                && out.isEmpty()
                && m.from > 0
                && text.word(m.from - 1).endsWith("ed")
                && m.to - m.from == 1
                && !text.token(m.from).hyphenated();
    }

    private boolean isAdjective(int i) {
        return !text.token(i).capital()
                && mentions.at(i) == null
                && !PREPOSITIONS.contains(text.word(i))
                && (NOUN_BEFORE.contains(text.word(i))
                        || text.word(i).endsWith("ly")
                        || text.word(i).endsWith("ed")
                        || text.word(i).endsWith("ic")
                        || text.word(i).endsWith("al")
                        || text.token(i).hyphenated()
                        || text.word(i).endsWith("ous")
                        || text.word(i).endsWith("ing")
                        || text.word(i).endsWith("ive"));
    }

    private int modifierStart(int from, Sentence s) {
        int i = from;
        while (i - 1 >= s.from() && from - i < 12) {
            Mention m = mentions.before(i);
            if (m != null
                    && m.kind != Mention.Kind.STATE
                    && !m.possessive
                    && i != from
                    && !text.token(i).hyphenated()) {
                break;
            }
            if (m != null
                    && (m.possessive || i == from && m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.STATE)) {
                i = m.from;
                if (m.possessive) {
                    break;
                }
                continue;
            }
            if (text.gap(i - 1).indexOf(',') >= 0 || text.gap(i - 1).indexOf('“') >= 0) {
                break;
            }
            boolean article = Set.of("the", "a", "an", "that", "this", "another", "any", "no")
                    .contains(text.word(i - 1));
            if (!article
                    && !SKIPPABLE.contains(text.word(i - 1))
                    && !text.token(i - 1).digits()
                    && !isAdjective(i - 1)) {
                break;
            }
            if (PREPOSITIONS.contains(text.word(i - 1)) || text.word(i - 1).equals("held")) {
                break;
            }
            i--;
            if (article) {
                break;
            }
        }
        return i;
    }

    /** What follows a trigger: a preposition and the people behind it. */
    private record Arguments(String preposition, List<Mention> mentions, List<Mention> states, int end, boolean none) {}

    private Arguments arguments(int at, Sentence s) {
        int i = at;
        int skipped = 0;
        String preposition = "";
        while (i < s.to() && skipped < 18) {
            String word = text.word(i);
            boolean opens = Set.of("with", "to", "from", "between", "by", "among", "involving")
                            .contains(word)
                    || word.equals("including") && !preposition.isEmpty()
                    || word.equals("of") && i == at;
            if (opens && !MEANS.at(text.tokens, i).isPresent()) {
                List<Mention> list = new ArrayList<>();
                List<Mention> states = new ArrayList<>();
                int end = list(i + 1, s, list, states);
                if (!list.isEmpty() || !states.isEmpty()) {
                    String meant = word.equals("involving") ? "between" : word.equals("including") ? preposition : word;
                    return new Arguments(meant, list, states, end, false);
                }
                boolean several = includes(i + 1, s);
                if (!several && !word.equals("by") && !word.equals("of") && skipped == 0) {
                    return new Arguments(word, list, states, i + 1, false);
                }
                if (several) {
                    preposition = word;
                }
            }
            Optional<PhraseTrie.Found<String>> means = MEANS.at(text.tokens, i);
            if (means.isPresent()) {
                i += means.get().length();
                continue;
            }
            Mention m = mentions.at(i);
            boolean stops = m != null && m.kind != Mention.Kind.STATE
                    || preposition.isEmpty()
                            && !(SKIPPABLE.contains(word) || text.token(i).digits() || opens || word.endsWith("ly"))
                    || text.gapHas(i - 1, '.')
                            && i > at
                            && !text.token(i - 1).raw().endsWith(".")
                            && text.token(i - 1).raw().length() > 4
                    || text.gapHas(i - 1, ';');
            if (stops) {
                break;
            }
            i++;
            skipped++;
        }
        return new Arguments("", List.of(), List.of(), i, true);
    }

    /** "with other world leaders on Friday, including A and B": the list stands further on. */
    private boolean includes(int at, Sentence s) {
        boolean leaders = false;
        for (int i = at; i < Math.min(s.to(), at + 12); i++) {
            leaders |= text.word(i).equals("leaders") || text.word(i).equals("counterparts");
            if (text.word(i).equals("including")) {
                return leaders;
            }
        }
        return false;
    }

    /** Reads "A, B and C" from word {@code at}; a comma alone joins nobody. Returns where the list ends. */
    private int list(int at, Sentence s, List<Mention> people, List<Mention> states) {
        int i = at;
        int end = at;
        int lead = 0;
        int firm = 0;
        int firmEnd = at;
        boolean conjoined = true;
        while (i < s.to() && people.size() < 40) {
            Mention m = mentions.at(i);
            if (m != null && m.from >= i && listable(m)) {
                people.add(m);
                i = Math.max(m.to, m.reach);
                end = i;
                lead = 0;
                if (conjoined) {
                    firm = people.size();
                    firmEnd = end;
                }
                if (m.possessive) {
                    break;
                }
                int joint = i;
                while (CONJUNCTIONS.contains(text.word(joint)) && joint - i < 4) {
                    joint++;
                }
                boolean comma = i < s.to()
                        && (text.gap(i - 1).indexOf(',') >= 0 || text.gap(i - 1).indexOf(';') >= 0);
                if (joint == i && !comma) {
                    break;
                }
                conjoined = joint > i;
                i = joint;
            } else if (m != null && m.kind == Mention.Kind.STATE) {
                if (people.isEmpty()) {
                    states.add(m);
                } else if (lead > 0) {
                    break;
                }
                i = m.to;
                lead++;
            } else if (lead < 5 && fills(i, m, people.isEmpty())) {
                i++;
                lead++;
            } else {
                break;
            }
        }
        people.subList(firm, people.size()).clear();
        return firm == 0 ? end : firmEnd;
    }

    private static boolean listable(Mention m) {
        return switch (m.kind) {
            case PERSON, OFFICE, COUNTERPART, GROUP, PLURAL -> true;
            case PRONOUN -> !m.possessive;
            default -> false;
        };
    }

    /** Words that may stand before a name in a list: articles, adjectives, a possessive. */
    private boolean fills(int i, @Nullable Mention m, boolean first) {
        boolean filler = LIST_FILLERS.contains(text.word(i))
                || first && (isAdjective(i) || NOUN_BEFORE.contains(text.word(i)))
                || m != null && m.possessive;
        return filler && (text.gap(i).indexOf('.') < 0 || text.token(i).raw().endsWith("."));
    }

    // Verbs

    /** "called", "phoned", "rang": the object follows, and the subject is who called. */
    private void called(int from, int to, Sentence s) {
        int at = to;
        while (Set.of("up", "back", "on", "today", "yesterday", "again").contains(text.word(at))
                && !text.word(at).equals("on")
                && at - to < 2) {
            at++;
        }
        boolean certain = !text.word(from).startsWith("call")
                && !text.word(from).startsWith("rang")
                && !text.word(from).startsWith("ring");
        boolean passive = Set.of("was", "were", "been", "being", "is", "be").contains(text.word(from - 1));
        if (passive) {
            return;
        }
        if (!certain && NOUN_BEFORE.contains(text.word(from - 1)) && !mentionBefore(from)) {
            return;
        }
        Mention object = mentions.at(at);
        int skip = at;
        while (certain
                && object == null
                && skip < s.to()
                && skip - at < 4
                && (SKIPPABLE.contains(text.word(skip)) || text.word(skip).equals("the"))) {
            object = mentions.at(++skip);
        }
        if (object == null
                || object.kind == Mention.Kind.STATE
                || object.kind == Mention.Kind.FIRST_PERSON
                || object.possessive && object.kind != Mention.Kind.PRONOUN) {
            calledMe(from, to, s);
            return;
        }
        int end = Math.max(object.to, object.reach);
        if (!certain
                && !(end >= s.to()
                        || AFTER_OBJECT.contains(text.word(end))
                        || text.gap(end - 1).indexOf(',') >= 0
                        || text.token(end).capital() && mentions.at(end) == null
                        || text.gap(end - 1).indexOf('—') >= 0)) {
            return;
        }
        if (!certain && object.kind == Mention.Kind.PRONOUN && end < s.to() && !AFTER_OBJECT.contains(text.word(end))) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Mention> objectMentions = new ArrayList<>();
        list(object.from, s, objectMentions, new ArrayList<>());
        List<Party> objects = new ArrayList<>();
        objectMentions.forEach(m -> objects.addAll(resolve(m, s, c)));
        if (objects.isEmpty()) {
            return;
        }
        List<Party> subjects = subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-called");
        boolean reversed = false;
        pair(c, subjects, objects, s, from, end, null);
    }

    /** "The President of Taiwan CALLED ME": the other side is whoever speaks. */
    private void calledMe(int from, int to, Sentence s) {
        if (!text.word(to).equals("me")) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called-me");
        List<Party> subjects = subject(from, s, c, List.of(), false);
        Party speaker = speaker(from, s);
        if (subjects.isEmpty() || speaker == null) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), to + 1, "initiator-called");
        pair(c, subjects, List.of(speaker), s, from, to, null);
    }

    /** "reached out to", "placed a call to". */
    private void reached(int from, int to, Sentence s) {
        List<Mention> list = new ArrayList<>();
        int end = list(to, s, list, new ArrayList<>());
        Contact c = new Contact(from, to, s.index(), Medium.UNSPECIFIED, "contact-reached-out");
        List<Party> objects = new ArrayList<>();
        list.forEach(m -> objects.addAll(resolve(m, s, c)));
        List<Party> subjects = objects.isEmpty() ? List.of() : subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-reached-out");
        pair(c, subjects, objects, s, from, end, null);
    }

    /** "spoke with", "talked to", "the two leaders spoke by phone". */
    private void spoke(int from, int to, Sentence s) {
        Arguments args = arguments(to, s);
        Medium medium = meansNear(to, s, from);
        Contact c = new Contact(from, to, s.index(), medium == null ? Medium.UNSPECIFIED : medium, "contact-spoke");
        c.another = anotherWithin(to, to + 2);
        c.earlier = EARLIER.contains(text.word(from - 1));
        c.also = text.word(from - 1).equals("also") || text.word(to).equals("also");
        boolean with = args.preposition.equals("with") || args.preposition.equals("to");
        if (medium == null && inPerson(s)) {
            return;
        }
        List<Party> objects = new ArrayList<>();
        if (with) {
            args.mentions.forEach(m -> objects.addAll(resolve(m, s, c)));
            if (objects.isEmpty()) {
                return;
            }
        } else if (medium == null && !plainlyTogether(to, s)) {
            return;
        }
        List<Party> subjects = subject(from, s, c, objects, objects.isEmpty());
        if (subjects.isEmpty() && text.word(from).endsWith("ing")) {
            subjects = subjectBehind(args.end, s, c, false);
        }
        if (objects.isEmpty() && subjects.size() < 2) {
            return;
        }
        pair(c, subjects, objects, s, from, Math.max(to, args.end), args);
    }

    /** Whether "A and B spoke" stands by itself: "spoke on Friday", "last communicated in December". */
    private boolean plainlyTogether(int to, Sentence s) {
        return to >= s.to()
                || text.gap(to - 1).indexOf(',') >= 0
                || SKIPPABLE.contains(text.word(to))
                        && !Set.of("of", "about", "at").contains(text.word(to))
                || text.token(to).digits();
    }

    /** "agreed over the phone", "hashed out with Putin by phone". */
    private void means(int from, int to, Medium medium, Sentence s) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).sentence == s.index(); k--) {
            Contact near = found.get(k);
            if (from - near.to < 15) {
                near.medium = medium;
                return;
            }
        }
        Contact c = new Contact(from, to, s.index(), medium, "contact-by-means");
        List<Party> parties = new ArrayList<>();
        List<Mention> left = mentions.within(Math.max(s.from(), from - REACH), from);
        for (int k = left.size() - 1; k >= 0 && parties.size() < 2; k--) {
            for (Party p : resolve(left.get(k), s, c)) {
                if (parties.stream().noneMatch(q -> q.key().equals(p.key()))) {
                    parties.add(0, p);
                }
            }
        }
        if (parties.size() >= 2 && (!coordinated(parties) || reciprocal(s, from))) {
            parties.forEach(c::add);
            accept(c, s, from);
        }
    }

    /** "Merkel and Hollande pushed back over the phone": side by side, against a third. */
    private boolean coordinated(List<Party> parties) {
        return text.word(parties.get(0).to()).equals("and")
                && parties.get(1).from() - parties.get(0).to() <= 6;
    }

    private boolean reciprocal(Sentence s, int until) {
        for (int i = Math.max(s.from(), until - REACH); i < until; i++) {
            if (RECIPROCAL.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Medium meansNear(int to, Sentence s, int from) {
        for (int i = Math.max(s.from(), from - 4); i < Math.min(s.to(), to + 25); i++) {
            Optional<PhraseTrie.Found<String>> means = MEANS.at(text.tokens, i);
            if (means.isPresent()) {
                return Medium.valueOf(means.get().values().get(0));
            }
        }
        return null;
    }

    // Who

    /** Those on the left of the trigger who did it: the nearest who are no object of a preposition, joined ones with them. */
    private List<Party> subject(int before, Sentence s, Contact c, List<Party> objects, boolean two) {
        List<Mention> left = mentions.within(Math.max(s.from(), before - REACH), before);
        List<Party> out = new ArrayList<>();
        List<Party> chain = new ArrayList<>();
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            boolean owner = m.possessive && (two || intends(m, before));
            if (m.kind == Mention.Kind.STATE || m.possessive && !owner || m.to > before) {
                continue;
            }
            List<Party> parties = resolve(m, s, c).stream()
                    .filter(p -> objects.stream().noneMatch(o -> o.key().equals(p.key())))
                    .filter(p -> out.stream().noneMatch(o -> o.key().equals(p.key())))
                    .toList();
            if (parties.isEmpty()) {
                continue;
            }
            chain.addAll(0, parties);
            if (text.word(m.from - 1).equals("and")) {
                continue;
            }
            String word = text.word(m.from - 1).equals("the") ? text.word(m.from - 2) : text.word(m.from - 1);
            boolean governed = PREPOSITIONS.contains(word) && !owner;
            if (!governed || two) {
                out.addAll(0, chain);
            }
            chain.clear();
            if (!out.isEmpty() && !(two && out.size() < 2)) {
                break;
            }
        }
        out.addAll(0, chain);
        return out;
    }

    /** "Trump's decision to take the call": who decides is who does. */
    private boolean intends(Mention m, int before) {
        for (int i = m.to; i < Math.min(before, m.to + 5); i++) {
            if (text.word(i).equals("to")) {
                return m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.OFFICE;
            }
        }
        return false;
    }

    /** The subject of the main clause behind a phrase: "In a call with Trump on Monday, Netanyahu said". */
    private List<Party> subjectBehind(int at, Sentence s, Contact c, boolean two) {
        List<Party> out = new ArrayList<>();
        for (Mention m : mentions.within(at, Math.min(s.to(), at + REACH))) {
            if (m.kind == Mention.Kind.STATE || m.possessive || m.kind == Mention.Kind.FIRST_PERSON) {
                continue;
            }
            for (Party p : resolve(m, s, c)) {
                if (out.stream().noneMatch(o -> o.key().equals(p.key())) && !c.has(p)) {
                    out.add(p);
                }
            }
            if (out.size() >= (two ? 2 : 1)) {
                break;
            }
        }
        return out;
    }

    /**
     * Who spoke with them where the sentence names no subject: whoever spoke with the supposed subject just before ("his
     * call with Turnbull came after conversations with Abe and Merkel"), else the one whose readout it is, else the
     * leader whom the sentence before was about.
     */
    private List<Party> hub(List<Party> subjects, List<Party> objects, Sentence s, Contact c) {
        if (subjects.size() == 1 && objects.size() > 1) {
            for (int k = found.size() - 1; k >= 0 && found.get(k).sentence == s.index(); k--) {
                Contact before = found.get(k);
                if (before.parties.size() == 2
                        && before.parties.get(1).key().equals(subjects.get(0).key())) {
                    return List.of(before.parties.get(0));
                }
            }
        }
        if (!subjects.isEmpty()) {
            return subjects;
        }
        Party own = issuer == null ? null : new Party(issuer, issuer.name(), null, null, false, c.from, c.to);
        if (own != null && objects.stream().noneMatch(o -> o.key().equals(own.key()))) {
            return List.of(own);
        }
        return s.index() == 0 ? subjects : lastNamed(text.sentence(s.index() - 1), objects, s);
    }

    private List<Party> lastNamed(Sentence before, List<Party> objects, Sentence s) {
        if (before.paragraph() != s.paragraph()) {
            return List.of();
        }
        List<Mention> named = mentions.within(Math.max(before.from(), before.to() - REACH), before.to());
        for (int k = named.size() - 1; k >= 0; k--) {
            Mention m = named.get(k);
            if (m.kind == Mention.Kind.PERSON && mentions.isParty(m, day) && mentions.inOffice(m, day)) {
                Party p = Party.of(m);
                if (objects.stream().noneMatch(o -> o.key().equals(p.key()))) {
                    return List.of(p);
                }
            }
        }
        return List.of();
    }

    private static boolean sameSide(List<Party> subjects, List<Party> objects) {
        return objects.size() == 1
                && subjects.size() == 1
                && subjects.get(0).key().equals(objects.get(0).key());
    }

    /** The sides that a mention stands for here. */
    private List<Party> resolve(Mention m, Sentence s, Contact c) {
        switch (m.kind) {
            case PERSON, OFFICE, COUNTERPART -> {
                return mentions.isParty(m, day) ? List.of(Party.of(m)) : List.of();
            }
            case GROUP -> {
                return MentionResolver.members(m.name, names, day).stream()
                        .map(p -> Party.of(p, m))
                        .toList();
            }
            case FIRST_PERSON -> {
                Party speaker = speaker(m.from, s);
                return speaker == null ? List.of() : List.of(speaker);
            }
            case PLURAL -> {
                return plural(m, s, c);
            }
            case PRONOUN -> {
                Party p = pronoun(m, s, c);
                return p == null ? List.of() : List.of(p);
            }
            default -> {
                return List.of();
            }
        }
    }

    private List<Party> plural(Mention m, Sentence s, Contact c) {
        if (text.word(m.from).equals("we")) {
            return List.of();
        }
        List<Party> inSentence = new ArrayList<>();
        for (Mention other : mentions.within(Math.max(s.from(), m.from - REACH), Math.min(s.to(), m.to + REACH))) {
            boolean person = other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE;
            if (person && mentions.isParty(other, day) && mentions.inOffice(other, day)) {
                Party p = Party.of(other);
                if (inSentence.stream().noneMatch(q -> q.key().equals(p.key()))) {
                    inSentence.add(p);
                }
            }
        }

        if (inSentence.size() == 2) {
            return inSentence;
        }
        for (int k = found.size() - 1; k >= 0; k--) {
            Contact before = found.get(k);
            if (before.parties.size() >= 2) {
                return List.copyOf(before.parties);
            }
        }
        return List.of();
    }

    /** "he": the subject of the sentence so far or of the one before, not one who is on the call already. */
    private @Nullable Party pronoun(Mention m, Sentence s, Contact c) {
        Party ahead = m.from - s.from() <= 4 ? ahead(m, s, c) : null;
        if (ahead != null) {
            return ahead;
        }
        boolean object = text.word(m.from).equals("him") || text.word(m.from).equals("her") && !m.possessive;
        for (int k = object ? s.index() - 1 : s.index(); k >= Math.max(0, s.index() - (object ? 12 : 4)); k--) {
            Sentence at = text.sentence(k);
            int until = k == s.index() ? m.from : at.to();
            for (Mention other : mentions.within(Math.max(at.from(), until - REACH), until)) {
                boolean named = other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE;
                boolean isIssuer = object
                        && issuer != null
                        && other.person != null
                        && other.person.id().equals(issuer.id());
                boolean counts = named
                        && mentions.isParty(other, day)
                        && !other.possessive
                        && !isIssuer
                        && !PREPOSITIONS.contains(text.word(other.from - 1));

                if (counts) {
                    Party p = Party.of(other);
                    if (!c.has(p)) {
                        return p;
                    }
                }
            }
        }
        return null;
    }

    /** "Prior to his discussion with Putin, Scholz": the subject behind the opening phrase. */
    private @Nullable Party ahead(Mention m, Sentence s, Contact c) {
        if (!PHRASE_OPENERS.contains(text.word(s.from()))
                && !text.word(m.from - 1).equals("to")
                && !text.word(s.from()).equals("ahead")) {
            return null;
        }
        for (Mention other : mentions.within(m.to, Math.min(s.to(), m.to + REACH))) {
            boolean clause = text.gapHas(other.from - 1, ',');
            if (clause
                    && (other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE)
                    && mentions.isParty(other, day)
                    && !other.possessive) {
                return Party.of(other);
            }
        }
        return null;
    }

    /** Who says "I" there: the one quoted, else the one whose readout it is. */
    private @Nullable Party speaker(int at, Sentence s) {
        if (quotations.inside(text.token(at).start())) {
            Mention said = quotations.speakerOf(text.token(at).start());
            if (said != null && mentions.isParty(said, day)) {
                return Party.of(said);
            }
            return null;
        }
        if (issuer == null) {
            for (Mention m : mentions.within(Math.max(0, at - REACH), Math.min(text.size(), at + REACH))) {
                if (quotations.signs(m) && mentions.isParty(m, day)) {
                    return Party.of(m);
                }
            }
            return null;
        }
        return new Party(issuer, issuer.name(), null, null, false, at, at + 1);
    }

    // Putting together

    private void pair(
            Contact base,
            List<Party> subjects,
            List<Party> objects,
            Sentence s,
            int start,
            int end,
            @Nullable Arguments args) {
        if (subjects.isEmpty() && objects.size() < 2) {
            return;
        }
        String preposition = args == null ? "" : args.preposition;
        boolean joint =
                objects.size() < 2 || preposition.equals("between") || jointly(s, start, end) || subjects.isEmpty();
        if (joint) {
            subjects.forEach(base::add);
            objects.forEach(base::add);
            direction(base, subjects, objects, preposition, s, start, end);
            accept(base, s, start);
            return;
        }
        for (Party object : objects) {
            Contact c = new Contact(base.from, base.to, base.sentence, base.medium, base.rule);
            c.another = base.another;
            c.earlier = base.earlier;
            c.definite = base.definite;
            c.also = base.also;
            c.oneOfSeveral = true;
            if (base.caller != null) {
                c.called(base.caller, base.callerFrom, base.callerTo, base.callerRule);
            }
            subjects.forEach(c::add);
            c.add(object);
            direction(c, subjects, List.of(object), preposition, s, start, end);
            accept(c, s, start);
        }
    }

    /** Who called, from the preposition of a noun: "a call from Putin", "his call to Xi". Never from word order alone. */
    private void direction(
            Contact c, List<Party> subjects, List<Party> objects, String preposition, Sentence s, int start, int end) {
        if (c.caller != null || objects.isEmpty()) {
            return;
        }
        if (preposition.equals("from") && objects.size() == 1) {
            c.called(objects.get(0), start, end, "initiator-call-from");
        } else if (preposition.equals("to") && c.rule.equals("contact-noun") && !subjects.isEmpty()) {
            c.called(subjects.get(0), start, end, "initiator-call-to");
        }
    }

    private void together(Contact c, Sentence s, int start, int end) {
        List<Party> both = List.copyOf(c.parties);
        if (both.size() == 2) {
            direction(c, List.of(both.get(0)), List.of(both.get(1)), "", s, start, end);
        }
    }

    private boolean jointly(Sentence s, int start, int end) {
        for (int i = Math.max(s.from(), start - 6); i < Math.min(s.to(), end); i++) {
            if (TOGETHER.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    private void accept(Contact c, Sentence s, int start) {
        if (c.parties.size() < 2) {
            return;
        }
        Set<String> states = new java.util.HashSet<>();
        c.parties.forEach(p -> states.add(String.valueOf(p.state(day))));
        if (states.size() < 2 && !states.contains("null")) {
            return;
        }
        if (c.parties.stream().noneMatch(p -> p.person() != null)) {
            return;
        }
        if (status(c, s, start)) {
            found.add(c);
        }
    }

    /** Sets how the contact is put; false when it is only hypothetical. */
    private boolean status(Contact c, Sentence s, int start) {
        Optional<CallStatus> status = ModalityReader.read(text, mentions, s, start, c);
        status.ifPresent(v -> c.status = v);
        return status.isPresent();
    }

    private boolean inPerson(Sentence s) {
        for (int i = s.from(); i < Math.min(s.to(), s.from() + 2 * REACH); i++) {
            if (IN_PERSON.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean anotherWithin(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, text.size()); i++) {
            if (ANOTHER.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean mentionBefore(int i) {
        Mention m = mentions.before(i);
        return m != null && !m.possessive && m.kind != Mention.Kind.STATE;
    }
}
