package org.readout.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/**
 * Unites what the reports name, what most articles name first.
 *
 * @param <C> what is claimed
 * @param <V> what stands in the list
 */
abstract class UnionRule<C, V> extends PropertyRule<C, List<V>> {

    private final String what;
    private final String rule;
    private final Function<C, V> entry;

    UnionRule(Property<C> property, Class<V> element, String what, String rule, Function<C, V> entry) {
        super(property, element, true);
        this.what = what;
        this.rule = rule;
        this.entry = entry;
    }

    /** One whose list is of texts, which a person gives as they are. */
    static <C> UnionRule<C, String> ofTexts(Property<C> property, String what, String rule, Function<C, String> entry) {
        return new UnionRule<>(property, String.class, what, rule, entry) {
            @Override
            public List<String> decide(Given given) {
                List<String> texts = given.isText() ? List.of(given.text()) : given.texts();
                return texts.stream().map(String::strip).distinct().toList();
            }
        };
    }

    @Override
    protected final String what() {
        return what;
    }

    @Override
    final Finding<List<V>> find(Hearing hearing) {
        HeardClaims<C> voices = hearing.on(property()).valued();
        if (voices.isEmpty()) {
            return notStated();
        }
        Map<String, V> entries = new TreeMap<>();
        Map<String, Set<String>> articles = new TreeMap<>();
        for (HeardClaim<C> v : voices.all()) {
            V one = entry.apply(v.said());
            entries.put(one.toString(), one);
            articles.computeIfAbsent(one.toString(), k -> new TreeSet<>()).add(v.article());
        }
        List<V> selected = entries.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        e -> -articles.getOrDefault(e.getKey(), Set.of()).size()))
                .map(Map.Entry::getValue)
                .toList();
        boolean same = articles.values().stream().allMatch(a -> a.size() == voices.articles());
        return voices.finding(
                selected,
                voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                rule,
                explain(voices, selected),
                v -> true);
    }

    /** A sentence that says who names what. */
    String explain(HeardClaims<C> voices, List<V> selected) {
        return Explanations.names(voices, selected.stream().map(String::valueOf).toList());
    }

    @Override
    final boolean fits(C said, List<V> selected) {
        return selected.contains(entry.apply(said));
    }
}
