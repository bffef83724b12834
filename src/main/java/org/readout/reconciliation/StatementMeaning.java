package org.readout.reconciliation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.readout.claim.Saying;
import org.readout.claim.Words;

/**
 * What a statement says, apart from who says it and how: its words without verbs of saying, names of the speakers and what
 * comes behind an attribution, each as the group of words that mean the same, else as its stem.
 *
 * @param words the groups and stems
 * @param negated whether something is refused or denied
 */
record StatementMeaning(Set<String> words, boolean negated) {

    private static final int STEM = 6;

    /** Share of the shorter statement's words that the other has as well. */
    private static final double ALIKE = 0.6;

    private static final int FEWEST_SHARED = 3;
    private static final Set<String> EMPTY = words("empty");
    private static final Set<String> NEGATIONS = words("negations");
    private static final List<String> ATTRIBUTIONS = lines("attributions");
    private static final Map<String, String> GROUPS = groups();

    static StatementMeaning of(Saying saying) {
        String text = " " + Words.fold(saying.text()) + " ";
        for (String attribution : ATTRIBUTIONS) {
            int at = text.indexOf(" " + attribution + " ");
            text = at > 20 ? text.substring(0, at) : text;
        }
        Set<String> names = Set.of(saying.saidBy().split("-", -1));
        Set<String> out = new TreeSet<>();
        boolean negated = false;
        for (String word : text.strip().split(" ", -1)) {
            negated ^= NEGATIONS.contains(word);
            if (!word.isEmpty() && !EMPTY.contains(word) && !NEGATIONS.contains(word) && !names.contains(word)) {
                out.add(GROUPS.getOrDefault(word, stem(word)));
            }
        }
        return new StatementMeaning(out, negated);
    }

    /**
     * Whether two statements say the same: most words of the shorter stand in the longer, and neither denies what the
     * other says.
     *
     * @param shared how many words they have in common
     */
    boolean same(StatementMeaning other, int shared) {
        int smaller = Math.min(words.size(), other.words.size());
        return negated == other.negated
                && shared >= Math.min(FEWEST_SHARED, Math.max(2, smaller))
                && (double) shared / smaller >= ALIKE;
    }

    private static String stem(String word) {
        return word.length() > STEM
                ? word.substring(0, STEM)
                : word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<String, String> groups() {
        Map<String, String> out = new HashMap<>();
        for (String line : lines("synonyms")) {
            String key = line.substring(0, line.indexOf('=')).strip();
            for (String word : line.substring(line.indexOf('=') + 1).split("\\|", -1)) {
                out.put(Words.fold(word), key);
            }
        }
        return out;
    }

    private static Set<String> words(String name) {
        Set<String> out = new HashSet<>();
        lines(name).forEach(line -> out.addAll(List.of(line.split("\\s+", -1))));
        return out;
    }

    private static List<String> lines(String name) {
        String resource = "/statements/en/" + name + ".txt";
        try (InputStream in = StatementMeaning.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No word list " + resource);
            }
            List<String> out = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.add(line.strip());
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
