package org.readout.platform;

/** How much of something is taken, in characters or entries. */
public final class Bounds {

    /** A name, a wording of a value, an id that others gave. */
    public static final int NAME = 200;

    public static final int TITLE = 1_000;
    public static final int ADDRESS = 2_000;
    public static final int REASON = 2_000;

    /** What somebody said. */
    public static final int SAYING = 20_000;

    /** A list within a body. */
    public static final int ENTRIES = 200;

    /** What is said of longer lists. */
    public static final String TOO_MANY = "has more than {max} entries";

    private Bounds() {}
}
