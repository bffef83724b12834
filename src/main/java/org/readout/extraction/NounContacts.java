package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readout.claim.Medium;
import org.readout.extraction.ArgumentReader.Arguments;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Contacts told by a noun: "a phone call with Putin", "Trump's call to Xi", "a call between A and B", "the conversation". */
final class NounContacts {

    private static final Set<String> NOUN_BEFORE = Lexicon.words("noun-before");
    private static final Set<String> SKIPPABLE = Lexicon.words("adverbial-words");
    private static final Set<String> PREPOSITIONS = Lexicon.words("prepositions");
    private static final Set<String> ANOTHER = Lexicon.words("another-call");
    private static final Set<String> PHRASE_OPENERS = Lexicon.words("phrase-openers");
    private static final Set<String> COPULAS = Set.of("was", "is", "marked", "marks", "became");
    private static final Set<String> HANDLED = Lexicon.words("call-participles");
    private static final Set<String> ENDS = Set.of("from", "to", "with");
    private static final Set<String> POINTERS = Set.of("it", "this", "that", "which");
    private static final Set<String> TAKING_PART = Lexicon.words("taking-part");
    private static final Set<String> WITHIN = Lexicon.words("within-words");
    private static final Set<String> ARTICLES = Lexicon.words("articles");
    private static final Set<String> SUBORDINATORS = Lexicon.words("subordinators");
    private static final Set<String> THANKING = Lexicon.words("thanking-verbs");
    private static final Set<String> COUNTED = Lexicon.words("counted");
    private static final Set<String> UNCOUNTED = Lexicon.words("uncounted");
    private static final Set<String> EACH = Lexicon.words("separate-calls");
    private static final Set<String> DAYS = Lexicon.words("days");
    private static final Set<String> EARLIER = Lexicon.words("earlier-contact");
    private static final Set<String> DEFINITE = Set.of("the", "that", "this", "their", "his", "her", "its");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final PartyFinder parties;
    private final ArgumentReader arguments;
    private final ContactMaker maker;
    private final List<Contact> found;

