package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;
import org.readout.names.PhraseTrie;

/**
 * Contacts told by a noun: "a phone call with Putin", "Trump's call to Xi", "a call between A and B", "the conversation".
 * The shapes that such a phrase can have stand in one list; the first that fits says who spoke, or that nobody is told of.
 */
final class NounContacts extends ContactRules {

    private static final WordList JOINING = WordList.of("joining-verbs");
    private static final WordList WITHIN = WordList.glosses("on", "in");
    private static final WordList PRESENT = WordList.glosses("also", "part", "present", "both", "all");
    private static final WordList BEING_THERE =
            WordList.glosses("was", "were", "took", "takes", "take", "participated", "participates");
    private static final WordList GIVING = WordList.of("giving-verbs");
    private static final WordList RETURNING = WordList.glosses("returned", "returns", "returning");
    private static final WordList TAKING = WordList.of("taking-verbs");
    private static final WordList THANKING = WordList.of("thanking-verbs");
    private static final WordList COUNTED = WordList.of("counted");
    private static final WordList UNCOUNTED = WordList.of("uncounted");
    /** "his recent calls with A and B": one with each, at the least. */
    private static final WordList LATELY = WordList.glosses("recent");

    private static final WordList EVERY = WordList.glosses("each", "every");
    private static final WordList EACH = WordList.of("separate-calls");
    private static final WordList DAYS = WordList.of("days");
    private static final WordList POINTERS = WordList.glosses("it", "this", "that");
    private static final WordList CALLS = WordList.of("call-nouns");
    private static final WordList FOLLOWING = WordList.glosses("after", "follows", "followed", "following");

    /** How far from the head of a sentence "ahead of" can still govern a noun. */
    private static final int AHEAD_REACH = 6;

    private final NounPhrases phrases;
    private final CallsPointedAt pointed;
    private final Talks talks;
    private final JointCalls joint;
    private final InPerson inPerson;
    private final NounSubjects subjects;

    /** What a phrase can be, in the order in which it is tried; each answers whether the phrase is that. */
    private final List<Predicate<CallNoun>> shapes;

    NounContacts(JointCalls joint, Talks talks) {
        super(joint);
        this.phrases = new NounPhrases(text, mentions, arguments);
        CallsTogether together = new CallsTogether(this, joint, talks);
        this.pointed = new CallsPointedAt(this, phrases, talks);
        this.shapes = List.of(
                pointed::identifies,
                pointed::justTold,
                this::faceToFace,
                this::joined,
                this::given,
                this::withSomebodyElse,
                this::stillAhead,
                this::withWhom,
                this::cameAfter,
                this::thanked,
                this::habit,
                together::read,
                this::received,
                this::owned,
                this::pointsBack,
                this::happenedIn,
                this::withEach,
                pointed::theCall,
                this::withOthers);
        this.talks = talks;
        this.joint = joint;
        this.inPerson = new InPerson(text, mentions);
        this.subjects = new NounSubjects(this);
    }

    boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        return phrases.isNoun(i, noun);
    }

    void read(int from, int to, String kind, Sentence s) {
        CallNoun noun = new CallNoun(phrases, parties, from, to, kind, s);
        for (Predicate<CallNoun> shape : shapes) {
            if (shape.test(noun)) {
                return;
            }
        }
    }

    /** "had a brief conversation with Putin on the sidelines of the summit": where they were, not on the telephone. */
    private boolean faceToFace(CallNoun n) {
        boolean met = n.plain && !n.c.definite() && inPerson.tells(n.from, Math.max(n.to, n.args.end()), n.s);
        if (met) {
            maker.drop(n.c, Trace.Verdict.IN_PERSON);
        }
        return met;
    }

    /** "Ahead of next week's dialogue, A spoke to B": what is still to come, of whoever it may be. */
    private boolean stillAhead(CallNoun n) {
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
    private boolean withWhom(CallNoun n) {
        boolean alone = parties.issuer(n.start) == null
                && n.start == n.s.from()
                && n.args.preposition().equals("with")
                && n.objects.size() > 1
                && n.c.parties().isEmpty()
                && n.args.end() >= n.s.to()
                && parties.before().hub(List.of(), n.objects, n.s, n.c).isEmpty();
        if (alone) {
            maker.drop(n.c, Trace.Verdict.NO_SUBJECT);
        }
        return alone;
    }

    /** "It came after a tense call on March 3": one before that just told of, of the same people. */
    private boolean cameAfter(CallNoun n) {
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

    /** "Zelensky, along with Macron, joined the call": puts them on the one told of just before. */
    private boolean joined(CallNoun n) {
        int verb = n.definite && n.args.none() && n.c.parties().isEmpty() ? joining(n) : -1;
        List<Party> others = verb < 0 ? List.of() : parties.subject(verb, n.s, n.c, List.of(), false);
        return !others.isEmpty() && joint.join(n.s, others);
    }

    /** The verb of "joined the call", "were also on the call", "also took part in the call"; -1 for another one. */
    private int joining(CallNoun n) {
        if (text.in(JOINING, n.start - 1)) {
            return n.start - 1;
        }
        if (!text.in(WITHIN, n.start - 1)) {
            return -1;
        }
        int verb = n.start - 2;
        while (text.in(PRESENT, verb)) {
            verb--;
        }
        boolean there = verb < n.start - 2 || text.is(n.start - 1, "on");
        return there && text.in(BEING_THERE, verb) ? verb : -1;
    }

    /** "gave Modi a call": the one between the verb and the noun was called. */
    private boolean given(CallNoun n) {
        Mention called = mentions.before(n.start);
        if (called == null || called.possessive() || called.kind() == Mention.Kind.STATE || !n.objects.isEmpty()) {
            return false;
        }
        int verb = mentions.wordBefore(mentions.head(called));
        List<Party> objects = text.in(GIVING, verb) ? parties.resolve(called, n.s, n.c) : List.of();
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(verb, n.s, n.c, objects, false);
        if (subjects.isEmpty()) {
            return false;
        }
        n.c.called(subjects.get(0), subjects.get(0).from(), n.to, "initiator-called");
        maker.pair(n.c, subjects, objects, n.s, n.start, n.to, null);
        return true;
    }

    /** "a phone call with reporters": with nobody who counts. */
    private boolean withSomebodyElse(CallNoun n) {
        boolean nobody = n.c.parties().isEmpty() && n.objects.isEmpty() && !n.args.none() && !n.plain;
        if (nobody) {
            withNobodyNamed(n.c, n.start, n.s);
        }
        return nobody;
    }

    /** "Modi thanked Putin for his call", "… Macron and Scholz for their calls": those who are thanked have called. */
    private boolean thanked(CallNoun n) {
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
        }
        if (both.size() > 2 && n.several) {
            c.parties().clear();
            Arguments from = new Arguments("from", List.of(), List.of(), n.to, false);
            maker.pair(c, both.subList(0, 1), both.subList(1, both.size()), s, start, n.to, from);
            return true;
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
    private boolean habit(CallNoun n) {
        boolean whose = n.objects.isEmpty()
                && n.c.parties().size() < 2
                && !text.any(COUNTED, n.start - 1, n.from)
                && !text.any(EACH, n.start - 1, n.from);
        boolean inEach = n.inPhrase && text.in(EVERY, n.start) && n.objects.isEmpty();
        boolean standing = text.is(n.to - 1, "contact") && text.any(UNCOUNTED, n.start - 1, n.from);
        boolean habit = inEach || standing || n.several && (whose || uncounted(n) || inGeneral(n));
        if (habit) {
            maker.drop(n.c, Trace.Verdict.HABIT);
        }
        return habit;
    }

    /** Whether the calls are many ("Biden's calls with Xi"), unless a day is named, or each. */
    private boolean uncounted(CallNoun n) {
        boolean listed =
                n.objects.size() > (n.plain ? 2 : 1) && n.args.preposition().equals("with");
        boolean ofOne = n.c.parties().size() == 1 && n.objects.size() == 1;
        boolean lately = listed && text.any(LATELY, n.start - 1, n.from);
        boolean many = ofOne || n.plain && !listed || text.any(UNCOUNTED, n.start - 1, n.from) && !lately;
        for (int i = n.from - 1; many && i < Math.min(n.s.to(), n.to + 16); i++) {
            many = !text.in(DAYS, i) && !text.in(EACH, i);
        }
        return many;
    }

    /** "the telephone conversations between Macron and Putin": all there ever were. */
    private boolean inGeneral(CallNoun n) {
        return n.args.preposition().equals("between")
                && n.args.mentions().size() == 2
                && (text.is(n.start, "the") || text.is(n.start - 1, "the"));
    }

    /** "a July phone call, in which Trump asked Zelensky": the two of whom the clause tells, and who else had it. */
    private boolean happenedIn(CallNoun n) {
        int[] clause = n.objects.isEmpty() && !n.several ? phrases.inWhich(n.to, n.s) : new int[0];
        List<Party> both = clause.length == 0 ? List.of() : talks.named(clause[0], clause[1]);
        if (both.size() != 2) {
            return false;
        }
        n.subjects.forEach(n.c::add);
        both.forEach(n.c::add);
        maker.accept(n.c, n.s, n.start);
        return true;
    }

    /** "Putin took Scholz's call": who took it, with its owner, who called; "returned his call": who calls back. */
    private boolean received(CallNoun n) {
        if (n.c.parties().size() != 1 || !n.objects.isEmpty() || !text.in(TAKING, n.start - 1)) {
            return false;
        }
        Party caller = n.c.parties().get(0);
        List<Party> taker = parties.subject(n.start - 1, n.s, n.c, n.c.parties(), false);
        if (taker.isEmpty()) {
            return false;
        }
        Party other = taker.get(taker.size() - 1);
        n.c.add(other);
        n.c.called(text.in(RETURNING, n.start - 1) ? other : caller, n.start, n.to, "initiator-call-taken");
        return both(n);
    }

    /** "the Trump-Putin call", "the conversation that the two leaders had". */
    private boolean owned(CallNoun n) {
        return n.c.parties().size() >= 2 && n.objects.isEmpty() && both(n);
    }

    private boolean both(CallNoun n) {
        maker.together(n.c, n.s, n.start, n.to);
        maker.accept(n.c, n.s, n.start);
        return true;
    }

    /** "The conversation with Putin lasted an hour": of the calls just told of, the one with him. */
    private boolean pointsBack(CallNoun n) {
        boolean opens = n.definite && n.start - 1 <= n.s.from() && n.c.parties().isEmpty();
        List<Party> told = n.objects.isEmpty() ? List.of() : parties.before().onCallWith(n.objects);
        n.subjects = opens && !told.isEmpty() ? new ArrayList<>() : subjects.of(n);
        boolean back = n.subjects.isEmpty() && n.definite && !n.several && !told.isEmpty();
        if (back) {
            pointed.pointBack(n, told);
        } else if (!n.objects.isEmpty()) {
            n.subjects = parties.before().hub(n.subjects, n.objects, n.s, n.c);
        }
        return back;
    }

    /**
     * "A, B and C held separate calls": the first with each of the others; two of them held theirs with somebody else. "A
     * and B had phone calls with C": each with the one.
     */
    private boolean withEach(CallNoun n) {
        int all = n.subjects.size();
        if (n.several && n.objects.size() == 1 && all > 1) {
            maker.pair(n.c, n.objects, n.subjects, n.s, n.start, n.args.end(), null);
            return true;
        }
        boolean each = n.several && n.objects.isEmpty() && all > 1 && text.any(EACH, n.start - 1, n.from);
        if (each && all > 2) {
            maker.pair(n.c, n.subjects.subList(0, 1), n.subjects.subList(1, all), n.s, n.start, n.to, null);
        } else if (each) {
            maker.drop(n.c, Trace.Verdict.NO_PARTNER);
        }
        return each;
    }

    private static boolean nobodyElse(CallNoun n) {
        return n.subjects.stream().allMatch(p -> p.isIn(n.objects));
    }

    /**
     * "Scholz had a call with Putin": the subject with those behind the preposition; "it came after a call with Putin": whose
     * office issued the text.
     */
    private boolean withOthers(CallNoun n) {
        Party home = parties.issuer(n.start);
        if (home != null && n.args.preposition().equals("with") && !home.isIn(n.objects) && nobodyElse(n)) {
            n.subjects = List.of(home);
        }
        if ((n.several || n.ofUnknown)
                && n.subjects.isEmpty()
                && !n.args.preposition().equals("between")) {
            n.objects.forEach(n.c::add);
            maker.drop(n.c, Trace.Verdict.NO_SUBJECT);
            return true;
        }
        n.c.single(!n.several && !text.in(CallNoun.TALKS, n.to - 1));
        maker.pair(n.c, n.subjects, n.objects, n.s, n.start, n.to, n.args);
        if (!n.subjects.isEmpty() && n.objects.size() == 1) {
            gapped(n.c, n.subjects, n.args.end(), n.s, null);
            andWith(n.c, n.subjects, n.args.end(), n.s);
        }
        return true;
    }
}
