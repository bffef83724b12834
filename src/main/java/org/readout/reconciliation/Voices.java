package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/** The claims on one property from all reports of a call, in an order that does not depend on when they came. */
record Voices(List<Voice> all) {

    static Voices on(Property property, Collection<Testimony> testimonies) {
        List<Voice> out = new ArrayList<>();
        for (Testimony t : testimonies) {
            t.report().claims(property).forEach(c -> out.add(Voice.of(t, c)));
        }
        return new Voices(out);
    }

    /** Only those that give a value. */
    Voices valued() {
        return where(v -> v.value() != null);
    }

    Voices where(Predicate<Voice> wanted) {
        return new Voices(all.stream().filter(wanted).toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int articles() {
        return (int) all.stream().map(v -> v.testimony().articleId()).distinct().count();
    }

    int origins() {
        return (int) all.stream().map(Voice::origin).distinct().count();
    }

    /** SINGLE from one article, else what {@code several} says. */
    Outcome outcome(Outcome several) {
        return articles() <= 1 && several != Outcome.CONFLICT ? Outcome.SINGLE : several;
    }

    Finding finding(
            @Nullable Object selected, Outcome outcome, String rule, String explanation, Predicate<Voice> supports) {
        return new Finding(
                selected,
                outcome,
                rule,
                explanation,
                all.stream().filter(supports).map(Witness::of).toList(),
                all.stream().filter(supports.negate()).map(Witness::of).toList(),
                articles(),
                origins());
    }

    /** "One article says" and the like. */
    String subject() {
        int n = articles();
        String articles = n == 1 ? "One article" : count(n) + " articles";
        List<String> labels = all.stream()
                .map(v -> v.claim().origin())
                .filter(o -> o.named())
                .map(o -> o.name() != null ? o.name() : o.label())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (origins() == 1 && !labels.isEmpty()) {
            return articles + (n == 1 ? " relaying " : ", all relaying ") + labels.get(labels.size() - 1);
        }
        return n == 1
                ? articles
                : articles + " from " + count(origins()).toLowerCase(java.util.Locale.ROOT)
                        + (origins() == 1 ? " origin" : " origins");
    }

    static String count(int n) {
        String[] words = {"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"};
        return n < words.length ? words[n] : String.valueOf(n);
    }
}
