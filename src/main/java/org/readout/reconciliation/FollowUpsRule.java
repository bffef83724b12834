package org.readout.reconciliation;

import java.util.List;
import org.readout.claim.CallDate;
import org.readout.claim.FollowUp;
import org.readout.claim.Property;

/** Lists what was agreed or planned to follow. */
final class FollowUpsRule extends UnionRule<FollowUp, FollowUp> {

    private static final List<String> KINDS = List.of("BRIEFING", "CALL", "CONTACT", "MEETING");

    FollowUpsRule() {
        super(Property.FOLLOW_UP, FollowUp.class, "a follow-up", "follow-ups-union", f -> f);
    }

    @Override
    String explain(HeardClaims<FollowUp> voices, List<FollowUp> selected) {
        return Explanations.toFollow(voices);
    }

    @Override
    public List<FollowUp> decide(Given given) {
        return given.items("follow-ups").stream().map(FollowUpsRule::one).toList();
    }

    private static FollowUp one(Given given) {
        String kind = given.part("kind").oneOf(KINDS);
        Given date = given.part("date");
        Given with = given.part("with");
        return new FollowUp(
                kind,
                with.missing() ? null : with.text(),
                date.missing()
                        ? null
                        : CallDate.parse(date.text()).orElseThrow(() -> date.refuse("is not an EDTF date")));
    }
}
