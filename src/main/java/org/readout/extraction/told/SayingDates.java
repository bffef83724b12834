package org.readout.extraction.told;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateReader;
import org.readout.extraction.language.WordList;
import org.readout.extraction.source.Attribution;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Tells the day on which something was said from the day on which it happened: "said on Monday that the two had spoken". */
final class SayingDates {

    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList ACCOUNTS = WordList.of("attribution-verbs");
    private static final WordList RELEASED = WordList.of("release-verbs");
    private static final WordList PUBLISHED = WordList.of("publishing-verbs");
    /** "phoned Trump during a meeting on May 10": the day of what a call fell into is the call's. */
    private static final WordList DURING = WordList.glosses("during");

    private static final int DURING_REACH = 4;
    private static final WordList OTHER_EVENTS = WordList.of("other-events");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList AUDIENCES = WordList.of("told-audiences");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList DISCUSSING = WordList.of("discussing-verbs");
    private static final WordList CONFIRMING = WordList.of("account-verbs");
    private static final WordList ADDRESSING = WordList.of("transitive-talk");
    private static final WordList WITHIN = WordList.of("within-words");
    private static final WordList THAT = WordList.glosses("that");
    private static final WordList RELATIVES = WordList.glosses("that", "which");
    private static final WordList DECLINING = WordList.glosses("declined", "refused");
    private static final int REACH = 22;
    /** For how many days what was said is news. */
    private static final int NEWS_DAYS = 7;

    static final String OF_ACCOUNT = "date-of-account";
    private static final int EVENT_REACH = 9;
    private static final int SAID_BEFORE = 2;
    private static final int ACCOUNT_REACH = 6;
    private static final int CLAUSE_REACH = 8;
    private static final int PHRASE_REACH = 4;

    private final TokenizedText text;
    private final List<DateFound> dates;
    private final Attributions attributions;
    private final DaysAfter after;
    private final Quotations quotations;
    private final @Nullable LocalDate day;

    SayingDates(
            TokenizedText text,
            List<DateFound> dates,
            Attributions attributions,
            DaysAfter after,
            Quotations quotations,
            @Nullable LocalDate day) {
        this.text = text;
        this.quotations = quotations;
        this.dates = dates;
        this.attributions = attributions;
        this.after = after;
        this.day = day;
    }

    /** "said on Monday": the day of the saying, not of the call. */
    boolean isOfSaying(Contact c, DateFound d) {
        if (after.isAfterwards(c, d)) {
            return false;
        }
        int before = before(text, d);
        if ((text.in(AUDIENCES, before) || text.in(DOCUMENTS, before)) && c.from() > d.to()
                || before != c.to() - 1 && text.in(OTHER_EVENTS, before) && !text.gapHas(before, ',')) {
            return true;
        }
        if (c.definite() && text.in(AUDIENCES, before) && c.to() <= d.from()) {
            return true;
        }
        if (text.is(d.to(), "that") && c.from() > d.to() || toldThen(c, d)) {
            return true;
        }
        if (c.from() > d.to() && c.from() - d.to() <= REACH && text.any(PUBLISHED, d.to(), c.from())) {
            return true;
        }
        if (confirmedBehind(c, d)) {
            return !saidOfIt(c, d, d.to());
        }
        boolean said =
                text.in(SPEECH, before) && !text.in(DISCUSSING, before) && !saidOnIt(c, d) || releasedBefore(before);
        if (before >= 0 && before != c.to() - 1 && said && c.from() > d.to()) {
            return !saidOfIt(c, d, before);
        }
        if (c.definite() && c.to() <= d.from() && saidBefore(c) && !longAgo(d)) {
            return true;
        }
        int back = Math.max(before - EVENT_REACH, Math.max(0, c.to()));
        for (int i = before; i >= back && c.to() <= d.from(); i--) {
            boolean other = text.in(OTHER_EVENTS, i) && !text.any(DURING, i - DURING_REACH, i);
            if (released(i) || other || text.isOneOf(i, "before", "until")) {
                return true;
            }
        }
        return false;
    }

    /** "On Thursday a spokesman told reporters that he had begun the call": the day of the main verb, a saying of a call known. */
    private boolean toldThen(Contact c, DateFound d) {
        int start = text.sentence(c.sentence()).from();
        if (!c.definite() || d.from() - start > 1 || c.from() <= d.to()) {
            return false;
        }
        for (int i = d.to(); i < c.from(); i++) {
            if (text.in(ACCOUNTS, i) && text.clauses().together(i, d.from())) {
                return text.any(THAT, i, Math.min(c.from(), i + PHRASE_REACH));
            }
        }
        return false;
    }

    /** "his office on Thursday confirmed the call": the day before a verb of saying that is nobody's on the call. */
    private boolean confirmedBehind(Contact c, DateFound d) {
        return c.from() > d.to()
                && (text.in(ACCOUNTS, d.to()) || text.in(DECLINING, d.to()))
                && !text.in(ADDRESSING, d.to())
                && text.gap(d.to() - 1).isBlank();
    }

    /** "called on Saturday for a ceasefire in a telephone call with the Emir": what was said on the call was said on its day. */
    private boolean saidOnIt(Contact c, DateFound d) {
        int phrase = Math.max(d.to(), c.from() - PHRASE_REACH);
        return c.rule().equals("contact-noun")
                && text.any(WITHIN, phrase, c.from())
                && !text.any(ACCOUNTS, d.to(), c.from());
    }

    /** "released a transcript of the call on July 25", in September: a day too long ago for news to be of what was said on it. */
    private boolean longAgo(DateFound d) {
        CallDate value = d.value();
        LocalDate latest = value == null ? null : value.latest();
        return day != null && latest != null && latest.isBefore(day.minusDays(NEWS_DAYS));
    }

