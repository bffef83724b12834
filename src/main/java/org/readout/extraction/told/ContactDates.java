package org.readout.extraction.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateReader;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.language.WordList;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/**
 * Says which of the dates in its sentence is a contact's: the nearest one that none of the rules gives to something else,
 * a saying, a release, another event, another clause, another contact. Where only the day of the account is named ("…, the
 * Kremlin said on Monday"), that day, marked as inferred.
 */
public final class ContactDates {

    private static final WordList NOT_ITS_DATE = WordList.glosses("since", "until", "before", "by", "till");
    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final int REACH = 22;
    private static final String ENTRY_MARKS = ":–—-";
    private static final int LONGEST_ENTRY = 6;
    private static final int COMMA = 6;
    private static final int SINCE_REACH = 14;
    private static final int CLAUSE_REACH = 8;
    private static final int MOST_IN_SENTENCE = 60;

    private final TokenizedText text;
    private final DateWords words;
    private final List<DateFound> dates;
    private final DaysAfter after;
    private final SayingDates sayings;
    private final Quotations quotations;
    private final @Nullable LocalDate day;
    private final Map<Integer, List<Contact>> bySentence = new HashMap<>();

    /** What says that a date is not a contact's. */
    private final List<BiPredicate<Contact, DateFound>> vetoes;

    public ContactDates(
            TokenizedText text,
            List<Contact> contacts,
            List<DateFound> dates,
            Attributions attributions,
            Quotations quotations,
            @Nullable LocalDate day) {
        this.text = text;
        this.words = new DateWords(text);
        this.dates = dates;
        this.quotations = quotations;
        this.day = day;
        this.after = new DaysAfter(text);
        this.sayings = new SayingDates(text, dates, attributions, after, quotations, day);
        ClauseDates clauses = new ClauseDates(text);
        this.vetoes = List.of(
                this::isAhead,
                this::ofFormer,
                this::bounds,
                this::ofLaterCall,
                sayings::isOfSaying,
                this::nearerOther,
                clauses::parenthetical,
                clauses::ofOtherClause,
                clauses::ofClauseBehind,
                clauses::ofWhatIsToCome,
                clauses::ofRelativeClause,
                clauses::ofParticiple,
                clauses::ofHeld,
                clauses::ofOtherVerb,
                clauses::ofWhatIsAboutIt,
                clauses::ofOtherEvent);
        contacts.forEach(c ->
                bySentence.computeIfAbsent(c.sentence(), k -> new ArrayList<>()).add(c));
    }

    /** The contacts of a sentence, at most so many that looking through them stays quick. */
    List<Contact> contactsIn(int sentence) {
        List<Contact> all = bySentence.getOrDefault(sentence, List.of());
        return all.size() > MOST_IN_SENTENCE ? all.subList(0, MOST_IN_SENTENCE) : all;
    }

    /** The date of a contact: named with it, else with the words that said before that the two talked. */
    @Nullable
    DateFound of(Contact c) {
        DateFound named = in(c);
        DateFound own = after.countedBack(c, named == null && after.isCounted(c) ? lastBefore(c) : named);
        if (own == null && c.talkedAt() >= 0) {
            own = in(new Contact(c.talkedAt(), c.talkedAt() + 1, text.sentenceOf(c.talkedAt()), c.medium(), c.rule()));
        }
        return own == null || own.rule().equals(SayingDates.OF_ACCOUNT) ? entry(c, own) : own;
    }

    /** "April 21 – Trump congratulates Zelensky in a phone call": the date under which an entry of a timeline stands. */
    private @Nullable DateFound entry(Contact c, @Nullable DateFound otherwise) {
        Sentence s = text.sentence(c.sentence());
        int first = c.sentence();
        while (first > 0
                && c.sentence() - first < LONGEST_ENTRY
                && text.sentence(first - 1).paragraph() == s.paragraph()) {
            first--;
        }
        int word = text.sentence(first).from();
        int at = DateReader.firstFrom(dates, word);
        DateFound d = at < dates.size() ? dates.get(at) : null;
        if (d == null || d.from() != word || d.to() >= text.size() || d.to() > c.from()) {
            return otherwise;
        }
        boolean marked = ENTRY_MARKS.chars().anyMatch(mark -> text.gapHas(d.to() - 1, (char) mark));
        return marked ? d : otherwise;
    }