    NounContacts(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            ArgumentReader arguments,
            ContactMaker maker,
            List<Contact> found) {
        this.text = text;
        this.mentions = mentions;
        this.parties = parties;
        this.arguments = arguments;
        this.maker = maker;
        this.found = found;
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

    boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        int to = i + noun.length();
        String next = to < text.size() && text.sentenceOf(to) == text.sentenceOf(i) ? text.word(to) : "";
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
                || text.token(i - 1).hyphenated() && mentions.before(i) == null
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

    void read(int from, int to, String kind, Sentence s) {
        Medium medium = kind.equals("PLAIN") ? Medium.UNSPECIFIED : Medium.valueOf(kind);
        boolean several = text.word(to - 1).endsWith("s") && !text.word(to - 1).equals("talks");
        Contact c = new Contact(from, to, s.index(), medium, "contact-noun");
        List<Mention> modifiers = modifiers(from, s);
        int start = modifierStart(from, s);
        boolean definite = DEFINITE.contains(text.word(start)) || DEFINITE.contains(text.word(start - 1));
        c.another = text.any(ANOTHER, start - 1, from);
        c.definite = definite;
        for (int i = Math.max(0, start - 1); i < from; i++) {
            c.earlier |= EARLIER.contains(text.word(i)) && !named(i + 1);
        }
        Arguments args = arguments.read(to, s);
        boolean handled = false;
        if (HANDLED.contains(text.word(to)) && text.word(to + 1).equals("by")) {
            Arguments near = arguments.read(to + 1, s);
            handled = ENDS.contains(text.word(near.end()));
            args = handled ? near : args;
        }
        if (args.mentions().isEmpty() && args.states().isEmpty()) {
            args = predicate(to, s, args);
        }
        if (identifies(start, s) && (c.another || definite) && !found.isEmpty()) {
            c.another = false;
            c.anaphoric = true;
            maker.add(c);
            return;
        }
        boolean inPhrase = PHRASE_OPENERS.contains(text.word(start - 1))
                || PHRASE_OPENERS.contains(text.word(start - 2)) && definite;

        for (Mention m : modifiers) {
            parties.resolve(m, s, c).forEach(c::add);
        }
        List<Party> objects = new ArrayList<>();
        args.mentions().forEach(m -> objects.addAll(parties.resolve(m, s, c)));
        if (objects.isEmpty() && c.parties.isEmpty() && WITHIN.contains(text.word(start - 1)) && justTold(start, s)) {
            c.anaphoric = true;
            maker.add(c);
            return;
        }
        boolean owned = !c.parties.isEmpty();
        if (c.parties.isEmpty() && objects.isEmpty() && !args.none() && !kind.equals("PLAIN")) {
            maker.drop(c, Trace.Verdict.NO_PARTNER);
            return;
        }
        if (objects.isEmpty() && thanked(c, start, s)) {
            maker.accept(c, s, start);
            return;
        }
        if (several && objects.isEmpty() && c.parties.size() < 2 && !text.any(COUNTED, start - 1, from)
                || several && (uncounted(start, from, to, kind, s) || inGeneral(start, args))) {
            maker.drop(c, Trace.Verdict.HABIT);
            return;
        }
        if (args.preposition().equals("between")
                || args.preposition().equals("among")
                || args.preposition().equals("of")
                || args.preposition().equals("by")) {
            if (several && args.preposition().equals("between") && objects.size() > 2 && c.parties.isEmpty()) {
                maker.pair(c, objects.subList(0, 1), objects.subList(1, objects.size()), s, start, to, null);
                return;
            }
            objects.forEach(c::add);
            if (handled && objects.size() == 1) {
                otherEnd(c, objects.get(0), args, s);
            }
            if (c.parties.size() == 1 && args.states().size() == 1) {
                return;
            }
            if (c.parties.size() >= 2) {
                if (definite && nothingTold()) {
                    c.talkedAt = parties.talked(c, s);
                }
                joiners(c, args, start, s);
                maker.together(c, s, start, to);
                maker.accept(c, s, start);
                return;
            }
        }
        if (owned && c.parties.size() >= 2 && objects.isEmpty()) {
            maker.together(c, s, start, to);
            maker.accept(c, s, start);
            return;
        }
        List<Party> subjects = new ArrayList<>(c.parties);
        c.parties.clear();
        if (subjects.isEmpty()) {
            boolean needsTwo = objects.isEmpty();
            subjects.addAll(parties.subject(start, s, c, objects, needsTwo && (inPhrase || definite)));
            boolean lacking = subjects.isEmpty() || needsTwo && subjects.size() < 2;
            if (lacking && (inPhrase || !needsTwo) || sameSide(subjects, objects)) {
                for (Party p : parties.subjectBehind(args.end(), s, c, needsTwo)) {
                    if (subjects.stream().noneMatch(q -> q.key().equals(p.key()))) {
                        subjects.add(p);
                    }
                }
            }
        }
        if (objects.isEmpty() && subjects.size() == 1) {
            objects.addAll(parties.urged(args.end(), s, c, subjects.get(0)));
        }
        if (subjects.isEmpty() && definite && !several && objects.size() == 1 && parties.toldWith(objects.get(0))) {
            c.anaphoric = true;
            objects.forEach(c::add);
            maker.status(c, s, start);
            maker.add(c);
            return;
        }
        if (!objects.isEmpty()) {
            subjects = parties.hub(subjects, objects, s, c);
        }
        if (several && objects.isEmpty() && subjects.size() > 2 && text.any(EACH, start - 1, from)) {
            maker.pair(c, subjects.subList(0, 1), subjects.subList(1, subjects.size()), s, start, to, null);
            return;
        }
        boolean within = WITHIN.contains(text.word(start - 1)) && subjects.size() >= 2 && nothingTold();
        if (definite && objects.isEmpty() && (subjects.size() < 2 || inPhrase) && !within
                || objects.isEmpty() && subjects.size() < 2) {
            c.anaphoric = definite || s.from() >= start - 1 || c.another;
            if (c.anaphoric && !kind.equals("PLAIN") && nothingTold() && introduced(c, subjects, definite, s)) {
                c.anaphoric = false;
                maker.accept(c, s, start);
                return;
            }
            if (c.anaphoric) {
                subjects.forEach(c::add);
                maker.status(c, s, start);
                maker.add(c);
            } else {
                maker.drop(c, subjects.isEmpty() ? Trace.Verdict.NO_SUBJECT : Trace.Verdict.NO_PARTNER);
            }
            return;
        }
        c.single = !several && (ARTICLES.contains(text.word(start)) || start == s.from());
        maker.pair(c, subjects, objects, s, start, to, args);
    }

    /**
     * "A and B on Monday discussed the war. … During the phone call, A said": the first call told of is of the two whom the
     * sentence before puts together, or one further back that says they talked.
     */
    private boolean introduced(Contact c, List<Party> subjects, boolean definite, Sentence s) {
        List<Party> before = parties.twoBefore(s);
        PartyFinder.Talk talk = definite ? parties.talkBefore(s) : null;
        if (talk != null && !before.isEmpty() && talk.sentence() < s.index() - 1) {
            talk = null;
        }
        List<Party> both = talk == null ? before : talk.parties();
        if (both.isEmpty()
                || !subjects.stream()
                        .allMatch(p -> both.stream().anyMatch(b -> b.key().equals(p.key())))) {
            return false;
        }
        both.forEach(c::add);
        c.talkedAt = talk == null ? -1 : talk.verb();
        return true;
    }

    /** "his first call was to Trudeau", "the last conversation had been with Putin": whom a verb of being puts behind the noun. */
    private Arguments predicate(int to, Sentence s, Arguments none) {
        for (int i = to; i < Math.min(s.to(), to + 10); i++) {
            Mention m = mentions.at(i);
            if (m != null && m.kind != Mention.Kind.OFFICE) {
                return none;
            }
            if (COPULAS.contains(text.word(i)) || text.word(i).equals("been")) {
                boolean with =
                        text.word(i + 1).equals("with") || text.word(i + 1).equals("to");
                return with ? arguments.read(i + 1, s) : none;
            }
        }
        return none;
    }

    /** "a call received by the Emir from the King", "a call made by A to B": who is at the other end, and who called. */
    private void otherEnd(Contact c, Party near, Arguments args, Sentence s) {
        String preposition = text.word(args.end());
        if (!ENDS.contains(preposition)) {
            return;
        }
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(args.end() + 1, s, list, new ArrayList<>());
        List<Party> far = new ArrayList<>();
        list.forEach(m -> far.addAll(parties.resolve(m, s, c)));
        far.forEach(c::add);
        if (preposition.equals("from") && far.size() == 1) {
            c.called(far.get(0), c.from, end, "initiator-call-from");
        } else if (preposition.equals("to")) {
            c.called(near, c.from, end, "initiator-call-to");
        }
    }

    /** "Modi thanked Putin for his call": the one who is thanked has called. */
    private boolean thanked(Contact c, int start, Sentence s) {
        if (!text.word(start - 1).equals("for") && !text.word(start - 2).equals("for")
                || !text.any(THANKING, Math.max(s.from(), start - 12), start)) {
            return false;
        }
        List<Party> both = new ArrayList<>();
        for (Mention m : mentions.within(s.from(), start)) {
            if (m.kind == Mention.Kind.PERSON && !m.possessive) {
                parties.resolve(m, s, c).forEach(both::add);
            }
            if (both.size() > 2) {
                return false;
            }
        }
        if (both.size() != 2) {
            return false;
        }
        c.parties.clear();
        both.forEach(c::add);
        c.called(both.get(1), start, c.to, "initiator-thanked-for-calling");
        return c.parties.size() == 2;
    }

    /** "Macron and Scholz spoke with Putin in a three-way call": the verb right before has told of it. */
    private boolean justTold(int start, Sentence s) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        return last != null
                && last.sentence == s.index()
                && !last.rule.equals("contact-noun")
                && start - last.to < 14
                && !text.any(SUBORDINATORS, last.to, start)
                && !text.gapHas(start - 2, ';');
    }

