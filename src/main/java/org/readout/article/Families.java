package org.readout.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that repeat one another, directly or through others. */
final class Families {

    private Families() {}

    /** Parts the texts into families; two are compared only where they share a band and are not of one family yet. */
    static List<List<SourceArticle>> of(List<SourceArticle> texts) {
        int[] root = new int[texts.size()];
        Map<Long, List<Integer>> byBand = new HashMap<>();
        Map<Integer, Shingles> shingles = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
            for (long band : shingles(texts, shingles, i).bands()) {
                List<Integer> sharing = byBand.computeIfAbsent(band, k -> new ArrayList<>());
                for (int other : sharing) {
                    if (find(root, other) != find(root, i)
                            && shingles(texts, shingles, i).repeats(shingles(texts, shingles, other))) {
                        root[find(root, i)] = find(root, other);
                    }
                }
                sharing.add(i);
            }
        }
        Map<Integer, List<SourceArticle>> out = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            out.computeIfAbsent(find(root, i), k -> new ArrayList<>()).add(texts.get(i));
        }
        return List.copyOf(out.values());
    }

    private static Shingles shingles(List<SourceArticle> texts, Map<Integer, Shingles> made, int i) {
        return made.computeIfAbsent(i, k -> texts.get(k).shingles());
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