    /** "morning" of "on Friday morning"; empty where the words of a date name no part of the day. */
    String partOfDay(DateFound d) {
        for (int i = d.from(); i < d.to(); i++) {
            if (text.in(DAY_PARTS, i)) {
                return text.word(i);
            }
        }
        return "";
    }

    /** "tweeted: the President called me today": a day seen from when the words were said, not from the article's. */
    boolean quoted(DateFound date) {
        return date.rule().equals("relative-day")
                && quotations.inside(text.token(date.from()).start());
    }

    /** "On Friday, A spoke to B, a day after a call from C": the day of what came after, which is another's. */
    private @Nullable DateFound lastBefore(Contact c) {
        int at = DateReader.firstFrom(dates, c.from()) - 1;
        return at >= 0 && dates.get(at).from() >= text.sentence(c.sentence()).from() ? dates.get(at) : null;
    }

    private @Nullable DateFound in(Contact c) {
        Sentence s = text.sentence(c.sentence());
        DateFound best = null;
        DateFound account = null;
        int bestDistance = Integer.MAX_VALUE;
        int at = DateReader.firstFrom(dates, Math.max(s.from(), c.from() - 2 * REACH));
        int until = Math.min(s.to(), c.to() + 2 * REACH);
        for (; at < dates.size() && dates.get(at).from() < until; at++) {
            DateFound d = dates.get(at);
            if (qualifies(c, d)) {
                return d;
            }
            int distance = distance(c, d);
            if (distance > REACH + COMMA || vetoes.stream().anyMatch(v -> v.test(c, d))) {
                continue;
            }
            if (sayings.isOfAccount(c, d)) {
                account = account == null && c.status() != CallStatus.PLANNED ? d : account;
                continue;
            }
            distance += betweenClauses(c, d) ? 2 * COMMA : 0;
            if (distance < bestDistance) {
                best = d;
                bestDistance = distance;
            }
        }
        best = best == null ? null : narrowed(best);
        if (account == null && best != null && quoted(best)) {
            account = sayings.daySaidBefore(s);
        }
        if (account == null) {
            return best;
        }
        return best == null ? SayingDates.dayOfAccount(account) : quoted(best) ? sayings.seenFrom(account, best) : best;
    }

    /** "just this week -- on Tuesday": the day right behind a period that holds it. */
    private DateFound narrowed(DateFound period) {
        int at = DateReader.firstFrom(dates, period.to());
        if (at >= dates.size() || dates.get(at).from() - period.to() > 1) {
            return period;
        }
        DateFound next = dates.get(at);
        CallDate whole = period.value();
        CallDate on = next.value();
        boolean holds = whole != null
                && !whole.singleDay()
                && on != null
                && on.singleDay()
                && whole.meets(on)
                && text.sentenceOf(next.from()) == text.sentenceOf(period.from());
        return holds ? next : period;
    }

    /** "Thursday's call", "a July 25 phone call", "last summer, when he called": a date that belongs to the contact's own words. */
    private boolean qualifies(Contact c, DateFound d) {
        boolean then = text.is(d.to(), "when") && c.from() > d.to() && c.from() - d.to() <= CLAUSE_REACH;
        if (then && !text.any(SUBORDINATORS, d.to() + 1, c.from()) && noneBetween(d.to(), c.from(), c.sentence())) {
            return true;
        }
        boolean owns = text.token(d.to() - 1).possessive();
        return c.rule().equals("contact-noun")
                && d.to() <= c.from()
                && c.from() - d.to() <= (owns ? 3 : 1)
                && (owns || text.in(DETERMINERS, d.from() - 1))
                && !text.any(PREPOSITIONS, d.to(), c.from());
    }

