package org.readout.decision;

/** What a person ruled on. */
public enum DecisionKind {
    /** The value of a property of a call. */
    PROPERTY,
    /** That reports of two calls tell of one. */
    SAME_CALL,
    /** That some reports of a call tell of another one. */
    DIFFERENT_CALLS,
    /** That something is no statement of a call. */
    NOT_A_STATEMENT,
    /** That two leaders are one person. */
    SAME_LEADER
}
