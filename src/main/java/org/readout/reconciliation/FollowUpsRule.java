package org.readout.reconciliation;

import java.util.List;
import java.util.Objects;
import org.readout.claim.FollowUp;
import org.readout.claim.Outcome;

/** Lists what was agreed or planned to follow. */
final class FollowUpsRule {

    private FollowUpsRule() {}

    static Finding apply(Voices all) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            return Finding.notStated("a follow-up");
        }
        List<FollowUp> selected = voices.all().stream()
                .map(v -> Objects.requireNonNull(v.value(FollowUp.class)))
                .distinct()
                .sorted(java.util.Comparator.comparing(FollowUp::toString))
                .toList();
        return voices.finding(
                selected,
                voices.outcome(selected.size() == 1 ? Outcome.AGREE : Outcome.COMPATIBLE),
                "follow-ups-union",
                voices.subject() + (voices.articles() == 1 ? " tells" : " tell") + " of what was to follow: "
                        + DurationRule.wordings(voices) + ".",
                v -> true);
    }
}
