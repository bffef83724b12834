package org.readout.extraction;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which words of a text are weekdays, months, days of a month, years and small numbers. */
final class DateWords {

    private final TokenizedText text;

    DateWords(TokenizedText text) {
        this.text = text;
    }

    @Nullable
    Month month(String word, boolean capital) {
        if (!capital || word.length() < 3) {
            return null;
        }
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (word.equals(name)
                    || word.equals("sept") && month == Month.SEPTEMBER
                    || word.length() == 3 && name.startsWith(word)) {
                return month;
            }
        }
        return null;
    }

    @Nullable
    DayOfWeek dayOfWeek(int i) {
        if (i >= text.size() || !text.token(i).capital()) {
            return null;
        }
        String word = text.word(i);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (word.equals(name)
                    || text.gap(i).startsWith(".")
                            && word.length() >= 3
                            && word.length() <= 5
                            && name.startsWith(word)) {
                return day;
            }
        }
        return null;
    }

    @Nullable
    Month monthAt(int i) {
        return i >= 0 && i < text.size() ? month(text.word(i), text.token(i).capital()) : null;
    }

    int dayNumber(int i) {
        String word = text.word(i).replaceFirst("(?<=\\d)(st|nd|rd|th)$", "");
        if (word.isEmpty() || word.length() > 2 || !word.chars().allMatch(Character::isDigit)) {
            return -1;
        }
        int day = Integer.parseInt(word);
        return day <= 31 ? day : -1;
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

    static int count(String word) {
        if (word.equals("a") || word.equals("one")) {
            return 1;
        }
        if (word.isEmpty()) {
            return -1;
        }
        if (word.chars().allMatch(c -> c >= '0' && c <= '9') && word.length() <= 2) {
            return Integer.parseInt(word);
        }
        int i = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
                .indexOf(word);
        return i < 0 ? -1 : i + 2;
    }

    /** "May" and "March" are months after a preposition or before a year, not at the head of a sentence. */
    boolean mayIsMonth(int i) {
        return yearAt(i + 1) != null
                || Set.of(
                                "in", "since", "last", "this", "until", "by", "of", "during", "a", "early", "mid",
                                "late", "next", "from", "s", "his", "their")
                        .contains(text.word(i - 1));
    }
}
