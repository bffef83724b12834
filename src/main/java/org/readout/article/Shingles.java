package org.readout.article;

import java.util.HashSet;
import java.util.Set;
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

    private final Set<Long> runs;

    private Shingles(Set<Long> runs) {
        this.runs = runs;
    }

    static Shingles of(String text) {
        String[] words = Words.fold(text).split(" ", -1);
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= words.length && runs.size() < MOST; i++) {
            long hash = 1125899906842597L;
            for (int k = i; k < i + WORDS; k++) {
                for (int c = 0; c < words[k].length(); c++) {
                    hash = 31 * hash + words[k].charAt(c);
                }
                hash = 31 * hash + ' ';
            }
            runs.add(mix(hash));
        }
        return new Shingles(runs);
    }

    /** Hashes of which two texts share one the likelier the more they resemble; none for a text too short to tell. */
    long[] bands() {
        if (runs.size() < FEWEST) {
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
        return runs.size() < FEWEST
                || other.runs.size() < FEWEST
                || runs.stream().anyMatch(other.runs::contains);
    }

    /** Whether one text repeats most of the other. */
    boolean repeats(Shingles other) {
        Set<Long> small = runs.size() <= other.runs.size() ? runs : other.runs;
        Set<Long> large = small == runs ? other.runs : runs;
        if (small.size() < FEWEST) {
            return false;
        }
        long shared = small.stream().filter(large::contains).count();
        return (double) shared / small.size() >= CONTAINED;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
