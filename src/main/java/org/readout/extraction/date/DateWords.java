package org.readout.extraction.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;

/** Tells which words of a text are weekdays, months, days of a month, years and small numbers. */
public final class DateWords {

    private static final WordList SUFFIXES = WordList.of("ordinal-suffixes");
    private static final WordList BEFORE_MONTH = WordList.of("before-month");

    private static final WordList SEASONS = WordList.glosses("spring", "summer", "autumn", "fall", "winter");

    private final TokenizedText text;
    private final Map<String, Month> months;
    private final Map<String, DayOfWeek> weekdays;
    private final Map<String, DayOfWeek> abbreviated;

    public DateWords(TokenizedText text) {
        this.text = text;
        this.months = text.language().named("months", Month.class);
        this.weekdays = text.language().named("weekdays", DayOfWeek.class);
        this.abbreviated = text.language().named("weekday-abbreviations", DayOfWeek.class);
    }

    @Nullable
    public DayOfWeek dayOfWeek(int i) {
        if (i >= text.size() || !text.token(i).capital()) {
            return null;
        }
        DayOfWeek day = weekdays.get(text.word(i));
        return day != null || !text.gapHas(i, '.') ? day : abbreviated.get(text.word(i));
    }

    /** Whether the word begins a period by its name: "March", "the summer". */
    public boolean namesPeriod(int i) {
        return monthAt(i) != null || text.in(SEASONS, i);
    }

    @Nullable
    Month monthAt(int i) {
        return i >= 0 && i < text.size() && text.token(i).capital() ? months.get(text.word(i)) : null;
    }

    int dayNumber(int i) {
        String word = text.word(i);
        if (word.isEmpty() || word.length() > 4 || !isDigit(word.charAt(0))) {
            return -1;
        }
        int digits = word.length() > 1 && isDigit(word.charAt(1)) ? 2 : 1;
        if (digits < word.length() && !text.has(SUFFIXES, word.substring(digits))) {
            return -1;
        }
        int day = Integer.parseInt(word.substring(0, digits));
        return day <= 31 ? day : -1;
    }

    /** A day of the month as an ordinal ("17th"); -1 for anything else, a bare number included. */
    int ordinalDay(int i) {
        String word = text.word(i);
        return !word.isEmpty() && isDigit(word.charAt(0)) && !isDigit(word.charAt(word.length() - 1))
                ? dayNumber(i)
                : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Nullable
    Integer yearAt(int i) {
        String word = text.word(i);
        if (word.length() != 4 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int year = Integer.parseInt(word);
        return year >= 1900 && year <= 2100 ? year : null;
    }

    public int count(String word) {
        if (word.isEmpty()) {
            return -1;
        }
        if (word.length() <= 2 && isDigit(word.charAt(0)) && isDigit(word.charAt(word.length() - 1))) {
            return Integer.parseInt(word);
        }
        List<String> value = text.language().groups("counts").get(word);
        return value == null ? -1 : Integer.parseInt(value.get(0));
    }

    /** "May" and "March" are months after a preposition or before a year, not at the head of a sentence. */
    boolean mayIsMonth(int i) {
        return yearAt(i + 1) != null || text.in(BEFORE_MONTH, i - 1);
    }

    /** Whether a month's name stands where it is somebody's: "May told Trump". */
    public boolean isNoMonth(int i) {
        Month month = monthAt(i);
        return (month == Month.MAY || month == Month.MARCH)
                && !mayIsMonth(i)
                && dayNumber(i + 1) < 0
                && dayNumber(i - 1) < 0;
    }
}
