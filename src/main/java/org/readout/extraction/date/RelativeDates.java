package org.readout.extraction.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;

/** Dates as seen from the day of publication: a weekday is the latest such day up to and including it. */
final class RelativeDates {

    private static final PhraseList RELATIVE = PhraseList.of("relative-days");
    private static final PhraseList PERIODS = PhraseList.of("relative-periods");
    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final WordList SAYING = WordList.of("attribution-verbs");
    private static final WordList DOCUMENTS = WordList.of("source-documents");

    private final TokenizedText text;
    private final DateWords words;
    private final @Nullable LocalDate published;
    private final CalendarDates calendar;
    private final List<DateFound> before;

    /**
     * @param before the dates found up to where the next is looked for
     */
    RelativeDates(
            TokenizedText text,
            DateWords words,
            @Nullable LocalDate published,
            CalendarDates calendar,
            List<DateFound> before) {
        this.text = text;
        this.words = words;
        this.published = published;
        this.calendar = calendar;
        this.before = before;
    }

    /** "today", "last night", "that day". */
    @Nullable
    DateFound day(int i) {
        Optional<PhraseTrie.Found<String>> found = text.at(RELATIVE, i);
        if (found.isEmpty()) {
            return null;
        }
        int to = i + found.get().length();
        String key = found.get().values().get(0);
        if (key.equals("SAME") || key.equals("WITHIN")) {
            return new DateFound(i, to, sameDay(i, key.equals("WITHIN")), null, DateFound.SAME_DAY);
        }
        LocalDate day = published == null ? null : published.plusDays(Integer.parseInt(key));
        CallDate value = day == null ? null : CallDate.day(day);
        DateFound spelt = spelledOut(i, to);
        return spelt != null ? spelt : new DateFound(i, to, value, null, DateFound.RELATIVE_DAY);
    }

    /**
     * "that day": the day named last, not one of telling; "earlier in the day" of what a sentence tells is that of the
     * telling.
     */
    private @Nullable CallDate sameDay(int i, boolean within) {
        int sentence = text.sentenceOf(i);
        CallDate told = within && sentence >= 0
                ? lastNamed(
                        text.sentence(sentence).from(),
                        d -> d.value() != null && d.value().singleDay())
                : null;
        if (told != null) {
            return told;
        }
        return lastNamed(0, d -> d.value() != null && d.value().singleDay() && !ofSaying(d));
    }

    /** What the last of the dates found so far means that begins at a word or behind it and fits; null where none does. */
    @Nullable
    CallDate lastNamed(int from, Predicate<DateFound> fits) {
        for (int k = before.size() - 1; k >= 0 && before.get(k).from() >= from; k--) {
            if (fits.test(before.get(k))) {
                return before.get(k).value();
            }
        }
        return null;
    }

    /** "the Post reported on Thursday": the day of the telling, which "that day" in what is told does not point at. */
    boolean ofSaying(DateFound d) {
        int before = d.wordBefore(text);
        return text.in(SAYING, before) || text.in(DOCUMENTS, before) || text.in(SAYING, d.to());
    }

    /** "Tomorrow, on April 2nd", "two days later (Monday)": words together with the date that spells them out; null without one. */
    @Nullable
    DateFound spelledOut(int i, int to) {
        DateFound date = explicitBehind(to);
        return date == null || date.value() == null
                ? null
                : new DateFound(i, date.to(), date.value(), null, "day-with-date");
    }

    private @Nullable DateFound explicitBehind(int at) {
        boolean bracketed = text.gapHas(at - 1, '(');
        if (at >= text.size() || !bracketed && !text.gapHas(at - 1, ',')) {
            return null;
        }
        int day = text.is(at, "on") ? at + 1 : at;
        DateFound weekday = weekday(day);
        if (weekday == null) {
            DateFound date = calendar.monthDay(day, null);
            return date == null ? calendar.numeric(day) : date;
        }
        boolean apposed = text.gapHas(weekday.to() - 1, bracketed ? ')' : ',');
        return weekday.rule().equals("weekday-with-date") || bracketed || apposed ? weekday : null;
    }

    /** "last week", "earlier this month", "last year": an interval of days. */
    @Nullable
    DateFound period(int i) {
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

    @Nullable
    DateFound weekday(int i) {
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
        DateFound explicit = goesOn ? calendar.monthDay(text.is(to, "on") ? to + 1 : to, day) : null;
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
            return new DateFound(i, to, coming, coming, DateFound.NEXT_WEEKDAY);
        }
        LocalDate past = published.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day));
        return new DateFound(i, to, CallDate.day(past), future, "weekday-last-or-same");
    }
}
