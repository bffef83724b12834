package org.readout.extraction.source;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;

/**
 * An account and whom it comes from: the words that name the source, and the words that they answer for.
 *
 * @param from first word of the source
 * @param to after its last word
 * @param start first word of what the source answers for
 * @param end after the last word of it
 * @param origin the deepest source named
 * @param country the state that the source speaks for, where it is one
 * @param leader whether a leader speaks, rather than somebody for a side
 * @param relayer who passes the account on, where the words name someone
 */
public record Attribution(
        int from,
        int to,
        int start,
        int end,
        Origin origin,
        @Nullable String country,
        boolean leader,
        @Nullable String relayer) {

    public boolean covers(int word) {
        return start <= word && word < end;
    }

    Attribution relayedBy(@Nullable String outlet) {
        return new Attribution(from, to, start, end, origin, country, leader, outlet == null ? relayer : outlet);
    }

    Attribution as(Origin other) {
        return new Attribution(from, to, start, end, other, country, leader, relayer);
    }

    /** Whether the source is an agency or an outlet itself. */
    public boolean byOutlet() {
        return origin.key().startsWith("agency:") || origin.key().startsWith("outlet:");
    }
}
