package org.readout.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.PreviousContact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateReader;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Reads what a call is measured against: "first call since December 2022", "last spoke in July", "their second call". */
public final class PreviousContactReader {

    /**
     * An earlier contact.
     *
     * @param from first word of what says so
     * @param to after its last word
     * @param samePeople whether it is between the same two people, so that it is a call of its own
     */
    public record Earlier(PreviousContact value, int from, int to, boolean samePeople, String rule) {}

    private static final WordList ORDINALS = WordList.of("previous-contact-ordinals");
    private static final WordList CONTACT_WORDS = WordList.of("previous-contact-words");
    private static final WordList OWN =
            WordList.glosses("their", "they", "two", "both", "leaders", "his", "pair", "presidents", "with", "men");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList NOT_CONTACTS = WordList.glosses("round", "leader", "leaders", "person", "foreign");
    private static final WordList BOUNDING = WordList.glosses("since", "between");
    private static final WordList FOLLOWING = WordList.of("following-verbs");
    private static final WordList CONTACT_NOUNS = WordList.of("previous-contact-nouns");
    private static final WordList LAST = WordList.of("last-contact");
    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final PhraseList PERIODS = PhraseList.of("relative-periods");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final int PHRASE = 10;
    private static final int SINCE = 28;

    private final TokenizedText text;
    private final List<DateFound> dates;

    public PreviousContactReader(TokenizedText text, List<DateFound> dates) {
        this.text = text;
        this.dates = dates;
    }

