package org.readout.extraction;

import java.util.Optional;
import org.readout.claim.CallDuration;
import org.readout.extraction.duration.DurationReader;

/** Reads wordings of a length of time on their own. */
public final class DurationWording {

    private static final DurationReader READER = new DurationReader();

    private DurationWording() {}

    /**
     * What the words mean, in minutes.
     *
     * @param wording in words, in digits, as ISO 8601 ({@code PT1H30M}) or as hours and minutes ({@code 1:30})
     * @return empty when the words are no length of time
     */
    public static Optional<CallDuration> read(String wording) {
        return READER.read(wording);
    }

    /** Whether the words only qualify a length ("lengthy", "brief"). */
    public static boolean qualifies(String wording) {
        return READER.qualifies(wording);
    }
}
