package org.readout.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.query.CallView;

/**
 * Calls on a line of time, in units of the drawing.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param dots one for each call with a day
 * @param years where each year begins
 */
public record Timeline(int width, int height, List<Dot> dots, List<Tick> years) {

    /** A call; those of one week are stacked. */
    public record Dot(double x, double y, CallView call) {}

    /** The beginning of a year. */
    public record Tick(double x, int year) {}

    private static final int WIDTH = 960;
    private static final int BASE = 100;
    private static final int STEP = 9;
    private static final int MARGIN = 20;
    private static final int HIGHEST = 9;

    /** The calls on a line from the first year to the last; null where none has a day. */
    public static @Nullable Timeline of(List<CallView> calls) {
        List<CallView> dated = calls.stream()
                .filter(c -> c.dateEarliest() != null && c.dateLatest() != null)
                .toList();
        if (dated.isEmpty()) {
            return null;
        }
        int first = dated.stream().mapToInt(c -> day(c).getYear()).min().orElseThrow();
        int last = dated.stream().mapToInt(c -> day(c).getYear()).max().orElseThrow() + 1;
        long from = LocalDate.of(first, 1, 1).toEpochDay();
        double days = LocalDate.of(last, 1, 1).toEpochDay() - from;
        int[] stacked = new int[(int) (days / 7) + 2];
        List<Dot> dots = new ArrayList<>();
        for (CallView c : dated) {
            long at = day(c).toEpochDay() - from;
            int height = Math.min(stacked[(int) (at / 7)]++, HIGHEST);
            dots.add(new Dot(x(at, days), BASE - STEP * height - 8.0, c));
        }
        List<Tick> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            years.add(new Tick(x(LocalDate.of(year, 1, 1).toEpochDay() - from, days), year));
        }
        return new Timeline(WIDTH, BASE + 24, dots, years);
    }

    private static LocalDate day(CallView call) {
        LocalDate day = call.dateLatest();
        return day == null ? LocalDate.EPOCH : day;
    }

    private static double x(long day, double days) {
        return Math.round((MARGIN + (WIDTH - 2.0 * MARGIN) * day / days) * 10) / 10.0;
    }
}
