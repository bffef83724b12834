package org.readout.reconciliation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.readout.claim.Initiator;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/** Tells who called. A leader and that leader's state agree; two sides named as the caller make it disputed. */
final class InitiatorRule extends PropertyRule<Initiator, Initiator> {

    InitiatorRule() {
        super(Property.INITIATOR, Initiator.class);
    }

    @Override
    protected String what() {
        return "who called";
    }

    @Override
    boolean fits(Initiator said, Initiator selected) {
        return side(said).equals(side(selected));
    }

    @Override
    public Initiator decide(Given given) {
        if (given.part("mutual").isTrue()) {
            return given.read().caller("MUTUAL");
        }
        Given leader = given.part("leaderId");
        Given named = !given.isObject() ? given : leader.missing() ? given.part("country") : leader;
        return given.read().caller(named.text());
    }

    @Override
    Finding<Initiator> find(Hearing hearing) {
        HeardClaims<Initiator> all = hearing.on(Property.INITIATOR);
        HeardClaims<Initiator> voices = all.valued();
        if (voices.isEmpty()) {
            return all.isEmpty()
                    ? notStated()
                    : all.unvalued("initiator-unresolved", Explanations.callerNotOnTheCall(all));
        }
        Map<String, Set<String>> origins = new TreeMap<>();
        voices.all()
                .forEach(v -> origins.computeIfAbsent(side(v.said()), k -> new TreeSet<>())
                        .add(v.origin()));
        if (origins.size() > 1) {
            HeardClaims<Initiator> bySides = voices.where(v -> !side(v.said()).equals("mutual"));
            boolean disputed =
                    origins.keySet().stream().filter(s -> !s.equals("mutual")).count() > 1 || bySides.isEmpty();
            return voices.finding(
                    null,
                    Outcome.CONFLICT,
                    disputed ? "initiator-sides-differ" : "initiator-one-side-or-both",
                    Explanations.callersDiffer(voices),
                    v -> false);
        }
        Initiator selected = voices.all().stream()
                .map(HeardClaim::said)
                .min(java.util.Comparator.comparing((Initiator i) -> i.leaderId() == null)
                        .thenComparing(Initiator::toString))
                .orElseThrow();
        return voices.finding(
                selected, voices.outcome(Outcome.AGREE), "initiator-equal", Explanations.caller(voices), v -> true);
    }

    /** Equal for a leader and that leader's state. */
    private static String side(Initiator i) {
        return i.mutual() ? "mutual" : i.country() != null ? i.country() : String.valueOf(i.leaderId());
    }
}
