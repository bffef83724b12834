package org.readout.extraction.told;

import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Tells which of the dates of a contact's sentence belong to another clause of it, or to a thing that is called by its day. */
final class ClauseDates {

    private static final WordList DAY_PARTS = WordList.of("day-parts");
    private static final WordList OTHER_EVENTS = WordList.of("other-events");
    private static final PhraseList CALLS = PhraseList.of("contact-nouns");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList FINITE = WordList.of("past-verbs");
    private static final WordList RELATIVES = WordList.glosses("that", "which");
    private static final WordList ABOUT = WordList.glosses("about", "regarding", "concerning", "surrounding", "into");
    private static final WordList HAPPENING = WordList.of("happening-verbs");
    private static final WordList HELD = WordList.glosses("held", "hosted", "convened");
    private static final WordList AUXILIARIES = WordList.of("auxiliaries");
    private static final WordList SAYING = WordList.of("speech-verbs");
    private static final WordList TOLD = WordList.of("attribution-verbs");
    private static final WordList MODALS = WordList.of("modals");
    private static final int ASIDE_REACH = 10;
    private static final int HELD_REACH = 3;
    private static final int SINCE_REACH = 14;

    private final TokenizedText text;

    ClauseDates(TokenizedText text) {
        this.text = text;
    }

    /** "Trump, sworn in last week, also spoke": the date of other words between commas is not the verb's; "on Monday" alone is. */
    boolean parenthetical(Contact c, DateFound d) {
        Sentence s = text.sentence(c.sentence());
        if (d.to() > c.from() || !text.gapHas(d.to() - 1, ',')) {
            return false;
        }
        for (int i = d.from() - 1; i >= Math.max(s.from(), d.from() - ASIDE_REACH); i--) {
            if (text.gapHas(i, ',')) {
                return i >= s.from() && SayingDates.before(text, d) > i;
            }
        }
        return false;
    }

    /** "spoke with Macron, who met him in Moscow this week": the date of what is said of somebody in passing. */
    boolean ofRelativeClause(Contact c, DateFound d) {
        for (int i = c.to() + 1; i < d.from(); i++) {
            boolean another = !text.token(i - 1).capital() && !text.token(i - 1).digits();
            if (another && text.in(RELATIVES, i) && text.in(HAPPENING, i + 1)) {
                return true;
            }
        }
        int opener = text.clauses().opener(d.from());
        return opener >= 0 && !text.clauses().together(c.from(), d.from()) && !happening(c, opener);
    }

    /** "the call with A, which took place on 5 May": a clause behind the noun and its people that says when it was. */
    private boolean happening(Contact c, int opener) {
        return c.rule().equals("contact-noun")
                && opener >= c.to()
                && text.in(HAPPENING, opener + 1)
                && !text.any(FINITE, c.to(), opener);
    }

    /** "On Monday, before he spoke with A, he called B": the date of the clause that comes behind what is yet to be. */
    boolean ofClauseBehind(Contact c, DateFound d) {
        int before = d.to();
        return text.gapHas(before - 1, ',')
                && text.is(before, "before")
                && c.from() > before
                && !text.gapsHave(before, c.from(), ',')
                && text.gapsHave(c.to() - 1, text.sentence(c.sentence()).to() - 1, ',');
    }

    /** "In a briefing held today, a spokesman said they spoke": the day on which something else was held. */
    boolean ofHeld(Contact c, DateFound d) {
        int held = SayingDates.before(text, d);
        return d.to() <= c.from()
                && text.in(HELD, held)
                && !text.in(AUXILIARIES, held - 1)
                && !callBefore(held, text.sentence(c.sentence()).from());
    }

    /** "The ministry on Saturday criticised Trump for phoning Tsai": the day on which somebody else did something before. */
    boolean ofOtherVerb(Contact c, DateFound d) {
        Sentence s = text.sentence(c.sentence());
        boolean behindSubject = SayingDates.before(text, d) >= s.from();
        boolean verb = text.in(FINITE, d.to())
                || text.ends(d.to(), "ed") && !text.token(d.to()).capital();
        return behindSubject
                && verb
                && d.to() < c.from()
                && text.gap(d.to() - 1).isBlank()
                && c.parties().stream().noneMatch(p -> p.from() >= s.from() && p.from() < d.from())
                && c.parties().stream().anyMatch(p -> p.from() > d.to() && p.from() < c.from());
    }

