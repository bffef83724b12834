package org.readout.extraction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.extraction.TokenizedText.Sentence;

/**
 * Says which of the dates in its sentence is a contact's: the nearest one that none of the rules gives to something else,
 * a saying, a release, another event, another clause, another contact. Where only the day of the account is named ("…, the
 * Kremlin said on Monday"), that day, marked as inferred.
 */
final class ContactDates {

    private static final WordList NOT_ITS_DATE = WordList.glosses("since", "until", "before", "by", "till");
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList ACCOUNTS = WordList.of("attribution-verbs");
    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final WordList RELEASED = WordList.of("release-verbs");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final WordList PUBLISHED = WordList.of("publishing-verbs");
    private static final WordList OTHER_EVENTS = WordList.of("other-events");
    private static final PhraseList CALLS = PhraseList.of("contact-nouns");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList FINITE = WordList.of("past-verbs");
    private static final WordList AUDIENCES = WordList.of("told-audiences");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList DISCUSSING = WordList.of("discussing-verbs");
    private static final WordList CONFIRMING = WordList.of("account-verbs");
    private static final WordList ADDRESSING = WordList.of("transitive-talk");
    private static final WordList WITHIN = WordList.of("within-words");
    private static final WordList DAYS_AND_MORE = WordList.of("days-and-more");
    private static final WordList AFTER = WordList.glosses("after", "following");
    private static final WordList SUBORDINATORS_BUT_AFTER = WordList.of("clause-openers");
    private static final WordList THAT = WordList.glosses("that");
    private static final WordList RELATIVES = WordList.glosses("that", "which");
    private static final WordList DECLINING = WordList.glosses("declined", "refused");
    private static final WordList HAPPENING = WordList.of("happening-verbs");
    private static final int REACH = 22;
    private static final String OF_ACCOUNT = "date-of-account";
    private static final String ENTRY_MARKS = ":–—-";
    private static final int LONGEST_ENTRY = 6;
    private static final int COMMA = 6;
    private static final int EVENT_REACH = 9;
    private static final int SINCE_REACH = 14;
    private static final int SAID_BEFORE = 2;
    private static final int ACCOUNT_REACH = 6;
    private static final int CLAUSE_REACH = 8;
    private static final int PHRASE_REACH = 4;
    private static final int MOST_IN_SENTENCE = 60;

    private final TokenizedText text;
    private final List<DateReader.DateFound> dates;
    private final Attributions attributions;
    private final Quotations quotations;
    private final @Nullable LocalDate day;
    private final DateWords words;
    private final Map<Integer, List<Contact>> bySentence = new HashMap<>();

    /** What says that a date is not a contact's. */
    private final List<BiPredicate<Contact, DateReader.DateFound>> vetoes = List.of(
            this::isAhead,
            this::ofFormer,
            this::bounds,
            this::ofLaterCall,
            this::isOfSaying,
            this::nearerOther,
            this::parenthetical,
            this::ofOtherClause,
            this::ofRelativeClause,
            this::ofParticiple,
            this::ofOtherEvent);

    ContactDates(
            TokenizedText text,
            List<Contact> contacts,
            List<DateReader.DateFound> dates,
            Attributions attributions,
            Quotations quotations,
            @Nullable LocalDate day) {
        this.text = text;
        this.dates = dates;
        this.attributions = attributions;
        this.quotations = quotations;
        this.day = day;
        this.words = new DateWords(text);
        contacts.forEach(c ->
                bySentence.computeIfAbsent(c.sentence, k -> new ArrayList<>()).add(c));
    }

    /** The contacts of a sentence, at most so many that looking through them stays quick. */
    List<Contact> contactsIn(int sentence) {
        List<Contact> all = bySentence.getOrDefault(sentence, List.of());
        return all.size() > MOST_IN_SENTENCE ? all.subList(0, MOST_IN_SENTENCE) : all;
    }

    /** The date of a contact: named with it, else with the words that said before that the two talked. */
    DateReader.@Nullable DateFound of(Contact c) {
        DateReader.DateFound own = countedBack(c, in(c));
        if (own == null && c.talkedAt >= 0) {
            own = in(new Contact(c.talkedAt, c.talkedAt + 1, text.sentenceOf(c.talkedAt), c.medium, c.rule));
        }
        return own == null || own.rule().equals(OF_ACCOUNT) ? entry(c, own) : own;
    }

