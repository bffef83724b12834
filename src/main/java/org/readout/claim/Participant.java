package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * One side of a call as a report names it.
 *
 * @param leaderId the leader's slug, or null for someone the registry does not hold
 * @param name the leader's usual name, or the words of the text
 * @param country ISO 3166-1 alpha-2 code or organisation code, where known
 * @param office the office held, where known
 * @param partial whether the text gave only a part of the name, completed from role and country
 */
public record Participant(
        @Nullable String leaderId,
        String name,
        @Nullable String country,
        @Nullable String office,
        boolean partial) {

    /** What the key of someone begins with whom the registry does not hold; the name, folded, follows. */
    public static final String UNREGISTERED = "name:";

    /** Equal for the same person: the slug, or the name folded when there is none. */
    public String key() {
        return leaderId != null ? leaderId : UNREGISTERED + Words.fold(name);
    }
}
