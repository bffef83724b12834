package org.readout.extraction.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.extraction.text.TokenizedText;

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

    static final String RELATIVE_DAY = "relative-day";
    static final String NEXT_WEEKDAY = "weekday-next";
    static final String SAME_DAY = "same-day";
    static final String COUNTED = "counted-from-date";

    /** Whether it was found from another date of the text: "that day", "two days later". */
    public boolean fromAnother() {
        return rule.equals(SAME_DAY) || rule.equals(COUNTED);
    }

    /** "tomorrow", "next Monday": whether the words themselves put it after a day. */
    public boolean ahead(LocalDate day) {
        boolean seenFromDay = rule.equals(RELATIVE_DAY) || rule.equals(NEXT_WEEKDAY);
        return seenFromDay
                && value != null
                && value.earliest() != null
                && value.earliest().isAfter(day);
    }

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
