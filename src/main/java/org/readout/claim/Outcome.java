package org.readout.claim;

/** How the reports of one call stand to each other on one property. */
public enum Outcome {
    SINGLE,
    AGREE,
    COMPATIBLE,
    CONFLICT,
    ADJUDICATED,
    NOT_STATED
}
