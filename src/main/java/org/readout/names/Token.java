package org.readout.names;

/**
 * One word of a text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last unit, a possessive ending not included
 * @param raw the word as written
 * @param folded the word as lexicons spell it: lower case, no accents
 * @param capital whether it begins with a capital letter
 * @param upper whether it is all capitals
 * @param possessive whether "'s" follows
 * @param hyphenated whether only a hyphen lies between it and the word before
 */
public record Token(
        int start,
        int end,
        String raw,
        String folded,
        boolean capital,
        boolean upper,
        boolean possessive,
        boolean hyphenated) {

    boolean is(String word) {
        return folded.equals(word);
    }

    public boolean digits() {
        return Character.isDigit(folded.charAt(0));
    }
}
