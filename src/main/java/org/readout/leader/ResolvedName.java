package org.readout.leader;

import org.jspecify.annotations.Nullable;

/**
 * Whom a name means.
 *
 * @param leaderId the leader's slug
 * @param name the usual name
 * @param country the state or organisation on the day, where known
 * @param office the office on the day, where known
 * @param partial whether only a part of the name was given
 */
public record ResolvedName(
        String leaderId,
        String name,
        @Nullable String country,
        @Nullable String office,
        boolean partial) {}
