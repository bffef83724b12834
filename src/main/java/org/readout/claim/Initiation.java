package org.readout.claim;

/** What is known about who called whom. */
public enum Initiation {
    STATED,
    MUTUAL,
    DISPUTED,
    NOT_STATED
}