    private boolean bounds(Contact c, DateFound d) {
        boolean owns = text.token(d.to() - 1).possessive() && c.from() >= d.to() && c.from() - d.to() <= 3;
        return (text.in(NOT_ITS_DATE, d.from() - 1) || sinceThen(c, d)) && !owns;
    }

    /** "their first call since they met in Geneva on 16 June": the day that is counted from; not "since March on Thursday". */
    private boolean sinceThen(Contact c, DateFound d) {
        for (int i = d.from() - 1; i >= Math.max(c.to(), d.from() - SINCE_REACH) && !text.gapHas(i, ','); i--) {
            if (words.namesPeriod(i)) {
                return false;
            }
            if (text.is(i, "since")) {
                int next = DateReader.firstFrom(dates, i);
                return next < dates.size() && dates.get(next).equals(d);
            }
        }
        return false;
    }

    /** "called A on Monday and B on Tuesday": what stands before the second is the first's. */
    private boolean ofFormer(Contact c, DateFound d) {
        return c.gapped() && d.to() <= c.from();
    }

    /** Whether a call of the same people was told just before, whose date stands before the mention of an earlier one. */
    private boolean ofLaterCall(Contact c, DateFound d) {
        return c.earlier()
                && d.to() <= c.from()
                && contactsIn(c.sentence()).stream()
                        .anyMatch(o -> o.from() < c.from() && o.key().equals(c.key()));
    }

    /** A call that happened is not dated by words that speak of what is to come. */
    private boolean isAhead(Contact c, DateFound d) {
        CallDate value = d.value();
        if (c.status() != CallStatus.HAPPENED || day == null || value == null || value.earliest() == null) {
            return false;
        }
        boolean endOf = text.is(d.from() - 1, "of") && text.is(d.from() - 2, "end");
        LocalDate from = endOf && value.latest() != null ? value.latest() : value.earliest();
        return from.isAfter(day.plusDays(1));
    }

    /** How many words lie between; a comma counts for several, since what it parts seldom belongs together. */
    private int distance(Contact c, DateFound d) {
        int from = Math.min(c.to(), d.to());
        int to = Math.max(c.from(), d.from());
        int words = Math.max(0, to - from);
        return words <= REACH && text.gapsHave(from - 1, to - 1, ',') ? words + COMMA : words;
    }

    private boolean nearerOther(Contact c, DateFound d) {
        int distance = distance(c, d);
        for (Contact other : contactsIn(c.sentence())) {
            if (other.from() != c.from()
                    && !ofFormer(other, d)
                    && !opensBoth(d, other, c)
                    && distance(other, d) < distance
                    && (text.clauses().together(other.from(), d.from())
                            || !text.clauses().together(c.from(), d.from()))
                    && !other.key().equals(c.key())
                    && !other.anaphoric()) {
                return true;
            }
        }
        return false;
    }

    /** "Today Biden both spoke with Zelensky and held a call with Macron": the day that opens a sentence is that of all its main verbs. */
    private boolean opensBoth(DateFound d, Contact first, Contact second) {
        int start = text.sentence(first.sentence()).from();
        return d.from() - start <= 1
                && d.to() <= first.from()
                && first.to() <= second.from()
                && text.any(CONJUNCTIONS, first.to(), second.from())
                && !text.any(SUBORDINATORS, first.to(), second.from())
                && noneBetween(first.to(), second.to() + REACH, second.sentence())
                && text.clauses().together(first.from(), second.from());
    }

    private boolean noneBetween(int from, int to, int sentence) {
        int next = DateReader.firstFrom(dates, from);
        return next >= dates.size()
                || dates.get(next).from()
                        >= Math.min(to, text.sentence(sentence).to());
    }

    private boolean betweenClauses(Contact c, DateFound d) {
        int from = Math.min(c.to(), d.to());
        int to = Math.max(c.from(), d.from());
        return text.gapsHave(from - 1, to - 1, ';');
    }
}
