package org.readout.extraction.date;

import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;

/**
 * Dates counted from another: "two weeks ago" from the publication, "two days later", "the next day", "a week earlier" from
 * the date that the text named last. What lies before is counted from the publication where the text names no date near by;
 * what lies after is then unknown.
 */
final class CountedDates {

    private static final PhraseList WHOLE = PhraseList.of("counted-dates");
    private static final PhraseList UNITS = PhraseList.of("counted-units");
    private static final WordList VAGUE = WordList.of("vague-counts");
    private static final WordList LATER = WordList.glosses("later", "afterwards", "after");
    private static final WordList EARLIER = WordList.glosses("earlier", "previously", "before");
    private static final WordList TAKING_AN_OBJECT = WordList.glosses("after", "before");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");

    /** Sentences over which a date is still the one named last. */
    private static final int REACH = 2;

    /** A date of more days than these is no place to count from. */
    private static final int LONGEST_ANCHOR = 31;

    /** What "a few", "several" and a bare plural count. */
    private static final int FEW = 2;

    private static final int SEVERAL = 7;

    /** Days by which a count of weeks is off. */
    private static final int WEEK_SLACK = 3;

    private final TokenizedText text;
    private final DateWords words;
    private final @Nullable LocalDate published;
    private final RelativeDates relative;

    /**
     * @param relative those that know what was named before
     */
    CountedDates(TokenizedText text, DateWords words, @Nullable LocalDate published, RelativeDates relative) {
        this.text = text;
        this.words = words;
        this.published = published;
        this.relative = relative;
    }

    /** "the next day", "the evening before", "the following week". */
    @Nullable
    DateFound whole(int i) {
        Optional<PhraseTrie.Found<String>> found = text.at(WHOLE, i);
        if (found.isEmpty() || takesObject(i + found.get().length())) {
            return null;
        }
        Period period = Period.parse(found.get().values().get(0));
        return found(i, i + found.get().length(), period, 1, 1);
    }

    /** "two weeks ago", "two days later", "a week earlier", "days later", "a few hours afterwards". */
    @Nullable
    DateFound counted(int i) {
        int vague = text.in(VAGUE, i) ? i : text.in(VAGUE, i + 1) && words.count(text.word(i)) == 1 ? i + 1 : -1;
        int number = vague < 0 ? words.count(text.word(i)) : -1;
        int unit = vague < 0 ? number < 0 ? i : i + 1 : text.is(vague + 1, "of") ? vague + 2 : vague + 1;
        Optional<PhraseTrie.Found<String>> named = text.at(UNITS, unit);
        boolean ago = text.is(unit + 1, "ago");
        boolean later = text.in(LATER, unit + 1);
        if (named.isEmpty() || !ago && !later && !text.in(EARLIER, unit + 1) || takesObject(unit + 2)) {
            return null;
        }
        Period one = Period.parse(named.get().values().get(0));
        int least = number < 0 ? FEW : number;
        int most = number < 0 ? SEVERAL : number;
        if (ago) {
            CallDate value = published == null ? null : away(CallDate.day(published), one.negated(), least, most);
            return value == null ? null : new DateFound(i, unit + 2, value, null, "ago");
        }
        return found(i, unit + 2, later ? one : one.negated(), least, most);
    }

    /** "the day before the summit", "two days after he spoke", "an hour later than usual": counted from what the words behind them tell of. */
    private boolean takesObject(int to) {
        return text.is(to, "than")
                || text.in(TAKING_AN_OBJECT, to - 1)
                        && to < text.size()
                        && text.sentenceOf(to) == text.sentenceOf(to - 1)
                        && text.gap(to - 1).isBlank()
                        && !text.in(PREPOSITIONS, to)
                        && !text.in(CONJUNCTIONS, to);
    }

    private @Nullable DateFound found(int i, int to, Period one, int least, int most) {
        DateFound spelt = relative.spelledOut(i, to);
        if (spelt != null) {
            return spelt;
        }
        boolean back = one.isNegative();
        CallDate anchor = anchor(i, back);
        if (one.isZero() && anchor == null) {
            return null;
        }
        return new DateFound(i, to, anchor == null ? null : away(anchor, one, least, most), null, DateFound.COUNTED);
    }

    /**
     * The date named last. What lies after is counted from no day on which something was said, what lies before from none
     * that was counted itself: "a day earlier … the previous day" is one day.
     */
    private @Nullable CallDate anchor(int i, boolean back) {
        int first = text.sentence(Math.max(0, text.sentenceOf(i) - REACH)).from();
        CallDate named = relative.lastNamed(
                first,
                d -> d.value() != null
                        && d.value().bounded()
                        && d.value().days() <= LONGEST_ANCHOR
                        && !(back ? d.rule().equals(DateFound.COUNTED) : relative.ofSaying(d)));
        return named == null && back && published != null ? CallDate.day(published) : named;
    }

    /** The days that lie so many periods, at least and at most, from a date. */
    private static @Nullable CallDate away(CallDate anchor, Period one, int least, int most) {
        if (anchor.earliest() == null || anchor.latest() == null) {
            return null;
        }
        LocalDate a = anchor.earliest().plus(one.multipliedBy(one.isNegative() ? most : least));
        LocalDate b = anchor.latest().plus(one.multipliedBy(one.isNegative() ? least : most));
        if (one.getYears() != 0) {
            return a.getYear() == b.getYear()
                    ? CallDate.year(Year.from(a))
                    : CallDate.between(
                            Year.from(a).atDay(1), Year.from(b).atMonth(12).atEndOfMonth());
        }
        if (one.getMonths() != 0) {
            YearMonth first = YearMonth.from(a);
            YearMonth last = YearMonth.from(b);
            return first.equals(last) ? CallDate.month(first) : CallDate.between(first.atDay(1), last.atEndOfMonth());
        }
        int slack = Math.abs(one.getDays()) > 1 ? WEEK_SLACK : 0;
        return CallDate.between(a.minusDays(slack), b.plusDays(slack));
    }
}