    /** "April 21 – Trump congratulates Zelensky in a phone call": the date under which an entry of a timeline stands. */
    private DateReader.@Nullable DateFound entry(Contact c, DateReader.@Nullable DateFound otherwise) {
        Sentence s = text.sentence(c.sentence);
        int first = c.sentence;
        while (first > 0
                && c.sentence - first < LONGEST_ENTRY
                && text.sentence(first - 1).paragraph() == s.paragraph()) {
            first--;
        }
        int word = text.sentence(first).from();
        int at = DateReader.firstFrom(dates, word);
        DateReader.DateFound d = at < dates.size() ? dates.get(at) : null;
        if (d == null || d.from() != word || d.to() >= text.size() || d.to() > c.from) {
            return otherwise;
        }
        boolean marked = ENTRY_MARKS.chars().anyMatch(mark -> text.gapHas(d.to() - 1, (char) mark));
        return marked ? d : otherwise;
    }

    /** "morning" of "on Friday morning"; empty where the words of a date name no part of the day. */
    String partOfDay(DateReader.DateFound d) {
        for (int i = d.from(); i < d.to(); i++) {
            if (text.in(DAY_PARTS, i)) {
                return text.word(i);
            }
        }
        return "";
    }

    /** "tweeted: the President called me today": a day seen from when the words were said, not from the article's. */
    boolean quoted(DateReader.DateFound date) {
        return date.rule().equals("relative-day")
                && quotations.inside(text.token(date.from()).start());
    }

    private DateReader.@Nullable DateFound in(Contact c) {
        Sentence s = text.sentence(c.sentence);
        DateReader.DateFound best = null;
        DateReader.DateFound account = null;
        int bestDistance = Integer.MAX_VALUE;
        int at = DateReader.firstFrom(dates, Math.max(s.from(), c.from - 2 * REACH));
        int until = Math.min(s.to(), c.to + 2 * REACH);
        for (; at < dates.size() && dates.get(at).from() < until; at++) {
            DateReader.DateFound d = dates.get(at);
            if (qualifies(c, d)) {
                return d;
            }
            int distance = distance(c, d);
            if (distance > REACH + COMMA || vetoes.stream().anyMatch(v -> v.test(c, d))) {
                continue;
            }
            if (isOfAccount(c, d)) {
                account = account == null && c.status != CallStatus.PLANNED ? d : account;
                continue;
            }
            distance += betweenClauses(c, d) ? 2 * COMMA : 0;
            if (distance < bestDistance) {
                best = d;
                bestDistance = distance;
            }
        }
        if (account == null && best != null && quoted(best)) {
            account = daySaidBefore(s);
        }
        if (account == null) {
            return best;
        }
        return best == null ? dayOfAccount(account) : quoted(best) ? seenFrom(account, best) : best;
    }

    /** "Trump on Thursday said the talks went well. "Just had a call with Xi"": the day of a saying in the sentences before. */
    private DateReader.@Nullable DateFound daySaidBefore(Sentence s) {
        int from = text.sentence(Math.max(0, s.index() - SAID_BEFORE)).from();
        for (int k = DateReader.firstFrom(dates, s.from()) - 1;
                k >= 0 && dates.get(k).from() >= from;
                k--) {
            DateReader.DateFound d = dates.get(k);
            if (text.in(ACCOUNTS, before(d)) || text.in(ACCOUNTS, d.to())) {
                return d;
            }
        }
        return null;
    }

    /** "I spoke with him today," he said on Friday: a day seen from that on which it was said. */
    private DateReader.DateFound seenFrom(DateReader.DateFound account, DateReader.DateFound d) {
        CallDate said = account.value();
        CallDate seen = d.value();
        if (said == null || seen == null || day == null || said.earliest() == null || seen.earliest() == null) {
            return d;
        }
        long back = ChronoUnit.DAYS.between(day, seen.earliest());
        return said.singleDay()
                ? new DateReader.DateFound(
                        d.from(), d.to(), CallDate.day(said.earliest().plusDays(back)), null, "day-seen-from-saying")
                : d;
    }

