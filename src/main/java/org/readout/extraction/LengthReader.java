package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Finds the lengths of time in a text that are a call's: those that qualify it ("one-hour call") or are said of it ("lasted nearly an hour"). */
final class LengthReader {

    private static final Set<String> CALL_NOUNS = Lexicon.words("call-nouns");
    private static final Set<String> TALKS = Lexicon.words("talk-nouns");
    private static final PhraseTrie<String> CONTACT_NOUNS = Lexicon.phrases("contact-nouns");
    private static final Set<String> OTHER_EVENTS = Lexicon.words("other-events");
    private static final Set<String> LASTED = Lexicon.words("lasted");
    private static final Set<String> SPOKE = Lexicon.words("spoke");
    private static final Set<String> EXPECTED = Lexicon.words("expected-words");
    private static final Set<String> ENDED = Lexicon.words("ending-verbs");
    private static final Set<String> COPULAS = Lexicon.words("copulas");
    private static final Set<String> NOT_AFTER = Set.of(
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
    private static final Set<String> NOT_BEFORE = Set.of("within", "every", "since", "until", "next", "last", "past");
    private static final Set<String> NUMBER_STARTS = Lexicon.words("duration-starts");

    /** How far a length may stand from the words it measures, the titles of people between. */
    private static final int FAR = 14;

    private final TokenizedText text;
    private final DurationReader durations;

    LengthReader(TokenizedText text, DurationReader durations) {
        this.text = text;
        this.durations = durations;
    }

    /**
     * The lengths in a sentence that are a call's.
     *
     * @param told whether the sentence itself tells of a call
     * @param follows whether the sentence before does
     */
    List<DurationReader.Length> read(Sentence s, boolean told, boolean follows) {
        List<DurationReader.Length> out = new ArrayList<>();
        boolean aboutCall = told
                || nounWithin(s.from(), s.to(), CALL_NOUNS)
                || follows && (nounWithin(s.from(), Math.min(s.to(), s.from() + 4), LASTED) || talksLasted(s));
        for (int i = s.from(); i < s.to(); i++) {
            if (!begins(i)) {
                continue;
            }
            Optional<DurationReader.Length> found = durations.at(text.tokens, i);
            if (found.isPresent() && found.get().to() <= s.to()) {
                DurationReader.Length r = found.get();
                boolean its = !expected(r.from())
                        && (qualifiesCall(r.to(), s)
                                || r.value() != null
                                        && (isCalls(r, s, aboutCall)
                                                || (told || follows) && qualifies(r.to(), s, this::isTalks)));
                if (its) {
                    out.add(r);
                }
                i = r.to() - 1;
            }
        }
        return out;
    }

    private boolean begins(int i) {
        return text.token(i).digits() || NUMBER_STARTS.contains(text.word(i));
    }

    private boolean isCalls(DurationReader.Length r, Sentence s, boolean aboutCall) {
        String before = text.word(r.from() - 1);
        String after = text.word(r.to());
        if (NOT_AFTER.contains(after)
                || NOT_BEFORE.contains(before)
                || before.equals("in")
                        && !text.word(r.to()).equals("call")
                        && !text.word(r.from() - 2).equals("over")) {
            return false;
        }
        if (aboutCall && ClockSpans.at(text.tokens, r.from()).isPresent()) {
            return !nounWithin(Math.max(s.from(), r.from() - FAR / 2), r.from(), OTHER_EVENTS);
        }
        if (aboutCall && (opensSentence(r, s) || isLong(r, s) || before.equals("in") || measured(r.from()))) {
            return true;
        }
        if (qualifies(r.to(), s, i -> OTHER_EVENTS.contains(text.word(i)))) {
            return false;
        }
        if (before.equals("of") && nounWithin(r.from() - 4, r.from(), CALL_NOUNS)) {
            return true;
        }
        if (before.equals("of") && text.word(r.from() - 2).equals("course")) {
            return aboutCall;
        }
        if (before.equals("after") && aboutCall && nounWithin(Math.max(s.from(), r.from() - 6), r.from(), ENDED)) {
            return true;
        }
        int back = Math.max(s.from(), r.from() - 9);
        for (int i = r.from() - 1; i >= back; i--) {
            String word = text.word(i);
            if (LASTED.contains(word)) {
                return ofCall(i, s, aboutCall);
            }
            if (before.equals("for") && SPOKE.contains(word) && aboutCall) {
                return true;
            }
            if (before.equals("for") && aboutCall && CALL_NOUNS.contains(word)) {
                return true;
            }
        }
        if (aboutCall && before.equals("for")) {
            int far = Math.max(s.from(), back - FAR);
            boolean call = nounWithin(far, r.from(), CALL_NOUNS) && !nounWithin(far, r.from(), OTHER_EVENTS);
            return call || nounWithin(far, r.from(), SPOKE);
        }
        return aboutCall
                && (after.equals("on")
                                && text.word(r.to() + 1).equals("the")
                                && text.word(r.to() + 2).matches("phone|telephone|line")
                        || after.equals("into") && !nounWithin(s.from(), s.to(), OTHER_EVENTS)
                        || after.equals("by") && text.word(r.to() + 1).matches("phone|telephone|video"));
    }

    /** "For about 30 minutes from 18:20, Kishida held a telephone talk". */
    private boolean opensSentence(DurationReader.Length r, Sentence s) {
        return text.word(r.from() - 1).equals("for")
                && r.from() - s.from() < 12
                && (text.word(r.to()).equals("from") || text.gapHas(r.to() - 1, ','))
                && !nounWithin(s.from(), r.from(), OTHER_EVENTS);
    }

    /** "the call was about an hour long". */
    private boolean isLong(DurationReader.Length r, Sentence s) {
        return text.word(r.to() - 1).equals("long")
                && COPULAS.contains(text.word(r.from() - 1))
                && nounWithin(s.from(), r.from(), CALL_NOUNS);
    }

    /** "came in at two hours". */
    private boolean measured(int from) {
        return text.word(from - 1).equals("at") && text.word(from - 2).equals("in");
    }

    /** "what was expected to be an hour-long call": a plan, not a length. */
    private boolean expected(int from) {
        for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
            if (EXPECTED.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "lasted": its subject is the nearest event before it. */
    private boolean ofCall(int lasted, Sentence s, boolean aboutCall) {
        for (int i = lasted - 1; i >= Math.max(s.from(), lasted - 20); i--) {
            if (CALL_NOUNS.contains(text.word(i))) {
                return true;
            }
            if (OTHER_EVENTS.contains(text.word(i))) {
                return false;
            }
        }
        return aboutCall;
    }

    private boolean qualifiesCall(int to, Sentence s) {
        return qualifies(to, s, this::isCall);
    }

    private boolean isCall(int i) {
        return CALL_NOUNS.contains(text.word(i))
                || CONTACT_NOUNS.at(text.tokens, i).isPresent();
    }

    private boolean isTalks(int i) {
        return TALKS.contains(text.word(i));
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
                    || Set.of("the", "a", "with", "of", "to", "in", "on", "for", "and", "that", "after", "before")
                            .contains(text.word(i))
                    || text.gapHas(i, ',') && (i + 1 >= s.to() || !noun.test(i + 1))) {
                return false;
            }
        }
        return false;
    }

    private boolean nounWithin(int from, int to, Set<String> nouns) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (nouns.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }
}
