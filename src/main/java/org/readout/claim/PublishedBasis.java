package org.readout.claim;

/** Where an article's day of publication comes from. */
public enum PublishedBasis {
    GIVEN,
    DATELINE,
    EXTERNAL_ID,
    UNKNOWN
}
