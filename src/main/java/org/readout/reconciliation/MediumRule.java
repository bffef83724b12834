package org.readout.reconciliation;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;

/** Takes the medium that most origins name; a report that names none does not vote. */
final class MediumRule {

    private MediumRule() {}

    static Finding apply(Voices all) {
        Voices voices = all.where(v -> v.value() instanceof Medium m && m != Medium.UNSPECIFIED);
        if (voices.isEmpty()) {
            return Finding.notStated("the medium");
        }
        Map<Medium, Set<String>> origins = new TreeMap<>();
        voices.all()
                .forEach(v -> origins.computeIfAbsent((Medium) v.value(), k -> new TreeSet<>())
                        .add(v.origin()));
        Medium selected = origins.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Medium, Set<String>> e) ->
                                e.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        boolean same = origins.size() == 1;
        return voices.finding(
                selected,
                same ? voices.outcome(Outcome.AGREE) : Outcome.CONFLICT,
                same ? "medium-equal" : "medium-most-origins",
                same
                        ? voices.subject() + (voices.articles() == 1 ? " says " : " say ")
                                + DurationRule.wordings(voices) + "."
                        : voices.subject() + " name different media; most origins say "
                                + selected.name().toLowerCase(java.util.Locale.ROOT) + ".",
                v -> v.value() == selected);
    }
}
