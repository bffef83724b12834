package org.readout.claim;

/** Whether a statement is given in quotation marks, in the reporter's words, or in both. */
public enum QuoteType {
    DIRECT,
    INDIRECT,
    MIXED
}
