package org.readout.extraction.contact;

import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/**
 * Tells leaders who spoke face to face from those who may have telephoned, by the clause that tells of it: "spoke with
 * Putin on the sidelines of the summit", "during a dinner he spoke with Xi". What the talk was about ("about his visit"),
 * or what comes after it ("to invite him to a meeting"), says nothing of where they were.
 */
final class InPerson {

    private static final PhraseList TOGETHER = PhraseList.of("in-person");
    private static final WordList EVENTS = WordList.of("in-person-events");
    private static final WordList OF_PRESS = WordList.glosses("press", "news", "media");
    private static final WordList VERBS = WordList.of("in-person-verbs");
    private static final WordList PLACING = WordList.of("placing-words");
    private static final WordList PLACES = WordList.of("place-relatives");
    private static final WordList ENDS = WordList.of("adjunct-ends");
    private static final int REACH = 14;

    private final TokenizedText text;
    private final MentionIndex mentions;

    InPerson(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** Whether the clause of a verb at {@code from}, its arguments up to {@code end}, puts the speakers in one place. */
    boolean tells(int from, int end, Sentence s) {
        return behind(from, end, s) || opening(from, s) || joined(from, s) || there(from, s);
    }

    private boolean behind(int from, int end, Sentence s) {
        boolean placed = false;
        for (int i = from + 1; i < Math.min(s.to(), end + REACH); i++) {
            Optional<PhraseTrie.Found<String>> together = text.at(TOGETHER, i);
            if (together.isPresent()) {
                return true;
            }
            if (i >= end && (text.in(ENDS, i) || breaks(i - 1))) {
                return false;
            }
            placed |= text.in(PLACING, i);
            if (placed && event(i)) {
                return true;
            }
        }
        return false;
    }

    /** "During a meeting on Monday, he spoke with Xi": the phrase that opens the sentence says where. */
    private boolean opening(int from, Sentence s) {
        if (!text.in(PLACING, s.from())) {
            return false;
        }
        for (int i = s.from() + 1; i < Math.min(from, s.from() + REACH); i++) {
            if (event(i)) {
                return true;
            }
            if (breaks(i)) {
                return false;
            }
        }
        return false;
    }

    /** "hosted Xi for dinner, where the two spoke": the clause says what happened at the place just named. */
    private boolean there(int from, Sentence s) {
        int opener = text.clauses().opener(from);
        if (opener < 0 || !text.in(PLACES, opener)) {
            return false;
        }
        for (int i = Math.max(s.from(), opener - 2 * REACH); i < opener; i++) {
            if (event(i) || text.in(VERBS, i)) {
                return true;
            }
        }
        return false;
    }

    /** "met and spoke with", "hosted Xi for dinner and spoke to him". */
    private boolean joined(int from, Sentence s) {
        for (int i = from - 1; i >= Math.max(s.from(), from - REACH / 2); i--) {
            if (breaks(i) || mentions.at(i) != null && i < from - 3) {
                return false;
            }
            if (text.in(VERBS, i)) {
                return text.is(i + 1, "and") || text.is(i + 1, "with");
            }
        }
        return false;
    }

    /** "a summit", not "a press conference", where somebody tells of it. */
    private boolean event(int i) {
        return text.in(EVENTS, i) && !text.in(OF_PRESS, i - 1);
    }

    private boolean breaks(int before) {
        String gap = text.gap(before);
        return gap.indexOf(',') >= 0 || gap.indexOf(';') >= 0 || gap.indexOf('—') >= 0;
    }
}
