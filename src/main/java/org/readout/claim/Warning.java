package org.readout.claim;

/** Why an article may tell of less than it says. */
public enum Warning {
    /** It is not in a language that is read. */
    LANGUAGE_NOT_READ,
    /** Its day of publication is not known, so that "on Friday" stays open. */
    NO_DATE,
    /** It tells of no call, and names fewer than two leaders whom the registry holds. */
    NO_TWO_LEADERS,
    /** Words that tell of a call name somebody, or only people, whom the registry does not hold. */
    NAME_NOT_KNOWN
}
