package org.readout.claim;

/** By what means the two sides spoke. */
public enum Medium {
    PHONE,
    VIDEO,
    UNSPECIFIED
}
