package org.readout.claim;

/** Whether the call took place. DISPUTED is only ever an outcome of reconciling, never a claim. */
public enum CallStatus {
    PLANNED,
    /** Planned, and put off. */
    POSTPONED,
    HAPPENED,
    CANCELLED,
    DENIED,
    DISPUTED;

    /** Whether the call is still to come: planned, or put off. */
    public boolean toCome() {
        return this == PLANNED || this == POSTPONED;
    }
}
