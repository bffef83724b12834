package org.readout.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readout.claim.Outcome;
import org.readout.claim.Topic;

/** Unites the topics, those of most articles first. */
final class TopicsRule {

    private TopicsRule() {}

    static Finding apply(Voices all) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            return Finding.notStated("a topic");
        }
        Map<String, Set<String>> articles = new TreeMap<>();
        voices.all()
                .forEach(v -> articles.computeIfAbsent(
                                Objects.requireNonNull(v.value(Topic.class)).name(), k -> new TreeSet<>())
                        .add(v.testimony().articleId()));
        List<String> selected = articles.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        boolean same = articles.values().stream().allMatch(a -> a.size() == voices.articles());
        return voices.finding(
                selected,
                voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                "topics-union",
                voices.subject() + (voices.articles() == 1 ? " names " : " name ") + String.join(", ", selected) + ".",
                v -> true);
    }
}