    /** "Thursday's call", "a July 25 phone call", "last summer, when he called": a date that belongs to the contact's own words. */
    private boolean qualifies(Contact c, DateReader.DateFound d) {
        boolean then = text.is(d.to(), "when") && c.from > d.to() && c.from - d.to() <= CLAUSE_REACH;
        if (then && !text.any(SUBORDINATORS, d.to() + 1, c.from) && noneBetween(d.to(), c.from, c.sentence)) {
            return true;
        }
        boolean owns = text.token(d.to() - 1).possessive();
        return c.rule.equals("contact-noun")
                && d.to() <= c.from
                && c.from - d.to() <= (owns ? 3 : 1)
                && (owns || text.in(DETERMINERS, d.from() - 1))
                && !text.any(PREPOSITIONS, d.to(), c.from);
    }

    /** The day on which a contact was told of stands for its own, as one that only that suggests. */
    private static DateReader.DateFound dayOfAccount(DateReader.DateFound d) {
        CallDate value = d.value();
        LocalDate on = value != null && value.singleDay() ? value.earliest() : null;
        return on == null ? d : new DateReader.DateFound(d.from(), d.to(), CallDate.inferred(on), null, OF_ACCOUNT);
    }

    private boolean bounds(Contact c, DateReader.DateFound d) {
        boolean owns = text.token(d.to() - 1).possessive() && c.from >= d.to() && c.from - d.to() <= 3;
        return (text.in(NOT_ITS_DATE, d.from() - 1) || sinceThen(c, d)) && !owns;
    }

    /** "their first call since they met in Geneva on 16 June": the day that is counted from. */
    private boolean sinceThen(Contact c, DateReader.DateFound d) {
        for (int i = d.from() - 1; i >= Math.max(c.to, d.from() - SINCE_REACH) && !text.gapHas(i, ','); i--) {
            if (text.is(i, "since")) {
                int next = DateReader.firstFrom(dates, i);
                return next < dates.size() && dates.get(next).equals(d);
            }
        }
        return false;
    }

    /** "called A on Monday and B on Tuesday": what stands before the second is the first's. */
    private boolean ofFormer(Contact c, DateReader.DateFound d) {
        return c.gapped && d.to() <= c.from;
    }

    /** Whether a call of the same people was told just before, whose date stands before the mention of an earlier one. */
    private boolean ofLaterCall(Contact c, DateReader.DateFound d) {
        return c.earlier
                && d.to() <= c.from
                && contactsIn(c.sentence).stream()
                        .anyMatch(o -> o.from < c.from && o.key().equals(c.key()));
    }

    /** A call that happened is not dated by words that speak of what is to come. */
    private boolean isAhead(Contact c, DateReader.DateFound d) {
        CallDate value = d.value();
        if (c.status != CallStatus.HAPPENED || day == null || value == null || value.earliest() == null) {
            return false;
        }
        boolean endOf = text.is(d.from() - 1, "of") && text.is(d.from() - 2, "end");
        LocalDate from = endOf && value.latest() != null ? value.latest() : value.earliest();
        return from.isAfter(day.plusDays(1));
    }

    /** How many words lie between; a comma counts for several, since what it parts seldom belongs together. */
    private int distance(Contact c, DateReader.DateFound d) {
        int from = Math.min(c.to, d.to());
        int to = Math.max(c.from, d.from());
        int words = Math.max(0, to - from);
        for (int i = from - 1; words <= REACH && i < to - 1; i++) {
            if (text.gapHas(i, ',')) {
                return words + COMMA;
            }
        }
        return words;
    }

    private boolean nearerOther(Contact c, DateReader.DateFound d) {
        int distance = distance(c, d);
        for (Contact other : contactsIn(c.sentence)) {
            if (other.from != c.from
                    && !ofFormer(other, d)
                    && !opensBoth(d, other, c)
                    && distance(other, d) < distance
                    && (text.clauses.together(other.from, d.from()) || !text.clauses.together(c.from, d.from()))
                    && !other.key().equals(c.key())
                    && !other.anaphoric) {
                return true;
            }
        }
        return false;
    }

    /** "Today Biden both spoke with Zelensky and held a call with Macron": the day that opens a sentence is that of all its main verbs. */
    private boolean opensBoth(DateReader.DateFound d, Contact first, Contact second) {
        int start = text.sentence(first.sentence).from();
        return d.from() - start <= 1
                && d.to() <= first.from
                && first.to <= second.from
                && text.any(CONJUNCTIONS, first.to, second.from)
                && !text.any(SUBORDINATORS, first.to, second.from)
                && noneBetween(first.to, second.to + REACH, second.sentence)
                && text.clauses.together(first.from, second.from);
    }

