package org.readout.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.readout.claim.Outcome;
import org.readout.claim.Participant;
import org.readout.claim.Participants;

/** Unites the people that the reports put on the call; a name completed from role and country stands behind a full one. */
final class ParticipantsRule {

    private ParticipantsRule() {}

    static Finding apply(Voices all) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            return Finding.notStated("who took part");
        }
        Map<String, Participant> people = new TreeMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Voice v : voices.all()) {
            Participants p = Objects.requireNonNull(v.value(Participants.class));
            keys.put(p.key(), p.key());
            p.people().forEach(one -> people.merge(one.key(), one, ParticipantsRule::fuller));
        }
        Participants united = new Participants(List.copyOf(people.values()));
        boolean same = keys.size() == 1;
        String names = String.join(
                " and ", united.people().stream().map(Participant::name).toList());
        boolean partial = voices.all().stream()
                .anyMatch(v -> Objects.requireNonNull(v.value(Participants.class)).people().stream()
                        .anyMatch(Participant::partial));
        return voices.finding(
                united,
                voices.outcome(same ? Outcome.AGREE : Outcome.COMPATIBLE),
                partial ? "participants-partial-name" : same ? "participants-equal" : "participants-union",
                voices.subject()
                        + (voices.articles() == 1 ? " names " : " name ")
                        + names
                        + (partial ? ", one of them by a part of the name." : "."),
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
