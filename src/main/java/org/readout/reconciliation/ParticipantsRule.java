package org.readout.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.readout.claim.Outcome;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Property;

/** Unites the people that the reports put on the call; a name completed from role and country stands behind a full one. */
final class ParticipantsRule extends PropertyRule<Participants, Participants> {

    ParticipantsRule() {
        super(Property.PARTICIPANTS, Participants.class);
    }

    @Override
    protected String what() {
        return "who took part";
    }

    @Override
    boolean fits(Participants said, Participants selected) {
        return said.key().equals(selected.key());
    }

    /** A person who names somebody by a part of the name means them all the same. */
    @Override
    public Participants decide(Given given) {
        return new Participants(given.read().people(given.texts()).people().stream()
                .map(p -> new Participant(p.leaderId(), p.name(), p.country(), p.office(), false))
                .toList());
    }

    @Override
    Finding<Participants> find(Hearing hearing) {
        HeardClaims<Participants> voices = hearing.on(Property.PARTICIPANTS).valued();
        if (voices.isEmpty()) {
            return notStated();
        }
        Map<String, Participant> people = new TreeMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (HeardClaim<Participants> v : voices.all()) {
            Participants p = v.said();
            keys.put(p.key(), p.key());
            p.people().forEach(one -> people.merge(one.key(), one, ParticipantsRule::fuller));
        }
        Participants united = new Participants(List.copyOf(people.values()));
        boolean same = keys.size() == 1;
        boolean partial =
                voices.all().stream().anyMatch(v -> v.said().people().stream().anyMatch(Participant::partial));
        return voices.finding(
                united,
                voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                partial ? "participants-partial-name" : same ? "participants-equal" : "participants-union",
                Explanations.participants(
                        voices, united.people().stream().map(Participant::name).toList(), partial),
                v -> true);
    }

    /** The one with a full name, then with an office; of equals either serves. */
    private static Participant fuller(Participant a, Participant b) {
        if (a.partial() != b.partial()) {
            return a.partial() ? b : a;
        }
        if ((a.office() == null) != (b.office() == null)) {
            return a.office() == null ? b : a;
        }
        return a.toString().compareTo(b.toString()) <= 0 ? a : b;
    }
}