    private boolean nothingTold() {
        return found.stream().noneMatch(c -> c.parties.size() >= 2);
    }

    /** "multiple calls with Sisi", "his conversations with leaders": nobody could say which, unless a day is named. */
    private boolean uncounted(int start, int from, int to, String kind, Sentence s) {
        boolean many = kind.equals("PLAIN") || text.any(UNCOUNTED, start - 1, from);
        for (int i = from - 1; many && i < Math.min(s.to(), to + 16); i++) {
            many = !DAYS.contains(text.word(i)) && !EACH.contains(text.word(i));
        }
        return many;
    }

    /** "the telephone conversations between Macron and Putin": all there ever were. */
    private boolean inGeneral(int start, Arguments args) {
        return args.preposition().equals("between")
                && args.mentions().size() == 2
                && (text.word(start).equals("the") || text.word(start - 1).equals("the"));
    }

    private static boolean sameSide(List<Party> subjects, List<Party> objects) {
        return objects.size() == 1
                && subjects.size() == 1
                && subjects.get(0).key().equals(objects.get(0).key());
    }

    /** Those who join a call of others: "X took part in a video call of the G7 leaders", "a call of G7 leaders with X". */
    private void joiners(Contact c, Arguments args, int start, Sentence s) {
        if (args.preposition().equals("between")) {
            return;
        }
        if (text.word(args.end()).equals("with")) {
            List<Mention> more = new ArrayList<>();
            arguments.list(args.end() + 1, s, more, new ArrayList<>());
            more.forEach(m -> parties.resolve(m, s, c).forEach(c::add));
        }
        for (int i = Math.max(s.from(), start - 5); i < start; i++) {
            if (TAKING_PART.contains(text.word(i))) {
                parties.subject(i, s, c, List.copyOf(c.parties), false).forEach(c::add);
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
                if (!(m.possessive || adjacent || hyphenJoined(out))) {
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
                            || text.gapHas(i, ',')
                            || !(SKIPPABLE.contains(text.word(i))
                                    || text.token(i).digits()
                                    || arguments.isAdjective(i)))) {
                break;
            }
            skipped++;
            i--;
        }
        return out;
    }

    private boolean hyphenJoined(List<Mention> out) {
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
            if (text.gapHas(i - 1, ',') || text.gapHas(i - 1, '“')) {
                break;
            }
            boolean article = Set.of("the", "a", "an", "that", "this", "another", "any", "no")
                    .contains(text.word(i - 1));
            if (!article
                    && !SKIPPABLE.contains(text.word(i - 1))
                    && !text.token(i - 1).digits()
                    && !arguments.isAdjective(i - 1)) {
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
}
