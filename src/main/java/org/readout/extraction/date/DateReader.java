package org.readout.extraction.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;

/**
 * Finds the words of a text that say when, and what they mean as seen from the day of publication. A weekday is the
 * latest such day up to and including that day; a day without a year is the one nearest to it.
 */
public final class DateReader {

    /**
     * Words that say when.
     *
     * @param from index of the first word
     * @param to index after the last
     * @param value the date; null when it cannot be resolved
     * @param future the date when the words speak of what is to come; null when that makes no difference
     * @param rule the rule that read it
     */
    public record DateFound(
            int from,
            int to,
            @Nullable CallDate value,
            @Nullable CallDate future,
            String rule) {

        /** The date of a call of that status: a day named for one to come is the next of its name. */
        @Nullable
        public CallDate of(CallStatus status) {
            return status.toCome() && future != null ? future : value;
        }

        /** Index of the word before the date and its "on". */
        public int wordBefore(TokenizedText text) {
            return text.is(from - 1, "on") ? from - 2 : from - 1;
        }
    }

    private static final PhraseList RELATIVE = PhraseList.of("relative-days");
    private static final PhraseList PERIODS = PhraseList.of("relative-periods");
    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList VERBS = WordList.of("past-verbs");
    private static final WordList SAYING = WordList.of("attribution-verbs");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList TALKED = WordList.of("reciprocal-verbs");
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,2})([./])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?![\\d./]*\\d)");

    private final TokenizedText text;
    private final DateWords words;
    private final @Nullable LocalDate published;

    private DateReader(TokenizedText text, @Nullable LocalDate published) {
        this.text = text;
        this.words = new DateWords(text);
        this.published = published;
    }

    public static List<DateFound> find(TokenizedText text, @Nullable LocalDate published) {
        DateReader reader = new DateReader(text, published);
        List<DateFound> out = new ArrayList<>();
        for (int i = 0; i < text.size(); ) {
            DateFound found = text.sentenceOf(i) < 0 ? null : reader.at(i, out);
            if (found == null) {
                i++;
            } else {
                out.add(found);
                i = found.to();
            }
        }
        return out;
    }

    /** The place of the first of the dates that begins at a word or behind it; their number where none does. */
    public static int firstFrom(List<DateFound> dates, int token) {
        int lo = 0;
        int hi = dates.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (dates.get(mid).from() < token) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    private @Nullable DateFound at(int i, List<DateFound> before) {
        DateFound found = iso(i);
        if (found == null) {
            found = numeric(i);
        }
        if (found == null) {
            found = relativeDay(i, before);
        }
        if (found == null) {
            found = period(i);
        }
        if (found == null) {
            found = weekday(i);
        }
        if (found == null) {
            found = monthDay(i, null);
        }
        if (found == null) {
            found = month(i);
        }
        if (found == null) {
            found = dayOfMonth(i);
        }
        if (found == null) {
            found = ago(i);
        }
        return found == null ? year(i) : found;
    }

    private @Nullable DateFound iso(int i) {
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

    /** "today", "last night", "that day". */
    private @Nullable DateFound relativeDay(int i, List<DateFound> before) {
        Optional<PhraseTrie.Found<String>> found = text.at(RELATIVE, i);
        if (found.isEmpty()) {
            return null;
        }
        int to = i + found.get().length();
        String key = found.get().values().get(0);
        if (key.equals("SAME")) {
            CallDate anchor = null;
            for (int k = before.size() - 1; k >= 0 && anchor == null; k--) {
                CallDate value = before.get(k).value();
                anchor = value != null && value.singleDay() && !ofSaying(before.get(k)) ? value : null;
            }
            return new DateFound(i, to, anchor, null, "same-day");
        }
        LocalDate day = published == null ? null : published.plusDays(Integer.parseInt(key));
        CallDate value = day == null ? null : CallDate.day(day);
        DateFound combined = explicitBehind(to);
        if (combined != null && combined.value() != null) {
            return new DateFound(i, combined.to(), combined.value(), null, "day-with-date");
        }
        return new DateFound(i, to, value, null, "relative-day");
    }

    /** "the Post reported on Thursday": the day of the telling, which "that day" in what is told does not point at. */
    private boolean ofSaying(DateFound d) {
        int before = d.wordBefore(text);
        return text.in(SAYING, before) || text.in(DOCUMENTS, before) || text.in(SAYING, d.to());
    }

    /** "Tomorrow, on April 2nd", "this evening (Monday)", "today, Wednesday": the date that spells the word out. */
    private @Nullable DateFound explicitBehind(int at) {
        boolean bracketed = text.gapHas(at - 1, '(');
        if (at >= text.size() || !bracketed && !text.gapHas(at - 1, ',')) {
            return null;
        }
        int day = text.is(at, "on") ? at + 1 : at;
        DateFound weekday = weekday(day);
        if (weekday == null) {
            DateFound date = monthDay(day, null);
            return date == null ? numeric(day) : date;
        }
        boolean apposed = text.gapHas(weekday.to() - 1, bracketed ? ')' : ',');
        return weekday.rule().equals("weekday-with-date") || bracketed || apposed ? weekday : null;
    }

    /**
     * "14.02.2023", "8.6.09", "02/14/2023": day and month in the order that is possible, and where both are, in the one
     * nearer to the day of publication.
     */
    private @Nullable DateFound numeric(int i) {
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

    /** "last week", "earlier this month", "last year": an interval of days. */
    private @Nullable DateFound period(int i) {
        Optional<PhraseTrie.Found<String>> found = text.at(PERIODS, i);
        if (found.isEmpty()) {
            return null;
        }
        int to = i + found.get().length();
        if (published == null) {
            return new DateFound(i, to, null, null, "relative-period");
        }
        DayOfWeek weekday = words.dayOfWeek(to);
        if (weekday != null
                && text.sentenceOf(to) == text.sentenceOf(i)
                && found.get().values().contains("LAST_WEEK")) {
            LocalDate day =
                    published.with(TemporalAdjusters.previousOrSame(weekday)).minusDays(7);
            return new DateFound(i, to + 1, CallDate.day(day), null, "weekday-a-week-ago");
        }
        LocalDate sunday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        CallDate value = switch (found.get().values().get(0)) {
            case "LAST_WEEK" -> CallDate.between(sunday.minusDays(7), sunday.minusDays(1));
            case "THIS_WEEK" -> CallDate.between(sunday.equals(published) ? sunday.minusDays(6) : sunday, published);
            case "NEXT_WEEK" -> CallDate.between(sunday.plusDays(7), sunday.plusDays(13));
            case "LAST_WEEKEND" -> {
                LocalDate saturday = published.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
                yield CallDate.between(
                        saturday, saturday.plusDays(1).isAfter(published) ? saturday : saturday.plusDays(1));
            }
            case "LAST_SPRING" -> lastSeason(Month.MARCH, published);
            case "LAST_SUMMER" -> lastSeason(Month.JUNE, published);
            case "LAST_AUTUMN" -> lastSeason(Month.SEPTEMBER, published);
            case "LAST_WINTER" -> lastSeason(Month.DECEMBER, published);
            case "LAST_MONTH" -> CallDate.month(YearMonth.from(published).minusMonths(1));
            case "THIS_MONTH" -> CallDate.month(YearMonth.from(published));
            case "LAST_YEAR" -> CallDate.year(Year.from(published).minusYears(1));
            case "THIS_YEAR" -> CallDate.year(Year.from(published));
            default -> null;
        };
        return new DateFound(i, to, value, null, "relative-period");
    }

    /** The last three months that began with that month and were over by the day. */
    private static CallDate lastSeason(Month first, LocalDate day) {
        YearMonth last = YearMonth.of(day.getYear(), first).plusMonths(2);
        YearMonth over = last.isBefore(YearMonth.from(day)) ? last : last.minusYears(1);
        return CallDate.between(over.minusMonths(2).atDay(1), over.atEndOfMonth());
    }

    private @Nullable DateFound weekday(int i) {
        int at = i;
        boolean last = text.is(at, "last");
        boolean next = text.is(at, "next") || text.is(at, "coming");
        if (last || next || text.is(at, "this") || text.is(at, "early") || text.is(at, "late")) {
            at++;
        }
        DayOfWeek day = words.dayOfWeek(at);
        if (day == null) {
            return null;
        }
        int to = at + 1;
        while (to < text.size() && text.in(DAY_PARTS, to) && text.gap(to - 1).isBlank()) {
            to++;
        }
        boolean goesOn =
                to < text.size() && text.gap(to - 1).length() <= 3 && text.sentenceOf(to) == text.sentenceOf(i);
        DateFound explicit = goesOn ? monthDay(text.is(to, "on") ? to + 1 : to, day) : null;
        if (explicit != null && explicit.value() != null) {
            return new DateFound(i, explicit.to(), explicit.value(), null, "weekday-with-date");
        }
        if (published == null) {
            return new DateFound(i, to, CallDate.open(day), null, "weekday-open");
        }
        boolean later = text.is(i - 1, "later") || text.is(i - 1, "on") && text.is(i - 2, "later");
        CallDate future = CallDate.day(
                published.with(later ? TemporalAdjusters.previousOrSame(day) : TemporalAdjusters.nextOrSame(day)));
        if (next) {
            CallDate coming = CallDate.day(published.with(TemporalAdjusters.next(day)));
            return new DateFound(i, to, coming, coming, "weekday-next");
        }
        LocalDate past = published.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
        return new DateFound(i, to, CallDate.day(past), future, "weekday-last-or-same");
    }

    /** "November 15", "15 November 2024", "Nov. 15, 2024", "15th of November". */
    private @Nullable DateFound monthDay(int i, @Nullable DayOfWeek weekday) {
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
    private @Nullable DateFound dayOfMonth(int i) {
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
    private @Nullable DateFound month(int i) {
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

    /** "two days ago", "three weeks earlier". */
    private @Nullable DateFound ago(int i) {
        int number = words.count(text.word(i));
        if (number < 0) {
            return null;
        }
        String unit = text.word(i + 1);
        String back = text.word(i + 2);
        if (!text.same(back, "ago") || published == null) {
            return null;
        }
        CallDate value = switch (unit) {
            case "day", "days" -> CallDate.day(published.minusDays(number));
            case "week", "weeks" ->
                CallDate.between(
                        published.minusWeeks(number).minusDays(3),
                        published.minusWeeks(number).plusDays(3));
            case "month", "months" -> CallDate.month(YearMonth.from(published).minusMonths(number));
            case "year", "years" -> CallDate.year(Year.from(published).minusYears(number));
            default -> null;
        };
        return value == null ? null : new DateFound(i, i + 3, value, null, "ago");
    }

    /** "in 2022", "since 1979". */
    private @Nullable DateFound year(int i) {
        Integer year = words.yearAt(i);
        if (year == null || !text.isOneOf(i - 1, "in", "since", "during", "of", "until")) {
            return null;
        }
        return new DateFound(i, i + 1, CallDate.year(Year.of(year)), null, "year");
    }
}
