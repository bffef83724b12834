package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;
import org.readout.claim.Words;

/**
 * Clusters statements by what is said: of one speaker, sharing most of what the shorter one says (overlap coefficient,
 * Szymkiewicz and Simpson), neither denying what the other says; see {@link StatementMeaning}. Clusters are the connected
 * groups, so no order of reports matters.
 */
final class StatementRule {

    private record Said(HeardClaim<Saying> voice, Saying saying, StatementMeaning meaning) {}

    private StatementRule() {}

    static List<StatementCluster> apply(HeardClaims<Saying> all) {
        Map<String, Map<String, List<Said>>> bySpeaker = new TreeMap<>();
        for (HeardClaim<Saying> v : all.valued().all()) {
            Saying s = Objects.requireNonNull(v.value());
            bySpeaker
                    .computeIfAbsent(s.saidBy(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(Words.fold(s.text()), k -> new ArrayList<>())
                    .add(new Said(v, s, StatementMeaning.of(s)));
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
            for (String stem : one.meaning().words()) {
                List<Integer> having = byStem.computeIfAbsent(stem, k -> new ArrayList<>());
                having.forEach(k -> shared.merge(k, 1, Integer::sum));
                having.add(i);
            }
            for (Map.Entry<Integer, Integer> e : shared.entrySet()) {
                if (one.meaning().same(wordings.get(e.getKey()).get(0).meaning(), e.getValue())) {
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
