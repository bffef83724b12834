package org.readout.extraction.trace;

import java.util.ArrayList;
import java.util.List;
import org.readout.claim.Span;

/** What the reader considered as a contact between leaders, and why it was taken or dropped. */
public final class Trace {

    /** Why words were taken for a contact, or not. */
    public enum Verdict {
        TAKEN("tells of a contact"),
        POINTS_BACK("points back to a call told before"),
        NO_PARTNER("names nobody whom the leader spoke with"),
        NO_SUBJECT("names nobody who spoke"),
        ONE_PERSON("names only one person"),
        ONE_STATE("names people of one state only"),
        NOBODY_KNOWN("names nobody whom the registry holds"),
        NOT_REAL("is asked for, planned in the mind, refused or denied, not told"),
        NO_MEANS("does not say that the other was reached, or how"),
        IN_PERSON("was face to face"),
        HABIT("happened time and again, not once"),
        NOT_TOGETHER("does not say that the two spoke with each other"),
        OUT_OF_OFFICE("names somebody who held no office then");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** The verdict as a sentence continues it: "It …". */
        public String words() {
            return words;
        }
    }

    /**
     * One candidate.
     *
     * @param words the words that could tell of a contact
     * @param rule the rule that considered them
     * @param verdict what it made of them
     */
    public record Step(Span words, String rule, Verdict verdict) {}

    private static final int MOST = 500;

    private final List<Step> steps = new ArrayList<>();

    /** Keeps what a rule made of some words. */
    public void note(Span words, String rule, Verdict verdict) {
        if (steps.size() < MOST) {
            steps.add(new Step(words, rule, verdict));
        }
    }

    /** The candidates in the order in which they were considered, at most 500. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
