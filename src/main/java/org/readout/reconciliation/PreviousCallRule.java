package org.readout.reconciliation;

import java.util.Objects;
import org.readout.claim.Outcome;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;

/** Intersects what the reports say of the contact before; those that only count ("their second call") stand beside. */
final class PreviousCallRule {

    private PreviousCallRule() {}

    static Finding apply(Voices all, Profile profile) {
        if (all.isEmpty()) {
            return Finding.notStated("an earlier contact");
        }
        Voices dated = new Voices(all.valued().all().stream()
                .filter(v ->
                        Objects.requireNonNull(v.value(PreviousContact.class)).date() != null)
                .map(v -> new Voice(
                        v.testimony(),
                        v.claim(),
                        Objects.requireNonNull(v.value(PreviousContact.class)).date()))
                .toList());
        if (dated.isEmpty()) {
            return new Finding(
                    null,
                    Outcome.NOT_STATED,
                    Property.PREVIOUS_CALL.json() + "-undated",
                    "The reports speak of an earlier contact (" + DurationRule.wordings(all) + ") and give no date.",
                    all.all().stream().map(Witness::of).toList(),
                    java.util.List.of(),
                    all.articles(),
                    all.origins());
        }
        return DateRule.intersect(dated, profile, "an earlier contact", Property.PREVIOUS_CALL.json());
    }
}
