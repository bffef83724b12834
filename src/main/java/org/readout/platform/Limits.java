package org.readout.platform;

import org.jspecify.annotations.Nullable;

/** How much a list answers at once. */
public final class Limits {

    public static final int DEFAULT = 20;
    public static final int MOST = 200;

    private Limits() {}

    /** The limit asked for, or the default. */
    public static int read(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.parameter("limit", "is not between 1 and " + MOST);
        }
        return limit;
    }
}
