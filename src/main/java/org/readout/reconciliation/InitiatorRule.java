package org.readout.reconciliation;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readout.claim.Initiator;
import org.readout.claim.Outcome;

/** Tells who called. A leader and that leader's state agree; two sides named as the caller make it disputed. */
final class InitiatorRule {

    private InitiatorRule() {}

    static Finding apply(Voices all) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            return Finding.notStated("who called");
        }
        Map<String, Set<String>> origins = new TreeMap<>();
        voices.all()
                .forEach(v ->
                        origins.computeIfAbsent(side(v), k -> new TreeSet<>()).add(v.origin()));
        if (origins.size() > 1) {
            Voices bySides = voices.where(v -> !side(v).equals("mutual"));
            boolean disputed =
                    origins.keySet().stream().filter(s -> !s.equals("mutual")).count() > 1 || bySides.isEmpty();
            return voices.finding(
                    null,
                    Outcome.CONFLICT,
                    disputed ? "initiator-sides-differ" : "initiator-one-side-or-both",
                    voices.subject() + " name different callers: " + DurationRule.wordings(voices) + ".",
                    v -> false);
        }
        Initiator selected = voices.all().stream()
                .map(v -> Objects.requireNonNull(v.value(Initiator.class)))
                .min(java.util.Comparator.comparing((Initiator i) -> i.leaderId() == null)
                        .thenComparing(Initiator::toString))
                .orElseThrow();
        return voices.finding(
                selected,
                voices.outcome(Outcome.AGREE),
                "initiator-equal",
                voices.subject() + (voices.articles() == 1 ? " says" : " say") + " who called: "
                        + DurationRule.wordings(voices) + ".",
                v -> true);
    }

    private static String side(Voice v) {
        return side(Objects.requireNonNull(v.value(Initiator.class)));
    }

    /** Equal for a leader and that leader's state. */
    static String side(Initiator i) {
        return i.mutual() ? "mutual" : i.country() != null ? i.country() : String.valueOf(i.leaderId());
    }
}
