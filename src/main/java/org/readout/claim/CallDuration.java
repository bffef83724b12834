package org.readout.claim;

/**
 * How long a call lasted, as an interval of plausible whole minutes.
 *
 * @param low the shortest plausible, minutes, from 0
 * @param best the likeliest, minutes, between low and high
 * @param high the longest plausible, minutes
 * @param lowHard whether the words exclude what is shorter ("more than an hour")
 * @param highHard whether the words exclude what is longer ("nearly an hour")
 */
public record CallDuration(int low, int best, int high, boolean lowHard, boolean highHard) {

    public CallDuration {
        if (low < 0 || best < low || high < best) {
            throw new IllegalArgumentException("Not an interval: " + low + " / " + best + " / " + high);
        }
    }

    /** Whether some number of minutes is plausible under both. */
    public boolean meets(CallDuration other) {
        return low <= other.high && other.low <= high;
    }

    public int width() {
        return high - low;
    }
}
