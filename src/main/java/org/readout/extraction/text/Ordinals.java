package org.readout.extraction.text;

import java.util.Map;

/** "the first call", "the second an hour": which of the calls of a day is spoken of. */
public final class Ordinals {

    private static final Map<String, Integer> OF_TWO = Map.of("first", 1, "second", 2, "latter", 2, "former", 1);
    private static final int REACH = 6;

    private Ordinals() {}

    /** The number that a word between two places gives, the last one; 0 where none does. */
    public static int within(TokenizedText text, int from, int to) {
        for (int i = to - 1; i >= Math.max(0, from); i--) {
            int number = OF_TWO.getOrDefault(text.word(i), 0);
            if (number > 0) {
                return number;
            }
        }
        return 0;
    }

    /** The number given nearest before a word of its sentence; 0 where none is near. */
    public static int before(TokenizedText text, int word) {
        int from = Math.max(text.sentence(text.sentenceOf(word)).from(), word - REACH);
        return within(text, from, word);
    }
}
