package org.readout.platform;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a caller would rather have, in the header {@code Prefer} (RFC 7240); whatever else it names is passed by. */
public final class Preferred {

    /** An answer to a write by its status and headers alone. */
    public static final String MINIMAL = "return=minimal";

    /** How the description tells of it. */
    public static final String COUNT = "count=exact for how many there are in all, as total";

    private static final String EXACT_COUNT = "count=exact";

    private Preferred() {}

    public static boolean minimalAnswer(@Nullable String header) {
        return names(header, MINIMAL);
    }

    /** Whether the caller wants to know how many items a list has in all. */
    public static boolean exactCount(@Nullable String header) {
        return names(header, EXACT_COUNT);
    }

    private static boolean names(@Nullable String header, String preference) {
        return header != null
                && Arrays.stream(header.split("[,;]"))
                        .map(p -> p.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                        .anyMatch(preference::equals);
    }
}
