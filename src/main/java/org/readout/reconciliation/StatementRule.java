package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private record Said(HeardClaim<Saying> voice, Saying saying, Set<String> stems, boolean negated) {}

    private StatementRule() {}

    static List<StatementCluster> apply(HeardClaims<Saying> all) {
        Map<String, Map<String, List<Said>>> bySpeaker = new TreeMap<>();
        for (HeardClaim<Saying> v : all.valued().all()) {
            Saying s = Objects.requireNonNull(v.value());
            bySpeaker
                    .computeIfAbsent(s.saidBy(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(Words.fold(s.text()), k -> new ArrayList<>())
                    .add(new Said(v, s, stems(s.text()), negated(s.text())));
        }
        return bySpeaker.values().stream()
                .flatMap(ofOne -> clusters(List.copyOf(ofOne.values())).stream())
                .map(StatementRule::cluster)
                .sorted(Comparator.comparingInt((StatementCluster c) -> -c.articleCount())
                        .thenComparing(StatementCluster::key))
                .toList();
    }

    /** Joins the wordings of one speaker that are alike, directly or through others. */
    private static List<List<Said>> clusters(List<List<Said>> wordings) {
        int[] root = new int[wordings.size()];
        Map<String, List<Integer>> byStem = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
            Said one = wordings.get(i).get(0);
            Map<Integer, Integer> shared = new HashMap<>();
            for (String stem : one.stems()) {
                List<Integer> having = byStem.computeIfAbsent(stem, k -> new ArrayList<>());
                having.forEach(k -> shared.merge(k, 1, Integer::sum));
                having.add(i);
            }
            for (Map.Entry<Integer, Integer> e : shared.entrySet()) {
                if (alike(one, wordings.get(e.getKey()).get(0), e.getValue())) {
                    root[find(root, i)] = find(root, e.getKey());
                }
            }
        }
        Map<Integer, List<Said>> out = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            out.computeIfAbsent(find(root, i), k -> new ArrayList<>()).addAll(wordings.get(i));
        }
        return List.copyOf(out.values());
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

    private static boolean alike(Said a, Said b, int shared) {
        int smaller = Math.min(a.stems().size(), b.stems().size());
        int union = a.stems().size() + b.stems().size() - shared;
        return a.negated() == b.negated()
                && shared >= FEWEST_SHARED
                && ((double) shared / union >= ALIKE || (double) shared / smaller >= CONTAINED);
    }

    private static Set<String> stems(String text) {
        Set<String> out = new HashSet<>();
        for (String word : Words.fold(text).split(" ", -1)) {
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
        for (String word : Words.fold(text).split(" ", -1)) {
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
                        .thenComparing(s -> s.saying().text()))
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
                        .map(s -> s.voice().report().articleId())
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
