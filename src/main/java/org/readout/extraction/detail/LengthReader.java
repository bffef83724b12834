package org.readout.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.readout.extraction.duration.ClockSpans;
import org.readout.extraction.duration.DurationReader;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Finds the lengths of time in a text that are a call's: those that qualify it ("one-hour call") or are said of it ("lasted nearly an hour"). */
public final class LengthReader {

    private static final WordList CALL_NOUNS = WordList.of("call-nouns");
    private static final WordList TALKS = WordList.of("talk-nouns");
    private static final PhraseList CONTACT_NOUNS = PhraseList.of("contact-nouns");
    /** "for exactly 47 minutes", "for a full two hours": what may stand between "for" and a length. */
    private static final WordList EMPHASES = WordList.of("length-emphases");

    private static final WordList OTHER_EVENTS = WordList.of("other-events");
    private static final WordList LASTED = WordList.of("lasted");
    private static final WordList SPOKE = WordList.of("spoke");
    private static final WordList EXPECTED = WordList.of("expected-words");
    private static final WordList ENDED = WordList.of("ending-verbs");
    private static final WordList CUT = WordList.of("cutting-verbs");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList AUXILIARIES = WordList.of("auxiliaries");
    private static final WordList NOT_AFTER = WordList.glosses(
            "ago",
            "later",
            "earlier",
            "before",
            "after",
            "prior",
            "following",
            "ahead",
            "behind",
            "away",
            "notice",
            "delay",
            "drive",
            "flight");
    private static final WordList NOT_BEFORE =
            WordList.glosses("within", "every", "since", "until", "next", "last", "past");
    private static final WordList NUMBER_STARTS = WordList.of("duration-starts");

    /** What sets off words that are put in between. */
    private static final char[] ASIDES = {',', '–', '—', '-'};

    /** How far a length may stand from the words it measures, the titles of people between. */
    private static final int FAR = 14;

    /** Words of a sentence that can be all of an answer. */
    private static final int SHORT = 14;

    private final TokenizedText text;
    private final DurationReader durations;

    public LengthReader(TokenizedText text, DurationReader durations) {
        this.text = text;
        this.durations = durations;
    }

    /**
     * The lengths in a sentence that are a call's.
     *
     * @param told whether the sentence itself tells of a call
     * @param follows whether the sentence before does
     */
    public List<DurationReader.Length> read(Sentence s, boolean told, boolean follows) {
        List<DurationReader.Length> out = new ArrayList<>();
        boolean aboutCall = told
                || nounWithin(s.from(), s.to(), CALL_NOUNS)
                || follows
                        && (nounWithin(s.from(), Math.min(s.to(), s.from() + 4), LASTED)
                                || talksLasted(s)
                                || onTheLine(s.from(), s.to())
                                || itLasted(s));
        boolean answers = s.index() > 0 && asksHowLong(text.sentence(s.index() - 1))
                || s.index() > 1 && s.to() - s.from() < SHORT && asksHowLong(text.sentence(s.index() - 2));
        for (int i = s.from(); i < s.to(); i++) {
            if (!begins(i) || text.is(i - 1, "how")) {
                continue;
            }
            Optional<DurationReader.Length> found = durations.at(text.tokens(), i);
            if (found.isPresent() && found.get().to() <= s.to()) {
                DurationReader.Length r = found.get();
                boolean its = !expected(r.from())
                        && !text.in(CUT, r.from() - 1)
                        && (qualifiesCall(r.to(), s)
                                || r.value() != null
                                        && (answers && !text.has(NOT_AFTER, text.word(r.to()))
                                                || isCalls(r, s, aboutCall)
                                                || (told || follows) && qualifies(r.to(), s, this::isTalks)));
                if (its) {
                    out.add(r);
                }
                i = r.to() - 1;
            }
        }
        return out;
    }