    /** "Trump said Monday he held a call": the day on which a clause that tells of the contact was said. */
    private boolean saidOfIt(Contact c, DateFound d, int verb) {
        return text.in(ACCOUNTS, verb)
                && text.clauses().together(d.to(), c.from())
                && c.from() - d.to() <= CLAUSE_REACH;
    }

    /** "released a transcript Friday of his call": the day of the release; not "revealed that he on Friday had a call". */
    private boolean releasedBefore(int at) {
        for (int i = at; i > Math.max(0, at - 4); i--) {
            if (released(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word says that something was made public; "revealed to the press that" tells of what follows. */
    private boolean released(int i) {
        boolean told = text.in(THAT, i + 1) || text.is(i + 1, "to") && text.any(THAT, i, i + PHRASE_REACH + 2);
        return text.in(RELEASED, i) && !told;
    }

    /** "acknowledged it in the call Sunday", "released a transcript of the call Friday": a verb of saying rules the sentence. */
    private boolean saidBefore(Contact c) {
        Sentence s = text.sentence(c.sentence());
        for (int i = Math.max(s.from(), c.from() - 14); i < c.from(); i++) {
            boolean confirmed =
                    c.from() - i <= CLAUSE_REACH && text.in(CONFIRMING, i) && !text.any(RELATIVES, i, c.from());
            if (released(i) || confirmed) {
                return true;
            }
        }
        return false;
    }

    /** "…, the Kremlin said on Monday": the day on which the account was given that covers the contact, but not the date. */
    boolean isOfAccount(Contact c, DateFound d) {
        for (Attribution a : attributions.of(c.from())) {
            if (text.sentenceOf(a.to() - 1) != text.sentenceOf(d.from())) {
                continue;
            }
            boolean behind = d.from() >= a.to() && d.from() - a.to() <= ACCOUNT_REACH && !a.covers(d.from());
            if (d.from() >= a.to() && d.from() - a.to() <= 1 && accordingTo(a)) {
                return true;
            }
            boolean sameClause = behind && !text.gapsHave(a.to() - 1, d.from() - 1, ',');
            if (sameClause && text.any(ACCOUNTS, a.from() - 2, d.from())) {
                return true;
            }
        }
        if (after.isAfterwards(c, d) || quotedThen(c, d)) {
            return true;
        }
        int verb = before(text, d);
        if (c.from() > d.to() && (saidOfIt(c, d, verb) || confirmedBehind(c, d) && saidOfIt(c, d, d.to()))) {
            return true;
        }
        int told = text.in(AUDIENCES, verb) ? verb - 1 : verb;
        return text.in(ACCOUNTS, told) && (told < verb || othersSay(c, verb));
    }

    /** "“The call was nice,” he told reporters at the assembly in New York on Wednesday": the day on which a contact was quoted. */
    private boolean quotedThen(Contact c, DateFound d) {
        return d.from() > c.to() && quoted(c.from()) && !quoted(d.from());
    }

    private boolean quoted(int at) {
        return quotations.inside(text.token(at).start());
    }

    private boolean accordingTo(Attribution a) {
        int to = text.in(DETERMINERS, a.from() - 1) ? a.from() - 2 : a.from() - 1;
        return text.is(to, "to") && text.is(to - 1, "according");
    }

    /** Whether the subject of a verb of saying behind a contact, from the last comma on, is none of those who spoke. */
    private boolean othersSay(Contact c, int verb) {
        int comma = verb - 1;
        while (comma >= c.to() && !text.gapHas(comma - 1, ',')) {
            comma--;
        }
        int from = comma;
        return from >= c.to()
                && from < verb
                && c.parties().stream().noneMatch(p -> p.from() >= from && p.from() < verb);
    }

    /** "Trump on Thursday said the talks went well. "Just had a call with Xi"": the day of a saying in the sentences before. */
    @Nullable
    DateFound daySaidBefore(Sentence s) {
        int from = text.sentence(Math.max(0, s.index() - SAID_BEFORE)).from();
        for (int k = DateReader.firstFrom(dates, s.from()) - 1;
                k >= 0 && dates.get(k).from() >= from;
                k--) {
            DateFound d = dates.get(k);
            if (text.in(ACCOUNTS, before(text, d)) || text.in(ACCOUNTS, d.to())) {
                return d;
            }
        }
        return null;
    }

    /** "I spoke with him today," he said on Friday: a day seen from that on which it was said. */
    DateFound seenFrom(DateFound account, DateFound d) {
        CallDate said = account.value();
        CallDate seen = d.value();
        if (said == null || seen == null || day == null || said.earliest() == null || seen.earliest() == null) {
            return d;
        }
        long back = ChronoUnit.DAYS.between(day, seen.earliest());
        return said.singleDay()
                ? new DateFound(
                        d.from(), d.to(), CallDate.day(said.earliest().plusDays(back)), null, "day-seen-from-saying")
                : d;
    }

    /** The day on which a contact was told of stands for its own, as one that only that suggests. */
    static DateFound dayOfAccount(DateFound d) {
        CallDate value = d.value();
        LocalDate on = value != null && value.singleDay() ? value.earliest() : null;
        return on == null ? d : new DateFound(d.from(), d.to(), CallDate.inferred(on), null, OF_ACCOUNT);
    }

    /** The word of a date's own sentence before it and its "on"; -1 where the date opens the sentence. */
    static int before(TokenizedText text, DateFound d) {
        int before = d.wordBefore(text);
        return before >= 0 && text.sentenceOf(before) == text.sentenceOf(d.from()) ? before : -1;
    }
}
