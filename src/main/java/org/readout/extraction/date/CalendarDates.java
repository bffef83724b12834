package org.readout.extraction.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;

/** Dates by their day, month or year: what lacks a year is the one nearest to the day of publication. */
final class CalendarDates {

    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList VERBS = WordList.of("past-verbs");
    private static final WordList TALKED = WordList.of("reciprocal-verbs");
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?![\\d./]*\\d)");

    private final TokenizedText text;
    private final DateWords words;
    private final @Nullable LocalDate published;

    CalendarDates(TokenizedText text, DateWords words, @Nullable LocalDate published) {
        this.text = text;
        this.words = words;
        this.published = published;
    }

    @Nullable
    DateFound iso(int i) {
        if (text.word(i).length() != 4 || !text.token(i).digits() || i + 2 >= text.size()) {
            return null;
        }
        if (!text.token(i + 1).hyphenated() || !text.token(i + 2).hyphenated()) {
            return null;
        }
        return CallDate.parse(text.span(i, i + 3).exact())
                .map(d -> new DateFound(i, i + 3, d, null, "iso-date"))
                .orElse(null);
    }

    /**
     * "14.02.2023", "8.6.09", "02/14/2023": day and month in the order that is possible, and where both are, in the one
     * nearer to the day of publication.
     */
    @Nullable
    DateFound numeric(int i) {
        Matcher numbers = i < text.size()
                ? NUMERIC.matcher(text.text())
                        .region(text.token(i).start(), text.text().length())
                : null;
        if (numbers == null || !numbers.lookingAt()) {
            return null;
        }
        int to = i + 1;
        while (to < text.size() && text.token(to).start() < numbers.end()) {
            to++;
        }
        int year = Integer.parseInt(numbers.group(4));
        year += numbers.group(4).length() == 2 ? 2000 : 0;
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        List<LocalDate> readings = new ArrayList<>();
        for (int[] dayAndMonth : new int[][] {{first, second}, {second, first}}) {
            boolean month = dayAndMonth[1] >= 1 && dayAndMonth[1] <= 12;
            if (month && YearMonth.of(year, dayAndMonth[1]).isValidDay(dayAndMonth[0])) {
                readings.add(LocalDate.of(year, dayAndMonth[1], dayAndMonth[0]));
            }
        }
        LocalDate seen = published;
        boolean clear =
                readings.size() == 1 || readings.size() == 2 && readings.get(0).equals(readings.get(1));
        CallDate value = readings.isEmpty() || !clear && seen == null
                ? null
                : CallDate.day(
                        clear || seen == null
                                ? readings.get(0)
                                : readings.stream()
                                        .min(Comparator.comparingLong(
                                                d -> Math.abs(d.toEpochDay() - seen.toEpochDay())))
                                        .orElseThrow());
        return new DateFound(i, to, value, null, "numeric-date");
    }

    /** "November 15", "15 November 2024", "Nov. 15, 2024", "15th of November". */
    @Nullable
    DateFound monthDay(int i, @Nullable DayOfWeek weekday) {
        int start = i;
        int at = text.is(i, "the") ? i + 1 : i;
        Month month = words.monthAt(at);
        int day;
        if (month != null) {
            day = words.dayNumber(at + 1);
            at += 2;
        } else {
            day = words.dayNumber(at);
            int monthIndex = text.is(at + 1, "of") ? at + 2 : at + 1;
            month = day > 0 ? words.monthAt(monthIndex) : null;
            at = monthIndex + 1;
        }
        if (month == null || day <= 0) {
            return null;
        }
        Integer year = words.yearAt(at);
        boolean joined = year != null
                && text.gap(at - 1).length() <= 2
                && text.gap(at - 1).indexOf('.') < 0;
        int to = joined ? at + 1 : at;
        try {
            if (joined && year != null) {
                LocalDate date = LocalDate.of(year, month, day);
                return new DateFound(start, to, dated(date, weekday), null, "full-date");
            }
            if (published == null) {
                return new DateFound(start, to, CallDate.yearless(MonthDay.of(month, day)), null, "day-without-year");
            }
            LocalDate date = nearest(month, day, published, 1);
            LocalDate ahead = nearest(month, day, published, 366);
            return new DateFound(start, to, dated(date, weekday), dated(ahead, weekday), "day-nearest-publication");
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** "on the 17th": the latest such day up to that of publication, the next one for what is to come. */
    @Nullable
    DateFound dayOfMonth(int i) {
        int day = words.ordinalDay(i + 1);
        if (day <= 0 || !text.is(i, "the") || !text.is(i - 1, "on") || !standsAlone(i + 2)) {
            return null;
        }
        if (published == null) {
            return new DateFound(i, i + 2, null, null, "day-of-month");
        }
        CallDate past = null;
        CallDate ahead = null;
        for (int k = -2; k <= 2; k++) {
            YearMonth month = YearMonth.from(published).plusMonths(k);
            if (!month.isValidDay(day)) {
                continue;
            }
            LocalDate date = month.atDay(day);
            past = date.isAfter(published) ? past : CallDate.day(date);
            ahead = ahead == null && !date.isBefore(published) ? CallDate.day(date) : ahead;
        }
        return new DateFound(i, i + 2, past, ahead, "day-of-month");
    }

    /** Whether no noun follows, of which the number before would be an adjective: not "the 20th anniversary". */
    private boolean standsAlone(int at) {
        return at >= text.size()
                || text.sentenceOf(at) != text.sentenceOf(at - 1)
                || !text.gap(at - 1).isBlank()
                || text.in(CLOSED, at)
                || text.in(VERBS, at)
                || text.in(TALKED, at);
    }

    private static CallDate dated(LocalDate date, @Nullable DayOfWeek weekday) {
        return weekday == null ? CallDate.day(date) : CallDate.day(date, weekday);
    }

    /** The nearest such day that is not further ahead than so many days; what is told of as past has happened. */
    private static LocalDate nearest(Month month, int day, LocalDate to, int ahead) {
        List<LocalDate> candidates = new ArrayList<>();
        for (int year = to.getYear() - 4; year <= to.getYear() + 1; year++) {
            if (day <= month.length(Year.isLeap(year))
                    && !LocalDate.of(year, month, day).isAfter(to.plusDays(ahead))) {
                candidates.add(LocalDate.of(year, month, day));
            }
        }
        return candidates.stream()
                .min(Comparator.comparingLong(d -> Math.abs(d.toEpochDay() - to.toEpochDay())))
                .orElseThrow(() -> new DateTimeException("No such day"));
    }

    /** "in September", "December 2022", "last December", "mid-August", "a July phone call". */
    @Nullable
    DateFound month(int i) {
        int at = i;
        String part = "";
        if (text.isOneOf(at, "early", "mid", "late")) {
            part = text.word(at++);
        } else if (text.is(at, "last") || text.is(at, "this") || text.is(at, "next")) {
            part = text.word(at++);
        }
        Month month = words.monthAt(at);
        if (month == null
                || month == Month.MAY && !words.mayIsMonth(at)
                || month == Month.MARCH && !words.mayIsMonth(at)) {
            return null;
        }
        int to = at + 1;
        int yearIndex = text.is(to, "of") ? to + 1 : to;
        Integer year = text.gap(to - 1).length() <= 2 ? words.yearAt(yearIndex) : null;
        if (year != null) {
            to = yearIndex + 1;
            return new DateFound(i, to, part(YearMonth.of(year, month), part), null, "month-of-year");
        }
        if (text.is(yearIndex - 1, "of")
                && text.is(yearIndex, "last")
                && text.is(yearIndex + 1, "year")
                && published != null) {
            return new DateFound(
                    i, yearIndex + 2, part(YearMonth.of(published.getYear() - 1, month), part), null, "month-of-year");
        }
        if (published == null) {
            return new DateFound(i, to, CallDate.yearless(month), null, "month-without-year");
        }
        YearMonth own = YearMonth.from(published);
        YearMonth past = YearMonth.of(own.getYear(), month);
        if (past.isAfter(own) || text.same(part, "last") && past.equals(own)) {
            past = past.minusYears(1);
        }
        YearMonth ahead = past.isBefore(own) ? past.plusYears(1) : past;
        return new DateFound(
                i,
                to,
                part(text.same(part, "next") ? ahead : past, part),
                CallDate.month(ahead),
                "month-nearest-publication");
    }

    private static CallDate part(YearMonth month, String part) {
        return switch (part) {
            case "early" -> CallDate.between(month.atDay(1), month.atDay(10));
            case "mid" -> CallDate.between(month.atDay(11), month.atDay(20));
            case "late" -> CallDate.between(month.atDay(21), month.atEndOfMonth());
            default -> CallDate.month(month);
        };
    }

    /** "in 2022", "since 1979". */
    @Nullable
    DateFound year(int i) {
        Integer year = words.yearAt(i);
        if (year == null || !text.isOneOf(i - 1, "in", "since", "during", "of", "until")) {
            return null;
        }
        return new DateFound(i, i + 1, CallDate.year(Year.of(year)), null, "year");
    }
}
