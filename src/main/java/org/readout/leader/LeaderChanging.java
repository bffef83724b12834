package org.readout.leader;

import java.util.List;

/**
 * What is known of leaders changes, told within the change's transaction to whoever builds on it.
 *
 * @see Leaving
 * @see Changed
 * @see Done
 */
public final class LeaderChanging {

    private LeaderChanging() {}

    /** A leader is about to be removed; whoever needs it says so by a problem. */
    public record Leaving(String id) {}

    /**
     * Other names or terms are known of a leader than before.
     *
     * @param names every spelling, those before and those now
     */
    public record Changed(String id, List<String> names) {}

    /** The transaction has ended; what was begun in it can be gone on with. */
    public record Done() {}
}
