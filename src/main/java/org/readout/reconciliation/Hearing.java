package org.readout.reconciliation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Property;

/**
 * What a rule may look at.
 *
 * @param reports all reports of the call
 * @param profile which claims narrow a value
 * @param found what was found on the properties before this one, by name
 */
record Hearing(List<HeardReport> reports, Profile profile, Map<String, Finding<?>> found) {

    /** The claims on a property, each voting for its own value. */
    <C> HeardClaims<C> on(Property<C> property) {
        List<HeardReport> heard = property == Property.STATEMENT ? reports : witnesses(reports);
        return new HeardClaims<>(heard.stream()
                .flatMap(t -> t.report()
                        .claims(property)
                        .map(c -> new HeardClaim<>(t, c, retracted(t, c) ? null : c.value(property))))
                .toList());
    }

    /** The reports that are evidence of the call itself, not only of something said; all where none is. */
    static List<HeardReport> witnesses(List<HeardReport> all) {
        List<HeardReport> out = all.stream()
                .filter(t -> t.report().claims(Property.STATUS).anyMatch(Claim::evidence))
                .toList();
        return out.isEmpty() ? all : out;
    }

    /** Whether a report that tells of the call takes a value back; it is kept as evidence, and has no vote. */
    private static boolean retracted(HeardReport t, Claim c) {
        return c.modality() == Modality.DENIED
                && c.property() != Property.STATUS
                && t.report().status() != CallStatus.DENIED;
    }

    /** The value selected for a property that stands earlier in the list of rules. */
    <S> @Nullable S selected(PropertyRule<?, S> rule) {
        return rule.selected(found);
    }
}
