package org.readout.reconciliation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        return new HeardClaims<>(reports.stream()
                .flatMap(t -> t.report().claims(property).map(c -> new HeardClaim<>(t, c, c.value(property))))
                .toList());
    }

    /** The value selected for a property that stands earlier in the list of rules. */
    <S> @Nullable S selected(PropertyRule<?, S> rule) {
        return rule.selected(found);
    }
}
