package org.readout.extraction.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.text.TokenizedText;

/**
 * Finds the words of a text that say when, and what they mean as seen from the day of publication. A weekday is the
 * latest such day up to and including that day; a day without a year is the one nearest to it.
 */
public final class DateReader {

    private static final int JUST_REACH = 4;

    private DateReader() {}

    /** The dates of a text, in its order; of two shapes that begin at one word the earlier of the list counts. */
    public static List<DateFound> find(TokenizedText text, @Nullable LocalDate published) {
        List<DateFound> out = new ArrayList<>();
        DateWords words = new DateWords(text);
        CalendarDates calendar = new CalendarDates(text, words, published);
        RelativeDates relative = new RelativeDates(text, words, published, calendar, out);
        CountedDates counted = new CountedDates(text, words, published, relative);
        List<IntFunction<@Nullable DateFound>> shapes = List.of(
                calendar::iso,
                calendar::numeric,
                relative::day,
                relative::period,
                counted::whole,
                counted::counted,
                relative::weekday,
                i -> calendar.monthDay(i, null),
                calendar::month,
                calendar::dayOfMonth,
                calendar::year);
        for (int i = 0; i < text.size(); ) {
            DateFound found = text.sentenceOf(i) < 0 ? null : at(i, shapes);
            if (found == null) {
                i++;
            } else {
                DateFound last = out.isEmpty() ? null : out.get(out.size() - 1);
                if (last != null && onlyJust(text, last, found)) {
                    out.remove(out.size() - 1);
                }
                out.add(found);
                i = found.to();
            }
        }
        return out;
    }

    /** "They just spoke last week": what "just" tells of has a date behind it. */
    private static boolean onlyJust(TokenizedText text, DateFound just, DateFound date) {
        return text.is(just.from(), "just")
                && date.from() - just.to() <= JUST_REACH
                && text.sentenceOf(just.from()) == text.sentenceOf(date.from());
    }

    private static @Nullable DateFound at(int i, List<IntFunction<@Nullable DateFound>> shapes) {
        for (IntFunction<@Nullable DateFound> shape : shapes) {
            DateFound found = shape.apply(i);
            if (found != null) {
                return found;
            }
        }
        return null;
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
}