    public List<Earlier> read(Sentence s) {
        List<Earlier> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); i++) {
            Earlier found = null;
            if (text.in(ORDINALS, i)) {
                found = ordinal(i, s);
            } else if (text.in(LAST, i)
                    && !text.is(i + 1, "to")
                    && !text.in(DAY_PARTS, i + 1)
                    && text.at(PERIODS, i).isEmpty()) {
                found = last(i, s);
            } else if (text.in(FOLLOWING, i)) {
                found = followed(i, s);
            }
            if (found != null) {
                out.add(found);
                i = found.to() - 1;
            }
        }
        return out;
    }

    private @Nullable Earlier ordinal(int i, Sentence s) {
        if (text.is(i + 1, "to")) {
            return null;
        }
        int noun = -1;
        for (int k = i + 1; k < Math.min(s.to(), i + PHRASE); k++) {
            if (k > i + 1 && breaks(k - 1)) {
                break;
            }
            if (text.in(CONTACT_WORDS, k)) {
                noun = k;
                break;
            }
            if (text.is(k, "with") && k == i + 1) {
                noun = k;
                break;
            }
        }
        boolean identified =
                text.in(BOUNDING, i + 1) && (text.in(COPULAS, i - 1) || text.in(COPULAS, i - 2)) && contactWithin(i, s);
        noun = noun < 0 && identified ? i : noun;
        if (noun < 0
                || ofOthers(i, noun)
                || text.is(i, "another") && !text.isOneOf(noun, "call", "conversation", "talk")) {
            return null;
        }
        boolean not = text.is(i - 1, "not") || text.is(i - 2, "not");
        boolean latest = text.is(i, "latest");
        boolean first = !not && (latest || text.isOneOf(i, "first", "highest"));
        if (text.is(noun, "time") && !contactWithin(noun, s)) {
            return null;
        }
        int end = noun + 1;
        CallDate date = null;
        boolean own = text.in(OWN, i - 1) || text.in(OWN, i - 2) || text.is(noun, "with");
        for (int k = noun + 1; k < Math.min(s.to(), noun + SINCE); k++) {
            if (breaks(k - 1) && k > noun + 1) {
                break;
            }
            own |= text.in(OWN, k);
            if (text.is(k, "since") || text.is(k, "after") && first) {
                DateFound d = dateAt(k + 1, s);
                if (d != null) {
                    date = d.value();
                    end = d.to();
                    break;
                }
                end = text.is(k, "since") ? clauseEnd(k, s) : end;
                if (text.is(k, "since")) {
                    break;
                }
            }
            int span = spanOfYears(k, s);
            if (span > 0) {
                end = span;
                break;
            }
        }
        if (latest && end == noun + 1) {
            return null;
        }
        if (!first && date == null && end == noun + 1) {
            return new Earlier(new PreviousContact(null, false), i, end, false, "previous-ordinal");
        }
        return new Earlier(new PreviousContact(date, first), i, end, own && date != null, "previous-first-since");
    }

    /** "The call follows the two leaders' conversation on March 18": the one that it comes after, with its day. */
    private @Nullable Earlier followed(int i, Sentence s) {
        int noun = -1;
        for (int k = i + 1; k < Math.min(s.to(), i + PHRASE) && !breaks(k - 1); k++) {
            DateFound d = dateAt(k, s);
            if (text.in(CONTACT_NOUNS, k)) {
                noun = k;
            } else if (noun >= 0 && d != null) {
                return new Earlier(new PreviousContact(d.value(), false), i, d.to(), false, "previous-followed");
            }
        }
        return null;
    }

    /** "last communicated in December 2022", "the last call between the two leaders was July 2022". */
    private @Nullable Earlier last(int i, Sentence s) {
        int contact = -1;
        int reach = text.is(i + 1, "time") ? 2 * PHRASE : PHRASE / 2;
        for (int k = i + 1; k < Math.min(s.to(), i + reach); k++) {
            if (text.in(CONTACT_WORDS, k) && !text.is(k, "time")) {
                contact = k;
                break;
            }
        }
        if (contact < 0) {
            return null;
        }
        for (int k = contact + 1; k < Math.min(s.to(), contact + 14); k++) {
            DateFound d = dateAt(k, s);
            if (d != null) {
                return new Earlier(new PreviousContact(d.value(), true), i, d.to(), false, "previous-last");
            }
        }
        return new Earlier(new PreviousContact(null, true), i, contact + 1, false, "previous-last");
    }

    /** "the second round of talks", "the fifth leader Trump has spoken with", "first told of his call". */
    private boolean ofOthers(int ordinal, int noun) {
        boolean leader = text.is(noun - 1, "leader") || text.is(noun - 2, "leader");
        boolean verb = text.ends(ordinal + 1, "ed") && text.in(DETERMINERS, ordinal + 2);
        return leader || verb || text.any(NOT_CONTACTS, ordinal + 1, noun);
    }

    private boolean contactWithin(int at, Sentence s) {
        for (int k = Math.max(s.from(), at - 14); k < Math.min(s.to(), at + 24); k++) {
            if (!text.is(k, "time") && text.in(CONTACT_WORDS, k)) {
                return true;
            }
        }
        return false;
    }

    /** "in nearly two years", "in a decade": where it ends; 0 when none begins at the word. */
    private int spanOfYears(int k, Sentence s) {
        if (!text.is(k, "in") && !text.is(k, "for")) {
            return 0;
        }
        for (int e = k + 1; e < Math.min(s.to(), k + 6); e++) {
            if (text.isOneOf(
                    e, "years", "year", "months", "month", "decade", "decades", "weeks", "days", "history", "week")) {
                return e + 1;
            }
            if (breaks(e - 1)) {
                return 0;
            }
        }
        return 0;
    }

    private int clauseEnd(int k, Sentence s) {
        int e = k + 1;
        while (e < s.to() && e - k < 12 && !breaks(e - 1) && !joinsAnother(e)) {
            e++;
        }
        return e;
    }

    /** "since he left office and comes a day after": a second verb goes on with the sentence, not with the clause. */
    private boolean joinsAnother(int at) {
        return text.is(at, "and") && !text.token(at + 1).capital();
    }

    private boolean breaks(int before) {
        String gap = text.gap(before);
        return gap.indexOf(',') >= 0
                || gap.indexOf(';') >= 0
                || gap.indexOf('—') >= 0
                || gap.indexOf('.') >= 0
                        && !text.token(before).raw().endsWith(".")
                        && text.token(before).raw().length() > 1;
    }

    private @Nullable DateFound dateAt(int token, Sentence s) {
        int at = DateReader.firstFrom(dates, token);
        boolean there = at < dates.size()
                && dates.get(at).from() == token
                && dates.get(at).to() <= s.to();
        return there ? dates.get(at) : null;
    }
}
