package org.readout.extraction.told;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;

/** Dates of what came after a contact: on its day as a rule, or so many days later. */
final class DaysAfter {

    private static final WordList DAYS_AND_MORE = WordList.of("days-and-more");
    private static final WordList AFTER = WordList.glosses("after", "following");
    private static final WordList SUBORDINATORS_BUT_AFTER = WordList.of("clause-openers");
    private static final int REACH = 22;
    private static final int PHRASE_REACH = 4;

    private final TokenizedText text;
    private final DateWords words;

    DaysAfter(TokenizedText text) {
        this.text = text;
        this.words = new DateWords(text);
    }

    /** "Poroshenko on Wednesday announced a truce following a call with Putin": the day of what came of it, so as a rule its own. */
    boolean isAfterwards(Contact c, DateFound d) {
        return c.from() > d.to()
                && c.from() - d.to() <= REACH
                && after(c) >= d.to()
                && !text.any(SUBORDINATORS_BUT_AFTER, d.to(), c.from())
                && text.clauses().together(d.from(), c.from());
    }

    /**
     * "On Friday, a day after a call with Putin": the day counted back from the one that is named; null where what is
     * counted is no days.
     */
    @Nullable
    DateFound countedBack(Contact c, @Nullable DateFound d) {
        int unit = after(c) - 1;
        boolean outside =
                d != null && (d.to() <= unit || d.from() > c.to() && text.gapsHave(c.to() - 1, d.from(), ','));
        if (d == null || !outside || !text.in(DAYS_AND_MORE, unit)) {
            return d;
        }
        int days = text.isOneOf(unit, "day", "days") ? words.count(text.word(unit - 1)) : -1;
        CallDate value = d.value();
        LocalDate from = value != null && value.singleDay() ? value.earliest() : null;
        return days < 0 || from == null
                ? null
                : new DateFound(
                        Math.min(d.from(), unit - 1),
                        Math.max(d.to(), unit + 2),
                        CallDate.day(from.minusDays(days)),
                        null,
                        "days-before");
    }

    /** Whether words count how long after the contact something else was: "a day after a call from Putin". */
    boolean isCounted(Contact c) {
        return text.in(DAYS_AND_MORE, after(c) - 1);
    }

    /** The "after" of "after a call with Putin"; -1 for a contact that nothing is said to have come after. */
    private int after(Contact c) {
        int from = Math.max(text.sentence(c.sentence()).from(), c.from() - PHRASE_REACH);
        for (int i = c.from() - 1; i >= from; i--) {
            if (text.in(AFTER, i)) {
                return i;
            }
        }
        return -1;
    }
}
