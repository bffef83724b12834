package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;
import org.readout.claim.Words;

/**
 * Clusters statements by what is said: of one speaker, sharing most of the words that carry meaning (overlap of stems, as
 * Jaccard 1912), neither denying what the other says. Clusters are the connected groups, so no order of reports matters.
 */
final class StatementRule {

    private static final double ALIKE = 0.45;
    private static final double CONTAINED = 0.8;
    private static final int FEWEST_SHARED = 3;
    private static final int STEM = 6;
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "with", "that", "this", "its", "his", "her",
            "their", "he", "she", "it", "they", "is", "are", "was", "were", "be", "been", "as", "by", "at", "from",
            "has", "have", "had", "also", "will", "would", "said", "i", "we", "you", "my", "our", "mr", "s", "do",
            "did", "but");
    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "without",
            "neither",
            "nor",
            "refused",
            "rejected",
            "denied",
            "wont",
            "cant",
            "cannot",
            "dont",
            "didnt");

    private record Said(Voice voice, Saying saying, Set<String> stems, boolean negated) {}

    private StatementRule() {}

    static List<StatementCluster> apply(Voices all) {
        List<Said> sayings = new ArrayList<>();
        for (Voice v : all.valued().all()) {
            Saying s = Objects.requireNonNull(v.value(Saying.class));
            sayings.add(new Said(v, s, stems(s.text()), negated(s.text())));
        }
        int[] root = new int[sayings.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        Map<String, List<Integer>> bySpeaker = new TreeMap<>();
        for (int i = 0; i < root.length; i++) {
            bySpeaker
                    .computeIfAbsent(sayings.get(i).saying().saidBy(), k -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> ofOne : bySpeaker.values()) {
            for (int a = 0; a < ofOne.size(); a++) {
                for (int b = a + 1; b < ofOne.size(); b++) {
                    if (alike(sayings.get(ofOne.get(a)), sayings.get(ofOne.get(b)))) {
                        root[find(root, ofOne.get(b))] = find(root, ofOne.get(a));
                    }
                }
            }
        }
        Map<Integer, List<Said>> clusters = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            clusters.computeIfAbsent(find(root, i), k -> new ArrayList<>()).add(sayings.get(i));
        }
        return clusters.values().stream()
                .map(StatementRule::cluster)
                .sorted(Comparator.comparingInt((StatementCluster c) -> -c.articleCount())
                        .thenComparing(StatementCluster::key))
                .toList();
    }

    private static int find(int[] root, int i) {
        int r = i;
        while (root[r] != r) {
            r = root[r];
        }
        while (root[i] != r) {
            int next = root[i];
            root[i] = r;
            i = next;
        }
        return r;
    }

    private static boolean alike(Said a, Said b) {
        if (a.negated() != b.negated()) {
            return false;
        }
        if (Words.fold(a.saying().text()).equals(Words.fold(b.saying().text()))) {
            return true;
        }
        Set<String> shared = new HashSet<>(a.stems());
        shared.retainAll(b.stems());
        int smaller = Math.min(a.stems().size(), b.stems().size());
        int union = a.stems().size() + b.stems().size() - shared.size();
        if (union == 0) {
            return false;
        }
        return shared.size() >= FEWEST_SHARED
                && ((double) shared.size() / union >= ALIKE || (double) shared.size() / smaller >= CONTAINED);
    }

    private static Set<String> stems(String text) {
        Set<String> out = new HashSet<>();
        for (String word : Words.fold(text).split(" ")) {
            if (!word.isEmpty() && !EMPTY_WORDS.contains(word) && !NEGATIONS.contains(word)) {
                out.add(
                        word.length() > STEM
                                ? word.substring(0, STEM)
                                : word.endsWith("s") && word.length() > 3
                                        ? word.substring(0, word.length() - 1)
                                        : word);
            }
        }
        return out;
    }

    private static boolean negated(String text) {
        for (String word : Words.fold(text).split(" ")) {
            if (NEGATIONS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static StatementCluster cluster(List<Said> said) {
        List<Said> ranked = said.stream()
                .sorted(Comparator.comparingInt(
                                (Said s) -> directness(s.saying().quoteType()))
                        .thenComparing(s -> !s.voice().claim().origin().named())
                        .thenComparing(s -> -s.saying().text().length())
                        .thenComparing(s -> s.saying().text())
                        .thenComparing(s -> said.indexOf(s)))
                .toList();
        Said chosen = ranked.get(0);
        String key = said.stream()
                .map(s -> Words.fold(s.saying().text()))
                .min(Comparator.naturalOrder())
                .orElse("");
        return new StatementCluster(
                chosen.saying().saidBy() + ": " + key,
                chosen.saying().saidBy(),
                chosen.saying().onBehalfOf(),
                chosen.saying().relayedBy(),
                chosen.saying().quoteType(),
                chosen.saying().text(),
                ranked.stream().map(s -> Witness.of(s.voice())).toList(),
                (int) said.stream()
                        .map(s -> s.voice().testimony().articleId())
                        .distinct()
                        .count(),
                (int) said.stream().map(s -> s.voice().origin()).distinct().count());
    }

    private static int directness(QuoteType type) {
        return switch (type) {
            case DIRECT -> 0;
            case MIXED -> 1;
            case INDIRECT -> 2;
        };
    }
}
