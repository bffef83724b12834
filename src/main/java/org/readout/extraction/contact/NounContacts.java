package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.readout.claim.Medium;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.Ordinals;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;
import org.readout.names.PhraseTrie;

/**
 * Contacts told by a noun: "a phone call with Putin", "Trump's call to Xi", "a call between A and B", "the conversation".
 * The shapes that such a phrase can have stand in one list; the first that fits says who spoke, or that nobody is told of.
 */
final class NounContacts extends ContactRules {

    private static final WordList ANOTHER = WordList.of("another-call");
    private static final WordList PHRASE_OPENERS = WordList.of("phrase-openers");
    private static final WordList HANDLED = WordList.of("call-participles");
    private static final WordList TAKING = WordList.of("taking-verbs");
    private static final WordList ENDS = WordList.glosses("from", "to", "with");
    private static final Set<String> TOGETHER = Set.of("between", "among", "of", "by");
    private static final WordList TAKING_PART = WordList.of("taking-part");
    private static final WordList WITHIN = WordList.of("within-words");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList INCLUDING = WordList.of("including-verbs");
    private static final WordList THANKING = WordList.of("thanking-verbs");
    private static final WordList COUNTED = WordList.of("counted");
    private static final WordList UNCOUNTED = WordList.of("uncounted");
    private static final WordList EVERY = WordList.glosses("each", "every");
    private static final WordList EACH = WordList.of("separate-calls");
    private static final WordList DAYS = WordList.of("days");
    private static final WordList EARLIER = WordList.of("earlier-contact");
    private static final WordList POINTERS = WordList.glosses("it", "this", "that");
    private static final WordList CALLS = WordList.of("call-nouns");
    private static final WordList FOLLOWING = WordList.glosses("after", "follows", "followed", "following");
    private static final WordList JOINTS = WordList.glosses("and", "as", "well", "also");
    private static final WordList DEFINITE = WordList.glosses("the", "that", "this", "their", "his", "her", "its");

    /** How far from the head of a sentence "ahead of" can still govern a noun. */
    private static final int AHEAD_REACH = 6;

    /** Words before the noun's phrase where it opens a sentence: "In a call". */
    private static final int LONGEST_OPENER = 2;

    private final NounPhrases phrases;
    private final JointCalls joint;
    private final Talks talks;

    /** What a phrase can be, in the order in which it is tried; each answers whether the phrase is that. */
    private final List<Predicate<Noun>> shapes = List.of(
            this::identifies,
            this::justTold,
            this::withSomebodyElse,
            this::stillAhead,
            this::withWhom,
            this::cameAfter,
            this::thanked,
            this::habit,
            this::between,
            this::received,
            this::owned,
            this::pointsBack,
            this::happenedIn,
            this::withEach,
            this::theCall,
            this::withOthers);

    /** A phrase about to be read: its noun from {@code from} to {@code to}, its first word, and who stands around it. */
    private final class Noun {

        final Contact c;
        final int from;
        final int to;
        final int start;
        final boolean plain;
        final boolean several;
        final boolean definite;
        final boolean inPhrase;
        final Sentence s;
        final Arguments args;
        final boolean handled;
        final List<Party> objects = new ArrayList<>();
        List<Party> subjects = new ArrayList<>();

        Noun(int from, int to, String kind, Sentence s) {
            this.from = from;
            this.to = to;
            this.s = s;
            plain = kind.equals("PLAIN");
            several = text.ends(to - 1, "s") && !text.is(to - 1, "talks");
            c = new Contact(from, to, s.index(), plain ? Medium.UNSPECIFIED : Medium.valueOf(kind), "contact-noun");
            start = phrases.start(from, s);
            boolean dated = text.token(start).possessive() && text.in(DAYS, start);
            definite = dated || text.in(DEFINITE, start) || text.in(DEFINITE, start - 1);
            c.another(text.any(ANOTHER, start - 1, from));
            Mention owner = mentions.before(start + 1);
            c.definite(definite || owner != null && owner.possessive() && owner.from() == start);
            c.ordinal(definite ? Ordinals.within(text, start - 1, from) : 0);
            for (int i = Math.max(0, start - 1); i < from; i++) {
                c.earlier(c.earlier() || text.in(EARLIER, i) && !phrases.isPeriod(i + 1));
            }
            inPhrase = text.in(PHRASE_OPENERS, start - 1) || text.in(PHRASE_OPENERS, start - 2) && definite;
            NounPhrases.Held held = phrases.heldBy(to, s);
            Arguments near = text.in(HANDLED, to) && text.is(to + 1, "by") ? arguments.read(to + 1, s) : null;
            handled = near != null && text.in(ENDS, near.end());
            Arguments behind = near != null && handled ? near : held != null ? held.with() : arguments.read(to, s);
            boolean nobody = behind.mentions().isEmpty() && behind.states().isEmpty();
            NounPhrases.Held called = nobody && held == null ? phrases.predicate(to, s) : held;
            args = called == null ? behind : called.with();
            phrases.modifiers(from, s).forEach(m -> parties.resolve(m, s, c).forEach(c::add));
            args.mentions().forEach(m -> objects.addAll(parties.resolve(m, s, c)));
            Mention holder = called == null ? null : called.holder();
            if (holder != null) {
                parties.resolve(holder, s, c).forEach(c::add);
            }
        }
    }

