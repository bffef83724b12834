package org.readout.reconciliation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;

/** Intersects what the reports say of the contact before; those that only count ("their second call") stand beside. */
final class PreviousCallRule extends PropertyRule<PreviousContact, CallDate> {

    PreviousCallRule() {
        super(Property.PREVIOUS_CALL, CallDate.class);
    }

    @Override
    protected String what() {
        return "an earlier contact";
    }

    @Override
    boolean fits(PreviousContact said, CallDate selected) {
        @Nullable CallDate date = said.date();
        return date == null || date.meets(selected);
    }

    @Override
    public CallDate decide(Given given) {
        return given.read().date(given.text());
    }

    @Override
    Finding<CallDate> find(Hearing hearing) {
        HeardClaims<PreviousContact> all = hearing.on(Property.PREVIOUS_CALL);
        if (all.isEmpty()) {
            return notStated();
        }
        HeardClaims<PreviousContact> dated =
                all.where(v -> v.value() != null && v.said().date() != null);
        if (dated.isEmpty()) {
            return all.unvalued(name() + "-undated", Explanations.undated(all));
        }
        HeardClaims<CallDate> dates = new HeardClaims<>(dated.all().stream()
                .map(v -> new HeardClaim<CallDate>(
                        v.report(), v.claim(), Objects.requireNonNull(v.said().date())))
                .toList());
        return DateRule.intersect(this, dates, hearing.profile());
    }
}