    private boolean noneBetween(int from, int to, int sentence) {
        int next = DateReader.firstFrom(dates, from);
        return next >= dates.size()
                || dates.get(next).from()
                        >= Math.min(to, text.sentence(sentence).to());
    }

    /** "said on Monday": the day of the saying, not of the call. */
    private boolean isOfSaying(Contact c, DateReader.DateFound d) {
        if (isAfterwards(c, d)) {
            return false;
        }
        int before = before(d);
        if ((text.in(AUDIENCES, before) || text.in(DOCUMENTS, before)) && c.from > d.to()
                || before != c.to - 1 && text.in(OTHER_EVENTS, before) && !text.gapHas(before, ',')) {
            return true;
        }
        if (text.is(d.to(), "that") && c.from > d.to() || toldThen(c, d)) {
            return true;
        }
        if (c.from > d.to() && c.from - d.to() <= REACH && text.any(PUBLISHED, d.to(), c.from)) {
            return true;
        }
        if (confirmedBehind(c, d)) {
            return !saidOfIt(c, d, d.to());
        }
        boolean said =
                text.in(SPEECH, before) && !text.in(DISCUSSING, before) && !saidOnIt(c, d) || releasedBefore(before);
        if (before >= 0 && before != c.to - 1 && said && c.from > d.to()) {
            return !saidOfIt(c, d, before);
        }
        if (c.definite && c.to <= d.from() && saidBefore(c)) {
            return true;
        }
        int back = Math.max(before - EVENT_REACH, Math.max(0, c.to));
        for (int i = before; i >= back && c.to <= d.from(); i--) {
            if (text.in(RELEASED, i) || text.in(OTHER_EVENTS, i) || text.isOneOf(i, "before", "until")) {
                return true;
            }
        }
        return false;
    }

    /** "Poroshenko on Wednesday announced a truce following a call with Putin": the day of what came of it, so as a rule its own. */
    private boolean isAfterwards(Contact c, DateReader.DateFound d) {
        return c.from > d.to()
                && c.from - d.to() <= REACH
                && after(c) >= d.to()
                && !text.any(SUBORDINATORS_BUT_AFTER, d.to(), c.from)
                && text.clauses.together(d.from(), c.from);
    }

