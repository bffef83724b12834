package org.readout.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readout.claim.WordFile;
import org.readout.claim.Words;

/**
 * A text as the set of its runs of five words, for telling near-copies: Broder's resemblance and containment (1997),
 * candidates by MinHash bands (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
 */
final class Shingles {

    private static final int WORDS = 5;
    private static final int BANDS = 32;
    private static final int ROWS = 2;
    private static final int MOST = 20_000;
    private static final int FEWEST = 12;

    /** Share of the shorter text's runs that the other must have: a cut reprint keeps nearly all, an edited one most. */
    private static final double CONTAINED = 0.6;

    /** Runs of words of its own that a text must have before it can be said to be another's copy, and how long they are. */
    private static final int FEWEST_OWN = 8;

    private static final int OWN_WORDS = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Words that any report of a call may have: what two texts share in them says nothing of where they come from. */
    private static final Set<String> STOCK = WordFile.lines("/article/stock-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
            .collect(Collectors.toUnmodifiableSet());

    /** In their order, none twice. */
    private final long[] runs;

    private final long[] ownRuns;

    private Shingles(long[] runs, long[] ownRuns) {
        this.runs = runs;
        this.ownRuns = ownRuns;
    }

    static Shingles of(String text) {
        return new Shingles(runs(List.of(Words.fold(text).split(" ", -1)), WORDS), runs(ownWords(text), OWN_WORDS));
    }

    /** How much of a memory of texts it takes, in runs. */
    int size() {
        return runs.length + ownRuns.length;
    }

    private static long[] runs(List<String> words, int length) {
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + length <= words.size() && runs.size() < MOST; i++) {
            long hash = 1125899906842597L;
            for (String word : words.subList(i, i + length)) {
                for (int c = 0; c < word.length(); c++) {
                    hash = 31 * hash + word.charAt(c);
                }
                hash = 31 * hash + ' ';
            }
            runs.add(mix(hash));
        }
        return runs.stream().mapToLong(r -> r).sorted().toArray();
    }

    /** The words of a text but for names, numbers, and what every report of a call is made of. */
    private static List<String> ownWords(String text) {
        List<String> own = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            boolean name = Character.isUpperCase(word.codePointAt(0))
                    && word.codePoints().anyMatch(Character::isLowerCase);
            String folded = name ? "" : Words.fold(word);
            if (!folded.isEmpty() && !STOCK.contains(folded)) {
                own.add(folded);
            }
        }
        return own;
    }

    /** Hashes of which two texts share one the likelier the more they resemble; none for a text too short to tell. */
    long[] bands() {
        if (runs.length < FEWEST) {
            return new long[0];
        }
        long[] bands = new long[BANDS];
        for (int b = 0; b < BANDS; b++) {
            long band = b;
            for (int r = 0; r < ROWS; r++) {
                long seed = mix(b * 31L + r + 1);
                long least = Long.MAX_VALUE;
                for (long run : runs) {
                    least = Math.min(least, mix(run ^ seed));
                }
                band = mix(band ^ least);
            }
            bands[b] = band;
        }
        return bands;
    }

    /** Whether two texts have a run in common, or one of them is too short to tell. */
    boolean touches(Shingles other) {
        return runs.length < FEWEST || other.runs.length < FEWEST || shared(runs, other.runs) > 0;
    }

    /** Whether two texts are the same, or one repeats most of the other, with words of its own, not a formula that many share. */
    boolean repeats(Shingles other) {
        boolean same = runs.length >= FEWEST && Arrays.equals(runs, other.runs);
        return same || contained(runs, other.runs, FEWEST) && contained(ownRuns, other.ownRuns, FEWEST_OWN);
    }

    private static boolean contained(long[] one, long[] other, int fewest) {
        int small = Math.min(one.length, other.length);
        return small >= fewest && (double) shared(one, other) / small >= CONTAINED;
    }

    private static int shared(long[] one, long[] other) {
        int shared = 0;
        for (int i = 0, k = 0; i < one.length && k < other.length; ) {
            if (one[i] == other[k]) {
                shared++;
                i++;
                k++;
            } else if (one[i] < other[k]) {
                i++;
            } else {
                k++;
            }
        }
        return shared;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