    NounContacts(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            Talks talks,
            ArgumentReader arguments,
            JointCalls joint,
            ContactMaker maker,
            List<Contact> found) {
        super(text, mentions, parties, arguments, maker, found);
        this.phrases = new NounPhrases(text, mentions, arguments);
        this.joint = joint;
        this.talks = talks;
    }

    boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        return phrases.isNoun(i, noun);
    }

    void read(int from, int to, String kind, Sentence s) {
        Noun noun = new Noun(from, to, kind, s);
        for (Predicate<Noun> shape : shapes) {
            if (shape.test(noun)) {
                return;
            }
        }
    }

    /** "It was their second call": the call told of is meant. */
    private boolean identifies(Noun n) {
        if (!n.c.another() && !n.definite || found.isEmpty()) {
            return false;
        }
        Contact last = found.get(found.size() - 1);
        boolean here = last.sentence() == n.s.index() && last.parties().size() > 1;
        if (!phrases.identifies(n.start, n.s, here) && !(here && phrases.apposed(n.start, n.from))) {
            return false;
        }
        n.c.another(false);
        n.c.anaphoric(true);
        n.c.status(last.status());
        n.c.parties().clear();
        maker.add(n.c);
        return true;
    }

    /** "Macron and Scholz spoke with Putin in a three-way call": the verb right before has told of it. */
    private boolean justTold(Noun n) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean told = n.objects.isEmpty()
                && n.c.parties().isEmpty()
                && text.in(WITHIN, n.start - 1)
                && last != null
                && last.sentence() == n.s.index()
                && !last.rule().equals("contact-noun")
                && n.start - last.to() < 14
                && !text.any(SUBORDINATORS, last.to(), n.start)
                && !text.gapHas(n.start - 2, ';');
        if (told) {
            n.c.anaphoric(true);
            maker.add(n.c);
        }
        return told;
    }

    /** "Ahead of next week's dialogue, A spoke to B": what is still to come, of whoever it may be. */
    private boolean stillAhead(Noun n) {
        boolean ahead = n.plain
                && n.objects.isEmpty()
                && n.c.parties().isEmpty()
                && text.is(n.s.from(), "ahead")
                && n.start - n.s.from() <= AHEAD_REACH;
        if (ahead) {
            maker.drop(n.c, Trace.Verdict.NOT_REAL);
        }
        return ahead;
    }

    /** "Telephone conversation with A, B and C" for a headline, of somebody whom the text knows without saying. */
    private boolean withWhom(Noun n) {
        boolean alone = n.start == n.s.from()
                && n.args.preposition().equals("with")
                && n.objects.size() > 1
                && n.c.parties().isEmpty()
                && n.args.end() >= n.s.to()
                && parties.hub(List.of(), n.objects, n.s, n.c).isEmpty();
        if (alone) {
            maker.drop(n.c, Trace.Verdict.NO_SUBJECT);
        }
        return alone;
    }

    /** "It came after a tense call on March 3": one before that just told of, of the same people. */
    private boolean cameAfter(Noun n) {
        Contact last = null;
        for (int k = found.size() - 1;
                k >= 0 && last == null && n.s.index() - found.get(k).sentence() <= 2;
                k--) {
            last = found.get(k).parties().size() > 1 ? found.get(k) : null;
        }
        boolean bare = n.objects.isEmpty() && n.c.parties().isEmpty() && n.args.none() && !n.definite && !n.several;
        if (!bare || last == null) {
            return false;
        }
        boolean pointer = text.in(POINTERS, n.s.from()) || text.any(CALLS, n.s.from(), n.s.from() + 3);
        boolean follows = text.in(FOLLOWING, n.start - 1);
        boolean named = mentions.within(n.s.from(), n.start).stream().anyMatch(m -> m.kind() != Mention.Kind.STATE);
        if (!pointer || !follows || named) {
            return false;
        }
        last.parties().forEach(n.c::add);
        n.c.another(true);
        n.c.earlier(true);
        maker.accept(n.c, n.s, n.start);
        return true;
    }

    /** "a phone call with reporters": with nobody who counts. */
    private boolean withSomebodyElse(Noun n) {
        boolean nobody = n.c.parties().isEmpty() && n.objects.isEmpty() && !n.args.none() && !n.plain;
        if (nobody) {
            withNobodyNamed(n.c, n.start, n.s);
        }
        return nobody;
    }

    /** "Modi thanked Putin for his call": the one who is thanked has called. */
    private boolean thanked(Noun n) {
        Contact c = n.c;
        Sentence s = n.s;
        int start = n.start;
        if (!n.objects.isEmpty()
                || !text.is(start - 1, "for") && !text.is(start - 2, "for")
                || !text.any(THANKING, Math.max(s.from(), start - 12), start)) {
            return false;
        }
        List<Party> both = new ArrayList<>();
        for (Mention m : mentions.within(s.from(), start)) {
            if (m.kind() == Mention.Kind.PERSON && !m.possessive()) {
                parties.resolve(m, s, c).forEach(both::add);
            }
            if (both.size() > 2) {
                return false;
            }
        }
        if (both.size() != 2) {
            return false;
        }
        c.parties().clear();
        both.forEach(c::add);
        c.called(both.get(1), start, c.to(), "initiator-thanked-for-calling");
        maker.accept(c, s, start);
        return true;
    }

    /** "multiple calls with Sisi", "his conversations with leaders": which calls, nobody could say. */
    private boolean habit(Noun n) {
        boolean whose = n.objects.isEmpty() && n.c.parties().size() < 2 && !text.any(COUNTED, n.start - 1, n.from);
        boolean inEach = n.inPhrase && text.in(EVERY, n.start) && n.objects.isEmpty();
        boolean habit = inEach || n.several && (whose || uncounted(n) || inGeneral(n));
        if (habit) {
            maker.drop(n.c, Trace.Verdict.HABIT);
        }
        return habit;
    }

    /** Whether the calls are many, unless a day is named, or each. */
    private boolean uncounted(Noun n) {
        boolean many = n.plain || text.any(UNCOUNTED, n.start - 1, n.from);
        for (int i = n.from - 1; many && i < Math.min(n.s.to(), n.to + 16); i++) {
            many = !text.in(DAYS, i) && !text.in(EACH, i);
        }
        return many;
    }

    /** "the telephone conversations between Macron and Putin": all there ever were. */
    private boolean inGeneral(Noun n) {
        return n.args.preposition().equals("between")
                && n.args.mentions().size() == 2
                && (text.is(n.start, "the") || text.is(n.start - 1, "the"));
    }

    /** "a July phone call, in which Trump asked Zelensky": the two of whom the clause tells. */
    private boolean happenedIn(Noun n) {
        int[] clause =
                n.objects.isEmpty() && n.subjects.isEmpty() && !n.several ? phrases.inWhich(n.to, n.s) : new int[0];
        List<Party> both = clause.length == 0 ? List.of() : talks.named(clause[0], clause[1]);
        if (both.size() != 2) {
            return false;
        }
        both.forEach(n.c::add);
        maker.accept(n.c, n.s, n.start);
        return true;
    }

    /** "a call between A and B", "of the G7 leaders", "received by A from B". */
    private boolean between(Noun n) {
        if (!TOGETHER.contains(n.args.preposition())) {
            return false;
        }
        boolean between = n.args.preposition().equals("between");
        if (n.definite && text.in(INCLUDING, n.to) && joint.joinCall(n.s, n.objects)) {
            return true;
        }
        if (n.several && between && n.objects.size() > 2 && n.c.parties().isEmpty()) {
            maker.pair(n.c, n.objects.subList(0, 1), n.objects.subList(1, n.objects.size()), n.s, n.start, n.to, null);
            return true;
        }
        boolean lone = between && n.objects.size() == 1 && n.c.parties().isEmpty();
        if (lone && (text.is(n.args.end(), "and") || !n.definite)) {
            maker.drop(n.c, Trace.Verdict.NO_PARTNER);
            return true;
        }
        n.objects.forEach(n.c::add);
        if (n.handled && n.objects.size() == 1) {
            otherEnd(n.c, n.objects.get(0), n.args, n.s);
        }
        if (n.c.parties().size() == 1 && n.args.states().size() == 1) {
            return true;
        }
        if (n.c.parties().size() < 2) {
            return false;
        }
        if (n.definite && nothingTold()) {
            n.c.talkedAt(talks.talked(n.c, n.s));
        }
        if (!between) {
            joiners(n);
        }
        if (between && n.definite && nothingTold()) {
            if (n.objects.size() > 2 && joint.joinHost(n.s, n.objects)) {
                return true;
            }
            talks.takingPart(n.s).forEach(n.c::add);
        }
        both(n);
        if (between) {
            betweenOthers(n);
        }
        return true;
    }

    /** "calls between A and B as well as between C and D": each pair its own. */
    private void betweenOthers(Noun n) {
        int at = n.args.end();
        while (at < n.s.to()) {
            int word = at;
            while (word < n.s.to() && text.in(JOINTS, word)) {
                word++;
            }
            Arguments next = text.is(word, "between") ? arguments.read(word, n.s) : null;
            if (next == null || next.mentions().size() < 2) {
                return;
            }
            Contact c = new Contact(n.c.from(), n.c.to(), n.c.sentence(), n.c.medium(), n.c.rule());
            c.oneOfSeveral(true);
            next.mentions().forEach(m -> parties.resolve(m, n.s, c).forEach(c::add));
            maker.accept(c, n.s, n.start);
            at = next.end();
        }
    }

    /** "Putin took Scholz's call": who took it, with its owner, who called. */
    private boolean received(Noun n) {
        if (n.c.parties().size() != 1 || !n.objects.isEmpty() || !text.in(TAKING, n.start - 1)) {
            return false;
        }
        Party caller = n.c.parties().get(0);
        List<Party> taker = parties.subject(n.start - 1, n.s, n.c, n.c.parties(), false);
        if (taker.isEmpty()) {
            return false;
        }
        n.c.add(taker.get(taker.size() - 1));
        n.c.called(caller, n.start, n.to, "initiator-call-taken");
        return both(n);
    }

    /** "the Trump-Putin call", "the conversation that the two leaders had". */
    private boolean owned(Noun n) {
        return n.c.parties().size() >= 2 && n.objects.isEmpty() && both(n);
    }

    private boolean both(Noun n) {
        maker.together(n.c, n.s, n.start, n.to);
        maker.accept(n.c, n.s, n.start);
        return true;
    }

    /** "The conversation with Putin lasted an hour": of the calls just told of, the one with him. */
    private boolean pointsBack(Noun n) {
        boolean opens = n.definite && n.start - 1 <= n.s.from() && n.c.parties().isEmpty();
        boolean known = opens && n.objects.size() == 1 && parties.toldWith(n.objects.get(0));
        n.subjects = known ? new ArrayList<>() : subjects(n);
        boolean back = n.subjects.isEmpty()
                && n.definite
                && !n.several
                && n.objects.size() == 1
                && parties.toldWith(n.objects.get(0));
        if (back) {
            pointBack(n, n.objects);
        } else if (!n.objects.isEmpty()) {
            n.subjects = parties.hub(n.subjects, n.objects, n.s, n.c);
        }
        return back;
    }

    private void pointBack(Noun n, List<Party> of) {
        n.c.anaphoric(true);
        of.forEach(n.c::add);
        maker.status(n.c, n.s, n.start);
        maker.add(n.c);
    }

    /** Who had the call: its owner, the subject of the sentence, or of the clause behind an opening phrase. */
    private List<Party> subjects(Noun n) {
        List<Party> subjects = new ArrayList<>(n.c.parties());
        n.c.parties().clear();
        boolean opens = n.start - n.s.from() <= LONGEST_OPENER;
        if (subjects.isEmpty()) {
            boolean needsTwo = n.objects.isEmpty();
            subjects.addAll(parties.subject(n.start, n.s, n.c, n.objects, needsTwo && (n.inPhrase || n.definite)));
            boolean lacking = subjects.isEmpty() || needsTwo && subjects.size() < 2;
            if (lacking && (n.inPhrase || !needsTwo) || sameSide(subjects, n.objects)) {
                for (Party p : parties.subjectBehind(n.args.end(), n.s, n.c, needsTwo, opens)) {
                    if (subjects.stream().noneMatch(q -> q.key().equals(p.key()))) {
                        subjects.add(p);
                    }
                }
            }
        }
        if (opens && sameSide(subjects, n.objects)) {
            subjects.clear();
        }
        if (n.objects.isEmpty() && subjects.size() == 1) {
            n.objects.addAll(parties.urged(n.args.end(), n.s, n.c, subjects.get(0)));
        }
        return subjects;
    }

    /** "A, B and C held separate calls": the first with each of the others. */
    private boolean withEach(Noun n) {
        boolean each = n.several && n.objects.isEmpty() && n.subjects.size() > 2 && text.any(EACH, n.start - 1, n.from);
        if (each) {
            int all = n.subjects.size();
            maker.pair(n.c, n.subjects.subList(0, 1), n.subjects.subList(1, all), n.s, n.start, n.to, null);
        }
        return each;
    }

    /** "The call lasted an hour": one told of before, unless it is the first, of two who were said to have talked. */
    private boolean theCall(Noun n) {
        boolean within = text.in(WITHIN, n.start - 1) && n.subjects.size() >= 2 && nothingTold();
        boolean known = n.definite && (n.subjects.size() < 2 || n.inPhrase) && !within;
        if (!n.objects.isEmpty() || !known && n.subjects.size() >= 2) {
            return false;
        }
        if (!n.definite && n.s.from() < n.start - 1 && !n.c.another()) {
            n.subjects.forEach(n.c::add);
            maker.drop(n.c, n.subjects.isEmpty() ? Trace.Verdict.NO_SUBJECT : Trace.Verdict.NO_PARTNER);
        } else if (!n.plain && nothingTold() && introduced(n)) {
            maker.accept(n.c, n.s, n.start);
        } else {
            pointBack(n, n.subjects);
        }
        return true;
    }

    /** "Scholz had a call with Putin": the subject with those behind the preposition. */
    private boolean withOthers(Noun n) {
        n.c.single(!n.several && (text.in(ARTICLES, n.start) || n.start == n.s.from()));
        maker.pair(n.c, n.subjects, n.objects, n.s, n.start, n.to, n.args);
        if (!n.subjects.isEmpty() && n.objects.size() == 1) {
            gapped(n.c, n.subjects, n.args.end(), n.s, null);
        }
        return true;
    }

    /**
     * "A and B on Monday discussed the war. … During the phone call, A said": the first call told of is of the two whom the
     * sentence before puts together, or one further back that says they talked.
     */
    private boolean introduced(Noun n) {
        Sentence s = n.s;
        List<Party> before = talks.twoBefore(s);
        Talks.Talk talk = n.definite ? talks.talkBefore(s) : null;
        if (talk != null && !before.isEmpty() && talk.sentence() < s.index() - 1) {
            talk = null;
        }
        List<Party> both = talk == null ? before : talk.parties();
        if (both.isEmpty()
                || !n.subjects.stream()
                        .allMatch(p -> both.stream().anyMatch(b -> b.key().equals(p.key())))) {
            return false;
        }
        both.forEach(n.c::add);
        n.c.talkedAt(talk == null ? -1 : talk.verb());
        return true;
    }

    /** "a call received by the Emir from the King", "a call made by A to B": who is at the other end, and who called. */
    private void otherEnd(Contact c, Party near, Arguments args, Sentence s) {
        String preposition = text.word(args.end());
        if (!text.has(ENDS, preposition)) {
            return;
        }
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(args.end() + 1, s, list, new ArrayList<>());
        List<Party> far = new ArrayList<>();
        list.forEach(m -> far.addAll(parties.resolve(m, s, c)));
        far.forEach(c::add);
        if (text.same(preposition, "from") && far.size() == 1) {
            c.called(far.get(0), c.from(), end, "initiator-call-from");
        } else if (text.same(preposition, "to")) {
            c.called(near, c.from(), end, "initiator-call-to");
        }
    }

    private boolean nothingTold() {
        return found.stream().noneMatch(c -> c.parties().size() >= 2);
    }

    private static boolean sameSide(List<Party> subjects, List<Party> objects) {
        return objects.size() == 1
                && subjects.size() == 1
                && subjects.get(0).key().equals(objects.get(0).key());
    }

    /** Those who join a call of others: "X took part in a video call of the G7 leaders", "a call of G7 leaders with X". */
    private void joiners(Noun n) {
        Contact c = n.c;
        Arguments args = n.args;
        int start = n.start;
        Sentence s = n.s;
        if (text.is(args.end(), "with")) {
            List<Mention> more = new ArrayList<>();
            arguments.list(args.end() + 1, s, more, new ArrayList<>());
            more.forEach(m -> parties.resolve(m, s, c).forEach(c::add));
        }
        for (int i = Math.max(s.from(), start - 5); i < start; i++) {
            if (text.in(TAKING_PART, i)) {
                parties.subject(i, s, c, List.copyOf(c.parties()), false).forEach(c::add);
                return;
            }
        }
    }
}
