package org.readout.reconciliation;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/** Takes the medium that most origins name; a report that names none does not vote. */
final class MediumRule extends PropertyRule<Medium, Medium> {

    MediumRule() {
        super(Property.MEDIUM, Medium.class);
    }

    @Override
    protected String what() {
        return "the medium";
    }

    @Override
    boolean fits(Medium said, Medium selected) {
        return said == Medium.UNSPECIFIED || said == selected;
    }

    @Override
    public Medium decide(Given given) {
        return given.word(Medium.class);
    }

    @Override
    Finding<Medium> find(Hearing hearing) {
        HeardClaims<Medium> voices =
                hearing.on(Property.MEDIUM).where(v -> v.value() != null && v.value() != Medium.UNSPECIFIED);
        if (voices.isEmpty()) {
            return notStated();
        }
        Map<Medium, Set<String>> origins = new TreeMap<>();
        voices.all()
                .forEach(v ->
                        origins.computeIfAbsent(v.said(), k -> new TreeSet<>()).add(v.origin()));
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
                same ? Explanations.medium(voices) : Explanations.mediaDiffer(voices, selected),
                v -> v.value() == selected);
    }
}
