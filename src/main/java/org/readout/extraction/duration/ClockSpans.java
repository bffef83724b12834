package org.readout.extraction.duration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.names.Token;

/** Reads how long something took from when it began and ended: "from 9:15 p.m. to 10:30 p.m.", "between 18:20 and 18:50". */
public final class ClockSpans {

    /**
     * A stretch of time by the clock.
     *
     * @param to index after its last word
     * @param minutes how long it is, in minutes, from 1 to 720
     */
    record Span(int to, int minutes) {}

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final WordList OPENERS = WordList.of("clock-openers");
    private static final WordList JOINTS = WordList.of("clock-joints");
    private static final String AFTERNOON = "pm";
    private static final String MORNING = "am";
    private static final int HOUR = 60;
    private static final int HALF_DAY = 12 * HOUR;
    private static final int DAY = 2 * HALF_DAY;

    private ClockSpans() {}

    /** A time of day; {@code half} is "am", "pm" or empty, and minutes count from midnight, or from noon where it is empty. */
    private record Time(int to, int minutes, String half, boolean exact) {}

    /** The stretch of time that begins at a word; empty where none does. */
    public static Optional<Span> at(Language language, List<Token> tokens, int at) {
        if (!language.has(OPENERS, word(tokens, at))) {
            return Optional.empty();
        }
        Optional<Time> begin = time(language, tokens, at + 1);
        Optional<Time> end = begin.filter(b -> language.has(JOINTS, word(tokens, b.to())))
                .flatMap(b -> time(language, tokens, b.to() + 1));
        if (end.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt minutes = between(begin.get(), end.get());
        return minutes.isPresent() ? Optional.of(new Span(end.get().to(), minutes.getAsInt())) : Optional.empty();
    }

    private static OptionalInt between(Time begin, Time end) {
        if (!begin.exact()
                && !end.exact()
                && begin.half().isEmpty()
                && end.half().isEmpty()) {
            return OptionalInt.empty();
        }
        int from = onDay(begin, begin.half().isEmpty() ? end.half() : begin.half());
        int until = onDay(end, end.half());
        if (from > until && begin.half().isEmpty()) {
            from -= HALF_DAY;
        }
        int minutes = Math.floorMod(until - from, DAY);
        return minutes >= 1 && minutes <= HALF_DAY ? OptionalInt.of(minutes) : OptionalInt.empty();
    }

    private static int onDay(Time time, String half) {
        if (half.isEmpty()) {
            return time.minutes();
        }
        return time.minutes() % HALF_DAY + (half.equals(AFTERNOON) ? HALF_DAY : 0);
    }

    private static Optional<Time> time(Language language, List<Token> tokens, int at) {
        Matcher clock = CLOCK.matcher(at < tokens.size() ? tokens.get(at).raw() : "");
        if (!clock.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        if (hour > 24 || minute >= HOUR) {
            return Optional.empty();
        }
        String half = word(tokens, at + 1);
        boolean named = language.is(half, AFTERNOON) || language.is(half, MORNING);
        return Optional.of(new Time(
                named ? at + 2 : at + 1,
                hour * HOUR + minute,
                named ? language.glossOf(half) : "",
                clock.group(2) != null));
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).folded() : "";
    }
}