    /** "How long did they talk?": what the next sentence answers. */
    private boolean asksHowLong(Sentence s) {
        if (!text.gapHas(s.to() - 1, '?')) {
            return false;
        }
        for (int i = s.from(); i + 1 < s.to(); i++) {
            if (text.is(i, "how") && text.is(i + 1, "long")) {
                return nounWithin(i, s.to(), SPOKE)
                        || nounWithin(i, s.to(), CALL_NOUNS)
                        || nounWithin(i, s.to(), LASTED);
            }
        }
        return false;
    }

    /** "According to the Elysee, it lasted 40 minutes", "We talked for 40 minutes": the call told of before. */
    private boolean itLasted(Sentence s) {
        for (int i = s.from() + 1; i < s.to(); i++) {
            if (text.in(LASTED, i) && text.is(i - 1, "it") || text.in(SPOKE, i) && text.is(i - 1, "we")) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(int i) {
        return text.token(i).digits() || text.in(NUMBER_STARTS, i);
    }

    private boolean isCalls(DurationReader.Length r, Sentence s, boolean aboutCall) {
        int first = r.from();
        while (first > s.from() && text.in(EMPHASES, first - 1)) {
            first--;
        }
        String before = text.word(first - 1);
        String after = text.word(r.to());
        boolean spent = text.same(before, "for") || text.has(LASTED, before);
        if (text.has(NOT_AFTER, after) && !spent
                || text.has(NOT_BEFORE, before)
                || text.same(before, "in") && !text.is(r.to(), "call") && !text.is(r.from() - 2, "over")) {
            return false;
        }
        if (aboutCall && ClockSpans.at(text.language(), text.tokens(), r.from()).isPresent()) {
            return !nounWithin(Math.max(s.from(), r.from() - FAR / 2), r.from(), OTHER_EVENTS);
        }
        if (aboutCall
                && (opensSentence(r, s)
                        || setOff(r, s)
                        || isLong(r, s)
                        || text.same(before, "in")
                        || measured(r.from()))) {
            return true;
        }
        if (qualifies(r.to(), s, i -> text.in(OTHER_EVENTS, i))) {
            return false;
        }
        if (text.same(before, "of") && nounWithin(r.from() - 4, r.from(), CALL_NOUNS)) {
            return true;
        }
        if (text.same(before, "of") && text.is(r.from() - 2, "course")) {
            return aboutCall;
        }
        if (text.same(before, "after") && aboutCall && nounWithin(Math.max(s.from(), r.from() - 6), r.from(), ENDED)) {
            return true;
        }
        int back = Math.max(s.from(), r.from() - 9);
        for (int i = r.from() - 1; i >= back; i--) {
            String word = text.word(i);
            if (text.has(LASTED, word)) {
                return ofCall(i, s, aboutCall);
            }
            if (text.same(before, "for") && text.has(SPOKE, word) && aboutCall) {
                return true;
            }
            if (text.same(before, "for") && aboutCall && text.has(CALL_NOUNS, word)) {
                return true;
            }
        }
        if (aboutCall && text.same(before, "for")) {
            int far = Math.max(s.from(), back - FAR);
            boolean call = nounWithin(far, r.from(), CALL_NOUNS) && !nounWithin(far, r.from(), OTHER_EVENTS);
            return call || nounWithin(far, r.from(), SPOKE) || onTheLine(far, r.from());
        }
        return aboutCall
                && (onTheLine(r.to(), r.to() + 3)
                        || text.same(after, "into") && !nounWithin(s.from(), s.to(), OTHER_EVENTS)
                        || text.same(after, "by") && text.isOneOf(r.to() + 1, "phone", "telephone", "video"));
    }

    /** "At just under an hour, the call was their longest", "The call, at 52 minutes, was short". */
    private boolean setOff(DurationReader.Length r, Sentence s) {
        boolean opened = r.from() - 1 == s.from() || text.gapHas(r.from() - 2, ',');
        return text.is(r.from() - 1, "at")
                && opened
                && text.gapHas(r.to() - 1, ',')
                && nounWithin(s.from(), s.to(), CALL_NOUNS);
    }

    /** "For about 30 minutes from 18:20, Kishida held a telephone talk". */
    private boolean opensSentence(DurationReader.Length r, Sentence s) {
        return text.is(r.from() - 1, "for")
                && r.from() - s.from() < 12
                && (text.is(r.to(), "from") || text.gapHas(r.to() - 1, ','))
                && !nounWithin(s.from(), r.from(), OTHER_EVENTS);
    }

    /** "the call was about an hour long". */
    private boolean isLong(DurationReader.Length r, Sentence s) {
        return text.is(r.to() - 1, "long")
                && text.in(COPULAS, r.from() - 1)
                && nounWithin(s.from(), r.from(), CALL_NOUNS);
    }

    /** "came in at two hours". */
    private boolean measured(int from) {
        return text.is(from - 1, "at") && text.is(from - 2, "in");
    }

    /** "what was expected to be an hour-long call": a plan, not a length. */
    private boolean expected(int from) {
        for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
            if (text.in(EXPECTED, i)) {
                return true;
            }
        }
        return false;
    }

    /** "lasted": its subject is the nearest event before it. */
    private boolean ofCall(int lasted, Sentence s, boolean aboutCall) {
        for (int i = subjectBefore(lasted, s); i >= Math.max(s.from(), lasted - 20); i--) {
            if (text.in(CALL_NOUNS, i) || endsCall(i)) {
                return true;
            }
            if (text.in(OTHER_EVENTS, i)) {
                return false;
            }
        }
        return aboutCall;
    }

    /** "The call, their fifth since the war began, had lasted": the last word of the subject, before what is put in between. */
    private int subjectBefore(int verb, Sentence s) {
        int last = verb - 1;
        while (last > s.from() && text.in(AUXILIARIES, last)) {
            last--;
        }
        for (char mark : ASIDES) {
            for (int i = last - 1; text.gapHas(last, mark) && i >= s.from(); i--) {
                if (text.gapHas(i, mark)) {
                    return i;
                }
            }
        }
        return last;
    }

    /** "virtual meeting": whether a word ends the name of a call. */
    private boolean endsCall(int i) {
        return i > 0
                && text.at(CONTACT_NOUNS, i - 1).filter(f -> f.length() == 2).isPresent();
    }

    private boolean qualifiesCall(int to, Sentence s) {
        return qualifies(to, s, this::isCall);
    }

    private boolean isCall(int i) {
        return text.in(CALL_NOUNS, i) || text.at(CONTACT_NOUNS, i).isPresent();
    }

    private boolean isTalks(int i) {
        return text.in(TALKS, i);
    }

    /** "Negotiations with the Russian president lasted an hour": of the call just told of. */
    private boolean talksLasted(Sentence s) {
        for (int i = s.from(); i < s.to(); i++) {
            if (isTalks(i)) {
                return nounWithin(i + 1, Math.min(s.to(), i + 9), LASTED);
            }
        }
        return false;
    }

    /** Whether the length of time stands before one of the nouns, adjectives between. */
    private boolean qualifies(int to, Sentence s, IntPredicate noun) {
        for (int i = to; i < Math.min(s.to(), to + 4); i++) {
            if (noun.test(i)) {
                return true;
            }
            if (i > to && text.gapHas(i - 1, '.')
                    || text.isOneOf(
                            i,
                            "the",
                            "a",
                            "with",
                            "of",
                            "to",
                            "in",
                            "on",
                            "for",
                            "and",
                            "that",
                            "after",
                            "before",
                            "following",
                            "during")
                    || text.gapHas(i, ',') && (i + 1 >= s.to() || !noun.test(i + 1))) {
                return false;
            }
        }
        return false;
    }

    /** "They stayed on the line for an hour". */
    private boolean onTheLine(int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (text.is(i, "on") && text.is(i + 1, "the") && text.isOneOf(i + 2, "phone", "telephone", "line")) {
                return true;
            }
        }
        return false;
    }

    private boolean nounWithin(int from, int to, WordList nouns) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (text.in(nouns, i)) {
                return true;
            }
        }
        return false;
    }
}