    /** The "after" of "after a call with Putin"; -1 for a contact that nothing is said to have come after. */
    private int after(Contact c) {
        int from = Math.max(text.sentence(c.sentence).from(), c.from - PHRASE_REACH);
        for (int i = c.from - 1; i >= from; i--) {
            if (text.in(AFTER, i)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * "On Friday, a day after a call with Putin": the day counted back from the one that is named; null where what is
     * counted is no days.
     */
    private DateReader.@Nullable DateFound countedBack(Contact c, DateReader.@Nullable DateFound d) {
        int unit = after(c) - 1;
        boolean outside = d != null && (d.to() <= unit || d.from() > c.to && comma(c.to, d.from()));
        if (d == null || !outside || !text.in(DAYS_AND_MORE, unit)) {
            return d;
        }
        int days = text.isOneOf(unit, "day", "days") ? words.count(text.word(unit - 1)) : -1;
        CallDate value = d.value();
        LocalDate from = value != null && value.singleDay() ? value.earliest() : null;
        return days < 0 || from == null
                ? null
                : new DateReader.DateFound(
                        Math.min(d.from(), unit - 1),
                        Math.max(d.to(), unit + 2),
                        CallDate.day(from.minusDays(days)),
                        null,
                        "days-before");
    }

    private boolean comma(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (text.gapHas(i - 1, ',')) {
                return true;
            }
        }
        return false;
    }

    /** "On Thursday a spokesman told reporters that he had begun the call": the day of the main verb, a saying of a call known. */
    private boolean toldThen(Contact c, DateReader.DateFound d) {
        int start = text.sentence(c.sentence).from();
        if (!c.definite || d.from() - start > 1 || c.from <= d.to()) {
            return false;
        }
        for (int i = d.to(); i < c.from; i++) {
            if (text.in(ACCOUNTS, i) && text.clauses.together(i, d.from())) {
                return text.any(THAT, i, Math.min(c.from, i + PHRASE_REACH));
            }
        }
        return false;
    }

    /** "his office on Thursday confirmed the call": the day before a verb of saying that is nobody's on the call. */
    private boolean confirmedBehind(Contact c, DateReader.DateFound d) {
        return c.from > d.to()
                && (text.in(ACCOUNTS, d.to()) || text.in(DECLINING, d.to()))
                && !text.in(ADDRESSING, d.to())
                && text.gap(d.to() - 1).isBlank();
    }

    /** "called on Saturday for a ceasefire in a telephone call with the Emir": what was said on the call was said on its day. */
    private boolean saidOnIt(Contact c, DateReader.DateFound d) {
        int phrase = Math.max(d.to(), c.from - PHRASE_REACH);
        return c.rule.equals("contact-noun") && text.any(WITHIN, phrase, c.from) && !text.any(ACCOUNTS, d.to(), c.from);
    }

    /** "Trump said Monday he held a call": the day on which a clause that tells of the contact was said. */
    private boolean saidOfIt(Contact c, DateReader.DateFound d, int verb) {
        return text.in(ACCOUNTS, verb) && text.clauses.together(d.to(), c.from) && c.from - d.to() <= CLAUSE_REACH;
    }

    /** "…, the Kremlin said on Monday": the day on which the account was given that covers the contact, but not the date. */
    private boolean isOfAccount(Contact c, DateReader.DateFound d) {
        for (Attribution a : attributions.of(c.from)) {
            if (text.sentenceOf(a.to() - 1) != text.sentenceOf(d.from())) {
                continue;
            }
            boolean behind = d.from() >= a.to() && d.from() - a.to() <= ACCOUNT_REACH && !a.covers(d.from());
            if (d.from() >= a.to() && d.from() - a.to() <= 1 && accordingTo(a)) {
                return true;
            }
            boolean comma = false;
            for (int i = a.to() - 1; behind && i < d.from() - 1; i++) {
                comma |= text.gapHas(i, ',');
            }
            if (behind && !comma && text.any(ACCOUNTS, a.from() - 2, d.from())) {
                return true;
            }
        }
        if (isAfterwards(c, d)) {
            return true;
        }
        int verb = before(d);
        if (c.from > d.to() && (saidOfIt(c, d, verb) || confirmedBehind(c, d) && saidOfIt(c, d, d.to()))) {
            return true;
        }
        int told = text.in(AUDIENCES, verb) ? verb - 1 : verb;
        return text.in(ACCOUNTS, told) && (told < verb || othersSay(c, verb));
    }

    /** The word of a date's own sentence before it and its "on"; -1 where the date opens the sentence. */
    private int before(DateReader.DateFound d) {
        int before = text.is(d.from() - 1, "on") ? d.from() - 2 : d.from() - 1;
        return before >= 0 && text.sentenceOf(before) == text.sentenceOf(d.from()) ? before : -1;
    }

    private boolean accordingTo(Attribution a) {
        int to = text.in(DETERMINERS, a.from() - 1) ? a.from() - 2 : a.from() - 1;
        return text.is(to, "to") && text.is(to - 1, "according");
    }

    /** Whether the subject of a verb of saying behind a contact, from the last comma on, is none of those who spoke. */
    private boolean othersSay(Contact c, int verb) {
        int comma = verb - 1;
        while (comma >= c.to && !text.gapHas(comma - 1, ',')) {
            comma--;
        }
        int from = comma;
        return from >= c.to && from < verb && c.parties.stream().noneMatch(p -> p.from() >= from && p.from() < verb);
    }

    /** "Trump, sworn in last week, also spoke": the date of other words between commas is not the verb's; "on Monday" alone is. */
    private boolean parenthetical(Contact c, DateReader.DateFound d) {
        Sentence s = text.sentence(c.sentence);
        if (d.to() > c.from || !text.gapHas(d.to() - 1, ',')) {
            return false;
        }
        for (int i = d.from() - 1; i >= Math.max(s.from(), d.from() - 6); i--) {
            if (text.gapHas(i, ',')) {
                return i >= s.from() && before(d) > i;
            }
        }
        return false;
    }

    /** "spoke with Macron, who met him in Moscow this week": the date of what is said of somebody in passing. */
    private boolean ofRelativeClause(Contact c, DateReader.DateFound d) {
        for (int i = c.to + 1; i < d.from(); i++) {
            boolean another = !text.token(i - 1).capital() && !text.token(i - 1).digits();
            if (another && text.in(RELATIVES, i) && text.in(HAPPENING, i + 1)) {
                return true;
            }
        }
        int opener = text.clauses.opener(d.from());
        return opener >= 0 && !text.clauses.together(c.from, d.from()) && !happening(c, opener);
    }

    /** "a call over a deal, struck by Obama in November,": the day on which somebody did something to a thing spoken of. */
    private boolean ofParticiple(Contact c, DateReader.DateFound d) {
        for (int i = d.from() - 1; i > Math.max(c.to, d.from() - SINCE_REACH); i--) {
            if (text.gapHas(i - 1, ',')) {
                return text.is(i + 1, "by") && !text.token(i).capital();
            }
        }
        return false;
    }

    /** "the call, which took place on 5 May": a clause right behind the noun that says when it was. */
    private boolean happening(Contact c, int opener) {
        return c.rule.equals("contact-noun") && opener == c.to && text.in(HAPPENING, opener + 1);
    }

    /** "their first call after Biden took office last month": the date of a clause with a verb of its own. */
    private boolean ofOtherClause(Contact c, DateReader.DateFound d) {
        for (int i = c.to; i < d.from(); i++) {
            if (text.in(SUBORDINATORS, i)) {
                return text.any(FINITE, i + 1, d.from()) || ahead(d, i + 1);
            }
        }
        return false;
    }

    /** "after Trudeau on Monday became": the verb of the clause right behind the date. */
    private boolean ahead(DateReader.DateFound d, int from) {
        int subject = text.is(d.from() - 1, "on") ? d.from() - 1 : d.from();
        return subject > from && text.in(FINITE, d.to()) && text.gap(d.to() - 1).isBlank();
    }

    /** "in the wake of Tuesday's earthquake", "in his Monday press briefing": the day of what the words qualify. */
    private boolean ofOtherEvent(Contact c, DateReader.DateFound d) {
        Sentence s = text.sentence(c.sentence);
        boolean owns = text.token(d.to() - 1).possessive();
        for (int i = d.to();
                i < Math.min(s.to(), d.to() + (owns ? 5 : 2)) && text.gap(i - 1).length() <= 3;
                i++) {
            if (text.at(CALLS, i).isPresent()) {
                return false;
            }
            if (!owns && (text.in(OTHER_EVENTS, i) || text.gapHas(i - 1, ','))) {
                return !text.gapHas(i - 1, ',');
            }
            if (!owns && text.in(PREPOSITIONS, i)) {
                return false;
            }
        }
        return owns || attributive(d);
    }

    /** "Hamas's Oct. 7 attack", "the Jan. 6 riot": the day that a noun right behind it is called by. */
    private boolean attributive(DateReader.DateFound d) {
        int before = d.from() - 1;
        if (!text.token(d.to() - 1).digits()) {
            return false;
        }
        boolean determined = text.in(DETERMINERS, d.from())
                || before >= 0
                        && (text.token(before).possessive()
                                || text.in(DETERMINERS, before)
                                        && text.gap(before).isBlank());
        int noun = d.to();
        return determined
                && noun < text.size()
                && text.gap(noun - 1).isBlank()
                && !text.token(noun).capital()
                && !text.token(noun).digits()
                && !text.in(DAY_PARTS, noun)
                && !text.in(PREPOSITIONS, noun)
                && !text.in(CLOSED, noun)
                && !text.in(FINITE, noun);
    }

    /** "released a transcript Friday of his call": the day of the release. */
    private boolean releasedBefore(int at) {
        for (int i = at; i > Math.max(0, at - 4); i--) {
            if (text.in(RELEASED, i)) {
                return true;
            }
        }
        return false;
    }

    /** "acknowledged it in the call Sunday", "released a transcript of the call Friday": a verb of saying rules the sentence. */
    private boolean saidBefore(Contact c) {
        Sentence s = text.sentence(c.sentence);
        for (int i = Math.max(s.from(), c.from - 14); i < c.from; i++) {
            boolean confirmed = c.from - i <= CLAUSE_REACH && text.in(CONFIRMING, i) && !text.any(RELATIVES, i, c.from);
            if (text.in(RELEASED, i) || confirmed) {
                return true;
            }
        }
        return false;
    }

    private boolean betweenClauses(Contact c, DateReader.DateFound d) {
        int from = Math.min(c.to, d.to());
        int to = Math.max(c.from, d.from());
        for (int i = from - 1; i < to - 1; i++) {
            if (text.gapHas(i, ';')) {
                return true;
            }
        }
        return false;
    }
}
