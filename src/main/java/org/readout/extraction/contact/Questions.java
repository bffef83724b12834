package org.readout.extraction.contact;

import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Tells contacts that are only asked about from those that the answer says took place. */
final class Questions {

    private static final WordList AUXILIARIES = WordList.of("auxiliaries");
    private static final WordList WONDERING = WordList.of("wondering-words");
    private static final PhraseList AFFIRMED = PhraseList.of("affirmations");
    /** Words of the name of who answers: "PRESIDENT BIDEN:". */
    private static final int LONGEST_LABEL = 4;

    private static final int VERB_REACH = 6;
    private static final int OPENING = 3;
    private static final int WONDER_REACH = 9;

    private Questions() {}

    /** Whether a question asks about the contact that no yes behind it answers. */
    static boolean leavesOpen(TokenizedText text, Sentence s, int start, Contact c) {
        return asked(text, s, c) && !affirmed(text, s) || ifSo(text, s, start);
    }

    /** "Has the President spoken with Xi?" */
    private static boolean asked(TokenizedText text, Sentence s, Contact c) {
        return !c.rule().equals("contact-noun")
                && text.gapHas(s.to() - 1, '?')
                && text.any(AUXILIARIES, Math.max(s.from(), c.from() - VERB_REACH), c.from())
                && text.any(AUXILIARIES, s.from(), Math.min(c.from(), s.from() + OPENING));
    }

    /** "Have you spoken to Xi? THE PRESIDENT: Yes, I have.": whether the next sentence says yes, behind the name of who answers. */
    private static boolean affirmed(TokenizedText text, Sentence s) {
        if (s.index() + 1 >= text.sentences().size()) {
            return false;
        }
        Sentence next = text.sentence(s.index() + 1);
        int at = next.from();
        for (int i = next.from(); i < Math.min(next.to(), next.from() + LONGEST_LABEL); i++) {
            at = text.gapHas(i, ':') ? i + 1 : at;
        }
        return text.at(AFFIRMED, at).isPresent();
    }

    /** "was asked on Friday if he had spoken to Putin": what somebody wants to know. */
    private static boolean ifSo(TokenizedText text, Sentence s, int start) {
        for (int i = start - 1; i >= Math.max(s.from(), start - WONDER_REACH) && !text.gapHas(i, ','); i--) {
            if (text.is(i, "if")) {
                return text.any(WONDERING, Math.max(s.from(), i - WONDER_REACH), i);
            }
        }
        return false;
    }
}
