package org.readout.extraction.duration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.readout.claim.CallDuration;
import org.readout.claim.WordFile;

/**
 * How wide each wording is, from {@code lexicon/durations.txt}: rows of half-widths by unit and size, and rows of
 * offsets by modifier, in minutes, in half-widths ({@code h}) or in parts of the value ({@code v}).
 *
 * <p>The forms follow Rietveld (2002) on rounding of reported times to 5, 15 and 30 minutes, Cummins, Sauerland and
 * Solt (2012) on "more than n", and McNabb et al. on the cancellable bound of "up to"; the widths are a calibration.
 */
final class DurationCalibration {

    private record Width(boolean inMinutes, int upTo, int multipleOf, int half) {}

    private record Offset(DurationModifier modifier, int upTo, String low, String best, String high, String hard) {}

    private final List<Width> widths = new ArrayList<>();
    private final List<Offset> offsets = new ArrayList<>();

    static DurationCalibration load() {
        DurationCalibration calibration = new DurationCalibration();
        for (String line : WordFile.lines("/lexicon/durations.txt")) {
            String[] f = line.split("\\s*,\\s*", -1);
            switch (f[0]) {
                case "width" ->
                    calibration.widths.add(new Width(
                            f[1].equals("minutes"),
                            Integer.parseInt(f[2]),
                            Integer.parseInt(f[3]),
                            Integer.parseInt(f[4])));
                case "offset" ->
                    calibration.offsets.add(
                            new Offset(DurationModifier.valueOf(f[1]), Integer.parseInt(f[2]), f[3], f[4], f[5], f[6]));
                default -> throw new IllegalStateException("Not a row of durations: " + line);
            }
        }
        return calibration;
    }

    /**
     * The plausible minutes of a wording.
     *
     * @param minutes the value named, over 0
     * @param inMinutes whether it is named in minutes, which is finer than in hours
     * @param modifiers what the words around it do to it; "about" beside another has no further effect
     */
    CallDuration interval(double minutes, boolean inMinutes, Set<DurationModifier> modifiers) {
        Set<DurationModifier> strong = EnumSet.noneOf(DurationModifier.class);
        strong.addAll(modifiers);
        if (strong.size() > 1) {
            strong.remove(DurationModifier.APPROX);
        }
        DurationModifier modifier =
                strong.isEmpty() ? DurationModifier.BARE : strong.iterator().next();
        int half = half(minutes, inMinutes);
        Offset offset = offsets.stream()
                .filter(o -> o.modifier() == modifier && minutes <= o.upTo())
                .findFirst()
                .orElseThrow();
        boolean below = offset.best().startsWith("-");
        double shifted = minutes + shift(offset.best(), minutes, half);
        int best = (int)
                (modifier == DurationModifier.BARE
                        ? Math.round(shifted)
                        : below ? Math.floor(shifted) : Math.ceil(shifted - 1e-9));
        int low = (int) Math.ceil(minutes + shift(offset.low(), minutes, half) - 1e-9);
        int high = (int) Math.floor(minutes + shift(offset.high(), minutes, half) + 1e-9);
        low = Math.max(1, Math.min(low, best));
        best = Math.max(best, low);
        high = Math.max(high, best);
        return new CallDuration(
                low, best, high, offset.hard().contains("low"), offset.hard().contains("high"));
    }

    /** Both ends named: from the lower to the higher, widened by half a grain. */
    CallDuration between(double low, double high, boolean inMinutes) {
        int half = half(low, inMinutes);
        int widen = (half + 1) / 2;
        return new CallDuration(
                (int) Math.max(1, low - widen), (int) Math.round((low + high) / 2), (int) high + widen, false, false);
    }

    /** From one amount to another, both named: that very range. */
    CallDuration exactly(double low, double high) {
        return new CallDuration((int) Math.max(1, low), (int) Math.round((low + high) / 2), (int) high, false, false);
    }

    private int half(double minutes, boolean inMinutes) {
        for (Width w : widths) {
            if (w.inMinutes() == inMinutes
                    && minutes <= w.upTo()
                    && (w.multipleOf() == 0 || minutes == Math.rint(minutes) && (long) minutes % w.multipleOf() == 0)) {
                return w.half();
            }
        }
        throw new IllegalStateException("No width for " + minutes + " minutes");
    }

    private static double shift(String offset, double minutes, int half) {
        char unit = offset.charAt(offset.length() - 1);
        if (Character.isDigit(unit)) {
            return Double.parseDouble(offset);
        }
        double factor = Double.parseDouble(offset.substring(0, offset.length() - 1));
        return unit == 'h' ? factor * half : factor * minutes;
    }
}
