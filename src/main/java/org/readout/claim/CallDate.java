package org.readout.claim;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a call was: a day, or as much as is known of it (EDTF level 1, ISO 8601-2).
 *
 * @param edtf the date as EDTF ({@code 2024-11-15}, {@code 2022-12}, {@code 2022}, {@code 2022-07-10/2022-07-16}), or
 *     null when only the weekday is known
 * @param earliest the first day it can be, null when open
 * @param latest the last day it can be, null when open
 * @param weekday the weekday the words name, null when they name none
 * @param inferred whether only another day suggests it: that of publication, of the account, of a call told beside it
 */
public record CallDate(
        @Nullable String edtf,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable DayOfWeek weekday,
        boolean inferred) {

    private static final Pattern EDTF = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public static CallDate day(LocalDate day) {
        return new CallDate(day.toString(), day, day, null, false);
    }

    /** A day that the words name by its weekday; the weekday is kept even where it contradicts the day. */
    public static CallDate day(LocalDate day, DayOfWeek weekday) {
        return new CallDate(day.toString(), day, day, weekday, false);
    }

    /** A day that only another one suggests: that of publication, of the account, of a call told beside it. */
    public static CallDate inferred(LocalDate day) {
        return new CallDate(day.toString(), day, day, null, true);
    }

    public static CallDate month(YearMonth month) {
        return new CallDate(month.toString(), month.atDay(1), month.atEndOfMonth(), null, false);
    }

    public static CallDate year(Year year) {
        return new CallDate("%04d".formatted(year.getValue()), year.atDay(1), year.atDay(year.length()), null, false);
    }

    /** Days from {@code first} to {@code last}, both included. */
    public static CallDate between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
        return first.equals(last) ? day(first) : new CallDate(first + "/" + last, first, last, null, false);
    }

    /** A weekday of an unknown week. */
    public static CallDate open(DayOfWeek weekday) {
        return new CallDate(null, null, null, weekday, false);
    }

    /**
     * Reads EDTF: a day, a month, a year, or an interval of them. Years from 1000 to 2999.
     *
     * @return empty when it is not such a date or the day does not exist
     */
    public static Optional<CallDate> parse(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return single(edtf);
        }
        Optional<CallDate> from = single(edtf.substring(0, slash));
        Optional<CallDate> to = single(edtf.substring(slash + 1));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = from.get().earliest();
        LocalDate last = to.get().latest();
        return first == null || last == null || last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new CallDate(edtf, first, last, null, false));
    }

    private static Optional<CallDate> single(String edtf) {
        Matcher m = EDTF.matcher(edtf);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(m.group(1));
            if (year < 1000 || year > 2999) {
                return Optional.empty();
            }
            if (m.group(2) == null) {
                return Optional.of(year(Year.of(year)));
            }
            int month = Integer.parseInt(m.group(2));
            return Optional.of(
                    m.group(3) == null
                            ? month(YearMonth.of(year, month))
                            : day(LocalDate.of(year, month, Integer.parseInt(m.group(3)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day of an unknown year ({@code XXXX-01-27}). */
    public static CallDate yearless(MonthDay day) {
        return new CallDate(
                "XXXX-%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()), null, null, null, false);
    }

    /** A month of an unknown year ({@code XXXX-07}). */
    public static CallDate yearless(Month month) {
        return new CallDate("XXXX-%02d".formatted(month.getValue()), null, null, null, false);
    }

    /** Whether the bounds of the day are known, however wide. */
    public boolean bounded() {
        return earliest != null && latest != null;
    }

    /** Whether it is one day. */
    public boolean singleDay() {
        return earliest != null && earliest.equals(latest);
    }

    /** Number of days between the bounds, both included; {@code Long.MAX_VALUE} when open. */
    public long days() {
        return earliest == null || latest == null ? Long.MAX_VALUE : latest.toEpochDay() - earliest.toEpochDay() + 1;
    }

    /** Whether some day satisfies both; weekdays and days of an unknown year are held against the other's days. */
    public boolean meets(CallDate other) {
        if (earliest == null || latest == null) {
            return !other.bounded() || other.admits(this);
        }
        if (other.earliest == null || other.latest == null) {
            return admits(other);
        }
        return !earliest.isAfter(other.latest) && !other.earliest.isAfter(latest);
    }

    /** Whether a day within the bounds has the weekday, and the month and day, that the open date names. */
    private boolean admits(CallDate open) {
        if (earliest == null || latest == null || days() > 400) {
            return true;
        }
        for (LocalDate d = earliest; !d.isAfter(latest); d = d.plusDays(1)) {
            boolean fits = open.edtf == null
                    || !open.edtf.startsWith("XXXX-")
                    || d.toString().startsWith(open.edtf.substring(5), 5);
            if (fits && (open.weekday == null || d.getDayOfWeek() == open.weekday)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the weekday named is not that of the day given. */
    public boolean contradictsItself() {
        return weekday != null && singleDay() && earliest != null && earliest.getDayOfWeek() != weekday;
    }
}
