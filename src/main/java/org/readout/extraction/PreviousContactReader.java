package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.PreviousContact;
import org.readout.extraction.TokenizedText.Sentence;

/** Reads what a call is measured against: "first call since December 2022", "last spoke in July", "their second call". */
final class PreviousContactReader {

    /**
     * An earlier contact.
     *
     * @param from first word of what says so
     * @param to after its last word
     * @param samePeople whether it is between the same two people, so that it is a call of its own
     */
    record Earlier(PreviousContact value, int from, int to, boolean samePeople, String rule) {}

    private static final Set<String> ORDINALS = Lexicon.words("previous-contact-ordinals");
    private static final Set<String> CONTACT_WORDS = Lexicon.words("previous-contact-words");
    private static final Set<String> OWN =
            Set.of("their", "they", "two", "both", "leaders", "his", "pair", "presidents", "with", "men");
    private static final Set<String> DETERMINERS = Lexicon.words("determiners");
    private static final Set<String> NOT_CONTACTS = Set.of("round", "leader", "leaders", "person", "foreign");
    private static final Set<String> FOLLOWING = Lexicon.words("following-verbs");
    private static final Set<String> CONTACT_NOUNS = Lexicon.words("previous-contact-nouns");
    private static final Set<String> LAST = Lexicon.words("last-contact");
    private static final int PHRASE = 10;
    private static final int SINCE = 28;

    private final TokenizedText text;
    private final List<DateReader.DateFound> dates;

    PreviousContactReader(TokenizedText text, List<DateReader.DateFound> dates) {
        this.text = text;
        this.dates = dates;
    }

    List<Earlier> read(Sentence s) {
        List<Earlier> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); i++) {
            Earlier found = null;
            if (ORDINALS.contains(text.word(i))) {
                found = ordinal(i, s);
            } else if (LAST.contains(text.word(i)) && !text.word(i + 1).equals("to")) {
                found = last(i, s);
            } else if (FOLLOWING.contains(text.word(i))) {
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
        int noun = -1;
        for (int k = i + 1; k < Math.min(s.to(), i + PHRASE); k++) {
            if (k > i + 1 && breaks(k - 1)) {
                break;
            }
            if (CONTACT_WORDS.contains(text.word(k))) {
                noun = k;
                break;
            }
            if (text.word(k).equals("with") && k == i + 1) {
                noun = k;
                break;
            }
        }
        if (noun < 0
                || ofOthers(i, noun)
                || text.word(i).equals("another") && !text.word(noun).matches("call|conversation|talk")) {
            return null;
        }
        boolean first = text.word(i).equals("first")
                || text.word(i).equals("highest")
                || text.word(i).equals("latest");
        if (text.word(noun).equals("time") && !contactWithin(noun, s)) {
            return null;
        }
        int end = noun + 1;
        CallDate date = null;
        boolean own = OWN.contains(text.word(i - 1))
                || OWN.contains(text.word(i - 2))
                || text.word(noun).equals("with");
        for (int k = noun + 1; k < Math.min(s.to(), noun + SINCE); k++) {
            if (breaks(k - 1) && k > noun + 1) {
                break;
            }
            own |= OWN.contains(text.word(k));
            if (text.word(k).equals("since") || text.word(k).equals("after") && first) {
                DateReader.DateFound d = dateAt(k + 1, s);
                if (d != null) {
                    date = d.value();
                    end = d.to();
                    break;
                }
                end = text.word(k).equals("since") ? clauseEnd(k, s) : end;
                if (text.word(k).equals("since")) {
                    break;
                }
            }
            int span = spanOfYears(k, s);
            if (span > 0) {
                end = span;
                break;
            }
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
            DateReader.DateFound d = dateAt(k, s);
            if (CONTACT_NOUNS.contains(text.word(k))) {
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
        int reach = text.word(i + 1).equals("time") ? 2 * PHRASE : PHRASE / 2;
        for (int k = i + 1; k < Math.min(s.to(), i + reach); k++) {
            if (CONTACT_WORDS.contains(text.word(k)) && !text.word(k).equals("time")) {
                contact = k;
                break;
            }
        }
        if (contact < 0) {
            return null;
        }
        for (int k = contact + 1; k < Math.min(s.to(), contact + 14); k++) {
            DateReader.DateFound d = dateAt(k, s);
            if (d != null) {
                return new Earlier(new PreviousContact(d.value(), true), i, d.to(), false, "previous-last");
            }
        }
        return new Earlier(new PreviousContact(null, true), i, contact + 1, false, "previous-last");
    }

    /** "the second round of talks", "the fifth leader Trump has spoken with", "first told of his call". */
    private boolean ofOthers(int ordinal, int noun) {
        boolean leader =
                text.word(noun - 1).equals("leader") || text.word(noun - 2).equals("leader");
        boolean verb = text.word(ordinal + 1).endsWith("ed") && DETERMINERS.contains(text.word(ordinal + 2));
        return leader || verb || text.any(NOT_CONTACTS, ordinal + 1, noun);
    }

    private boolean contactWithin(int at, Sentence s) {
        for (int k = Math.max(s.from(), at - 14); k < Math.min(s.to(), at + 24); k++) {
            if (!text.word(k).equals("time") && CONTACT_WORDS.contains(text.word(k))) {
                return true;
            }
        }
        return false;
    }

    /** "in nearly two years", "in a decade": where it ends; 0 when none begins at the word. */
    private int spanOfYears(int k, Sentence s) {
        if (!text.word(k).equals("in") && !text.word(k).equals("for")) {
            return 0;
        }
        for (int e = k + 1; e < Math.min(s.to(), k + 6); e++) {
            if (Set.of("years", "year", "months", "month", "decade", "decades", "weeks", "days", "history", "week")
                    .contains(text.word(e))) {
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
        return text.word(at).equals("and") && !text.token(at + 1).capital();
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

    private DateReader.@Nullable DateFound dateAt(int token, Sentence s) {
        int at = DateReader.firstFrom(dates, token);
        boolean there = at < dates.size()
                && dates.get(at).from() == token
                && dates.get(at).to() <= s.to();
        return there ? dates.get(at) : null;
    }
}
