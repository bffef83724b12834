package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who an account comes from: the deepest source that a text names.
 *
 * @param key equal for two accounts of one origin: {@code government:DE}, {@code leader:olaf-scholz}, {@code outlet:reuters}
 * @param label what a person reads: "German government spokesperson"
 * @param name the person's name where a text gives it
 */
public record Origin(String key, String label, @Nullable String name) {

    /** The account of a state's side: its spokespeople, its offices, its leaders. */
    public static Origin ofSide(String country, String label, @Nullable String name) {
        return new Origin("side:" + country, label, name);
    }

    /** The account of a publication that names nobody behind it. */
    public static Origin ofOutlet(String publisher) {
        return new Origin("outlet:" + publisher.strip().toLowerCase(java.util.Locale.ROOT), publisher.strip(), null);
    }

    /** Whether a source is named, rather than only the publication. */
    public boolean named() {
        return !key.startsWith("outlet:") && !key.startsWith("text:");
    }
}
