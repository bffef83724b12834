package org.readout.reconciliation;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;

/**
 * One claim as heard when a property is reconciled.
 *
 * @param testimony the report that makes it
 * @param claim the claim
 * @param value the value it votes for, which a report may have chosen among several claims
 */
record Voice(Testimony testimony, Claim claim, @Nullable Object value) {

    static Voice of(Testimony testimony, Claim claim) {
        return new Voice(testimony, claim, claim.value());
    }

    String origin() {
        return testimony.originOf(claim);
    }

    <T> @Nullable T value(Class<T> type) {
        return type.cast(value);
    }
}
