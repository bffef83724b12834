package org.readout.names;

import java.util.List;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * How alike two names are, from 0 to 1: word by word in any order (a greedy assignment), by the edits of
 * Damerau and Levenshtein (1964, 1966; a swap of neighbours is one edit) relative to the longer word, each word weighing
 * as much as it has letters. The method is that of soft record linkage (Cohen, Ravikumar and Fienberg 2003).
 */
final class Likeness {

    /** Below this, two words have nothing in common. */
    private static final double LEAST = 0.55;

    /** What a likeness of sounds, of what is written without gaps, of consonants counts beside one of spellings. */
    private static final double BY_SOUND = 0.96;

    private static final double WITHOUT_GAPS = 0.95;
    private static final double BY_CONSONANTS = 0.85;

    /** What the words asked for in another order, and those of the other name that nobody asked for, cost at most. */
    private static final double ORDER = 0.01;

    private static final double UNASKED = 0.1;

    private static final DamerauLevenshteinDistance EDITS = new DamerauLevenshteinDistance();

    private Likeness() {}

    /** How well {@code name} answers {@code asked}: of two names that hold all its words, the shorter answers better. */
    static double of(NameForm asked, NameForm name) {
        double best = Math.max(
                words(asked.words(), name.words()),
                Math.max(BY_SOUND * words(asked.sounds(), name.sounds()), WITHOUT_GAPS * run(asked, name)));
        return asked.abjad() ? Math.max(best, BY_CONSONANTS * words(asked.consonants(), name.consonants())) : best;
    }

    private static double run(NameForm asked, NameForm name) {
        return Math.max(word(asked.run(), name.run()), word(asked.run(), name.runFromLast()));
    }

    private static double words(List<String> asked, List<String> held) {
        boolean[] taken = new boolean[held.size()];
        double like = 0;
        double letters = 0;
        double covered = 0;
        int before = -1;
        boolean ordered = true;
        for (String word : asked) {
            int at = -1;
            double best = 0;
            for (int i = 0; i < held.size(); i++) {
                double found = taken[i] ? 0 : word(word, held.get(i));
                if (found > best) {
                    best = found;
                    at = i;
                }
            }
            letters += word.length();
            like += best * word.length();
            if (at >= 0) {
                taken[at] = true;
                covered += held.get(at).length();
                ordered &= at > before;
                before = at;
            }
        }
        double all = held.stream().mapToInt(String::length).sum();
        return letters == 0 || all == 0
                ? 0
                : like / letters * (1 - UNASKED * (1 - covered / all)) - (ordered ? 0 : ORDER);
    }

    private static double word(String asked, String held) {
        if (asked.equals(held)) {
            return 1;
        }
        int longer = Math.max(asked.length(), held.length());
        if (held.startsWith(asked)) {
            return asked.length() < 3 ? LEAST : 0.7 + 0.25 * asked.length() / longer;
        }
        if (longer - Math.min(asked.length(), held.length()) > longer * (1 - LEAST)) {
            return 0;
        }
        double like = 1 - (double) EDITS.apply(asked, held) / longer;
        return like < LEAST ? 0 : like;
    }
}