    /** "filed a complaint in August regarding their conversation": the day of what was done about a contact. */
    boolean ofWhatIsAboutIt(Contact c, DateFound d) {
        for (int i = c.from() - 1; c.rule().equals("contact-noun") && i >= d.to(); i--) {
            if (text.in(FINITE, i) || text.gapHas(i, ',')) {
                return false;
            }
            if (text.in(ABOUT, i) || c.definite() && text.is(i, "over")) {
                return true;
            }
        }
        return false;
    }

    private boolean callBefore(int held, int begin) {
        for (int i = held - 1; i >= Math.max(begin, held - HELD_REACH); i--) {
            if (text.at(CALLS, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * "a call over a deal, struck by Obama in November,": the day on which somebody did something to a thing spoken of;
     * "the call, confirmed by both on Friday,": the day on which somebody told of it.
     */
    boolean ofParticiple(Contact c, DateFound d) {
        boolean told = text.gapHas(c.to() - 1, ',') && text.in(TOLD, c.to());
        if (told && d.from() > c.to() && !text.gapsHave(c.to(), d.from(), ',')) {
            return true;
        }
        for (int i = d.from() - 1; i > Math.max(c.to(), d.from() - SINCE_REACH); i--) {
            if (text.gapHas(i - 1, ',')) {
                return text.is(i + 1, "by") && !text.token(i).capital();
            }
        }
        return false;
    }

    /** "their first call after Biden took office last month": the date of a clause with a verb of its own. */
    boolean ofOtherClause(Contact c, DateFound d) {
        for (int i = c.to(); i < d.from(); i++) {
            if (text.in(SUBORDINATORS, i)) {
                return text.any(FINITE, i + 1, d.from()) || acted(i + 1, d.from()) || ahead(d, i + 1);
            }
        }
        return false;
    }

    /** "after his party suffered a setback on 10 April": whether a clause's subject is followed by a regular verb. */
    private boolean acted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text.ends(i, "ed") && !text.token(i).capital() && !text.in(DETERMINERS, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "after Trudeau on Monday became": the verb of the clause right behind the date. */
    private boolean ahead(DateFound d, int from) {
        int subject = text.is(d.from() - 1, "on") ? d.from() - 1 : d.from();
        return subject > from && text.in(FINITE, d.to()) && text.gap(d.to() - 1).isBlank();
    }

    /** "In the call, A said that they would act by Friday": the date of what is to come of what was said. */
    boolean ofWhatIsToCome(Contact c, DateFound d) {
        boolean said = false;
        boolean ahead = false;
        for (int i = c.to(); i < d.from(); i++) {
            ahead = said && (ahead || text.in(MODALS, i)) && !text.gapHas(i, ',');
            said |= text.in(SAYING, i);
        }
        return ahead && !text.in(SAYING, SayingDates.before(text, d));
    }

    /** "in the wake of Tuesday's earthquake", "in his Monday press briefing": the day of what the words qualify. */
    boolean ofOtherEvent(Contact c, DateFound d) {
        Sentence s = text.sentence(c.sentence());
        boolean owns = text.token(d.to() - 1).possessive();
        for (int i = d.to();
                i < Math.min(s.to(), d.to() + (owns ? 5 : 2)) && text.gap(i - 1).length() <= 3;
                i++) {
            if (text.at(CALLS, i).isPresent()) {
                return false;
            }
            if (!owns && text.gapHas(i - 1, ',')) {
                return attributive(d);
            }
            if (!owns && text.in(OTHER_EVENTS, i)) {
                return true;
            }
            if (!owns && text.in(PREPOSITIONS, i)) {
                return i > d.to() && attributive(d);
            }
        }
        return owns || attributive(d);
    }

    /** "Hamas's Oct. 7 attack", "the Jan. 6 riot": the day that a noun right behind it is called by. */
    private boolean attributive(DateFound d) {
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
}
