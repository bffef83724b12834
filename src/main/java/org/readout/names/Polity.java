package org.readout.names;

/**
 * A state or organisation as a word of a text names it.
 *
 * @param code ISO 3166-1 alpha-2 code, or the organisation's
 * @param form whether the word is its name, its demonym, its capital or a seat of its government
 */
public record Polity(String code, Form form) {

    /** What kind of word names it. */
    public enum Form {
        NAME,
        DEMONYM,
        CAPITAL,
        SEAT
    }
}
