package org.readout.claim;

/** What sort of publication a source article is. */
public enum ArticleKind {
    OFFICIAL_READOUT,
    WIRE,
    NEWS,
    AGGREGATOR,
    ANALYST_NOTE
}
