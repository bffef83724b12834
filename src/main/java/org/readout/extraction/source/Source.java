package org.readout.extraction.source;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;

/**
 * Words that can stand for a source.
 *
 * @param origin whom they stand for
 * @param country the state spoken for; null for an outlet, or somebody who is not placed
 * @param kind what sort of words they are
 */
record Source(int from, int to, Origin origin, @Nullable String country, Kind kind) {

    /** What sort of words name a source. */
    enum Kind {
        /** A government, a spokesperson, an office, a statement. */
        SIDE,
        /** A leader, by name or office. */
        LEADER,
        /** "he", "the spokesman": the source named before. */
        AGAIN,
        /** A source that is not placed: "a person familiar with the matter". */
        UNNAMED,
        /** An agency or an outlet. */
        OUTLET
    }

    /** The same source, as other words point back at it. */
    Source again(int from, int to) {
        return new Source(from, to, origin, country, Kind.AGAIN);
    }
}
