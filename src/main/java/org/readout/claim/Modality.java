package org.readout.claim;

/** How a claim is put forward. */
public enum Modality {
    ASSERTED,
    PLANNED,
    DENIED
}
