package org.readout.reconciliation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.readout.claim.Saying;
import org.readout.claim.WordFile;
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
    private static final List<String> ATTRIBUTIONS = WordFile.lines(resource("attributions"));
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
        WordFile.groups(resource("synonyms")).forEach((key, words) -> words.forEach(w -> out.put(Words.fold(w), key)));
        return out;
    }

    private static Set<String> words(String name) {
        Set<String> out = new HashSet<>();
        WordFile.lines(resource(name)).forEach(line -> out.addAll(List.of(line.split("\\s+", -1))));
        return out;
    }

    private static String resource(String name) {
        return "/statements/en/" + name + ".txt";
    }
}
