package org.readout.extraction.contact;

import java.util.List;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** Calls told of before that words point back at: "the call", "it was their second call". */
final class CallsPointedAt extends ContactRules {

    /** "The call took place on 18 July": one that was only planned before. */
    private static final WordList HAPPENING =
            WordList.glosses("took", "happened", "occurred", "lasted", "ended", "began");

    /** Words between a call's people and "in a joint call". */
    private static final int LONGEST_ADJUNCTS = 14;

    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList WITHIN = WordList.of("within-words");

    private final NounPhrases phrases;
    private final Talks talks;
    private final CallsOfSides sides;

    CallsPointedAt(ContactRules others, NounPhrases phrases, Talks talks) {
        super(others);
        this.phrases = phrases;
        this.talks = talks;
        this.sides = new CallsOfSides(this);
    }

    /** "It was their second call": the call told of is meant. */
    boolean identifies(CallNoun n) {
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
    boolean justTold(CallNoun n) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean told = n.objects.isEmpty()
                && n.c.parties().isEmpty()
                && text.in(WITHIN, n.start - 1)
                && last != null
                && last.sentence() == n.s.index()
                && !last.rule().equals("contact-noun")
                && n.start - lastWord(last, n.start) < LONGEST_ADJUNCTS
                && !text.any(SUBORDINATORS, last.to(), n.start)
                && !text.gapHas(n.start - 2, ';');
        if (told) {
            n.c.anaphoric(true);
            maker.add(n.c);
        }
        return told;
    }

    /** Where the words end that name a contact and its people, before a word. */
    private static int lastWord(Contact c, int before) {
        return c.parties().stream()
                .mapToInt(Party::to)
                .filter(to -> to <= before)
                .reduce(c.to(), Math::max);
    }

    /** "The call lasted an hour": one told of before, unless it is the first, of two who were said to have talked. */
    boolean theCall(CallNoun n) {
        boolean within = text.in(WITHIN, n.start - 1) && n.subjects.size() >= 2 && nothingTold();
        boolean known = n.definite && (n.subjects.size() < 2 || n.inPhrase) && !within;
        if (!n.objects.isEmpty() || !known && n.subjects.size() >= 2) {
            return false;
        }
        if (!n.definite && n.s.from() < n.start - 1 && !n.c.another()) {
            n.subjects.forEach(n.c::add);
            maker.drop(n.c, n.subjects.isEmpty() ? Trace.Verdict.NO_SUBJECT : Trace.Verdict.NO_PARTNER);
        } else if (nothingTold() && (!n.plain && introduced(n) || named(n, sides.of(n)))) {
            maker.accept(n.c, n.s, n.start);
        } else {
            pointBack(n, n.subjects);
        }
        return true;
    }

    /** Takes it for a call told of before. */
    void pointBack(CallNoun n, List<Party> of) {
        n.c.anaphoric(true);
        n.c.perfect(text.in(HAPPENING, n.to));
        of.forEach(n.c::add);
        maker.status(n.c, n.s, n.start);
        maker.add(n.c);
    }

    /**
     * "A and B on Monday discussed the war. … During the phone call, A said": the first call told of is of the two whom the
     * sentence before puts together, or one further back that says they talked; else those of whom the next one says so.
     */
    private boolean introduced(CallNoun n) {
        Sentence s = n.s;
        List<Party> before = talks.twoBefore(s);
        Talks.Talk talk = n.definite ? talks.talkBefore(s) : null;
        if (talk != null && !before.isEmpty() && talk.sentence() < s.index() - 1) {
            talk = null;
        }
        boolean surely = n.to - n.from > 1 || text.in(HAPPENING, n.to);
        List<Party> told = talk == null ? before : talk.parties();
        List<Party> both = told.isEmpty() && surely ? talks.addressedAfter(s) : told;
        boolean named = named(n, both);
        n.c.talkedAt(named && talk != null ? talk.verb() : n.c.talkedAt());
        return named;
    }

    /** Gives the call to two, unless somebody else is said to have been on it. */
    private static boolean named(CallNoun n, List<Party> both) {
        boolean theirs = !both.isEmpty() && n.subjects.stream().allMatch(p -> p.isIn(both));
        if (theirs) {
            both.forEach(n.c::add);
        }
        return theirs;
    }
}
