package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** Contacts told by a verb of which the subject reached the object: "called", "phoned", "reached out to", "hung up on". */
final class CallingVerbs extends VerbRules {

    private static final WordList NOUN_BEFORE = WordList.of("noun-before");
    private static final WordList AFTER_OBJECT = WordList.of("after-called-object");
    /** Verbs of calling that are nouns too, and what stands before them as verbs: "to phone Putin". */
    private static final WordList NOUNS_TOO = WordList.of("calling-nouns-too");

    /** "before calling Putin", "by calling Putin": a gerund of what was done, not "insisted on calling Putin". */
    private static final WordList DONE = WordList.glosses("before", "after", "by", "besides", "upon");
    /** "a round of calls". */
    private static final WordList PREPOSITIONS = WordList.of("prepositions");

    private static final WordList WITH = WordList.glosses("with", "to", "of", "on", "for");
    private static final WordList THANKING = WordList.of("thanking-verbs");
    private static final WordList BEFORE_VERB = WordList.of("before-base-verbs");

    /** Verbs of calling that may mean naming or asking for something. */
    private static final WordList AMBIGUOUS = WordList.of("ambiguous-calls");
    /** "called Putin to account": what is no call. */
    private static final WordList TO_ACCOUNT = WordList.of("called-to");

    private static final WordList COUNTS = WordList.of("duration-starts");
    private static final WordList PERIODS = WordList.of("periods");
    private static final WordList POINTING = WordList.glosses("this", "that", "last", "the");
    private static final WordList POINTING_TO = WordList.glosses("next", "same", "following", "previous", "other");
    private static final WordList VAGUE = WordList.of("vague-counts");
    private static final WordList AFTERWARDS = WordList.glosses("after", "later", "before", "earlier", "ago");
    /** What somebody may be called for: "called to congratulate Modi". */
    private static final WordList PURPOSES = WordList.of("purposes-of-calls");

    private static final String OPENING_QUOTES = "“\"‘'";
    private static final WordList OUTREACH = WordList.glosses("reached", "reaches", "reaching");
    private static final WordList BOTH = WordList.of("both");
    private static final WordList BEFORE_OFFICE = WordList.of("articles");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList EARLIER_STILL = WordList.of("earlier-still");

    CallingVerbs(ContactRules others) {
        super(others);
    }

    /** "telephoned with Putin": that the two spoke, not who called. */
    boolean reciprocal(int from, int to) {
        return text.is(to, "with") && !text.in(AMBIGUOUS, from) && !text.in(NOUNS_TOO, from);
    }

    /** "called", "phoned", "rang": the object follows, and the subject is who called. */
    void called(int from, int to, Sentence s) {
        boolean noun = text.in(NOUNS_TOO, from) && !text.in(BEFORE_VERB, from - 1);
        if (noun || text.ends(from, "s") && text.in(PREPOSITIONS, from - 1)) {
            return;
        }
        int at = to;
        while (text.isOneOf(at, "up", "back", "on", "today", "yesterday", "again")
                && !text.is(at, "on")
                && at - to < 2) {
            at++;
        }
        boolean certain = !text.in(AMBIGUOUS, from) || text.is(to, "up");
        boolean purpose = text.is(at, "to") && text.in(PURPOSES, at + 1);
        at += purpose ? 2 : 0;
        boolean participle = text.ends(from, "ed");
        boolean by = participle && text.is(to, "by") && mentions.at(to + 1) != null;
        boolean progressive = text.ends(from, "ing");
        if (text.in(COPULAS, from - 1) && !progressive || by) {
            calledBy(from, to, certain, s);
            return;
        }
        boolean aside = progressive && text.gapHas(from - 1, ',');
        boolean gerund = progressive && text.in(DONE, from - 1);
        if (!certain && !participle && !aside && !gerund && text.in(NOUN_BEFORE, from - 1) && !mentionBefore(from)) {
            return;
        }
        at = head(at);
        Mention object = named(at);
        int skip = at;
        while (certain
                && object == null
                && skip < s.to()
                && skip - at < 4
                && (text.in(SKIPPABLE, skip)
                        || text.is(skip, "the")
                        || text.token(skip).capital() && mentions.at(skip + 1) != null)) {
            object = mentions.at(++skip);
        }
        object = object == null ? described(at, s) : object;
        if (object == null
                || object.kind() == Mention.Kind.STATE
                || object.kind() == Mention.Kind.FIRST_PERSON
                || object.possessive() && object.kind() != Mention.Kind.PRONOUN) {
            calledMe(from, to, s);
            thankedForCalling(from, to, s);
            calledThose(from, to, s);
            return;
        }
        int end = Math.max(object.to(), object.reach());
        if (!certain && !purpose && (!goesOn(end, s) || nicknamed(to, end))) {
            return;
        }
        boolean when = text.in(AFTER_OBJECT, end) || pointsToTime(end);
        if (!certain && object.kind() == Mention.Kind.PRONOUN && end < s.to() && !when) {
            return;
        }
        if (habitual(from, end, s)) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        c.earlier(text.in(EARLIER_STILL, from - 1));
        List<Mention> objectMentions = new ArrayList<>();
        arguments.list(object.from(), s, objectMentions, new ArrayList<>());
        List<Party> objects = parties.resolve(objectMentions, s, c);
        if (objects.isEmpty()) {
            withNobodyNamed(c, from, s);
            return;
        }
        List<Party> subjects = parties.subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            maker.drop(c, Trace.Verdict.NO_SUBJECT);
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-called");
        maker.pair(c, subjects, objects, s, from, end, null);
        gapped(c, subjects, end, s, "initiator-called");
    }

    /** Where whoever is called begins: behind "both", behind the "the" of an office. */
    private int head(int at) {
        Mention office = text.in(BEFORE_OFFICE, at) && mentions.at(at) == null ? mentions.at(at + 1) : null;
        int head = office != null && office.kind() != Mention.Kind.STATE ? at + 1 : at;
        return text.in(BOTH, head) ? head + 1 : head;
    }

    /** Who is named there, also as somebody's: "Putin", "Russia's Putin", "his counterpart Putin", "Japanese Minister Kono". */
    private @Nullable Mention named(int at) {
        Mention m = mentions.at(at);
        boolean state = m != null && m.kind() == Mention.Kind.STATE;
        Mention minister = m != null && state && text.is(m.to(), "minister") ? mentions.at(m.to() + 1) : null;
        if (minister != null && minister.kind() == Mention.Kind.PERSON) {
            return minister;
        }
        Mention related = m == null ? null : mentions.relatedTo(m);
        if (related != null) {
            return related;
        }
        if (m == null || !m.possessive() || !state && m.kind() != Mention.Kind.PRONOUN) {
            return m;
        }
        Mention owned = mentions.at(m.to());
        return owned == null || !state && owned.kind() == Mention.Kind.STATE ? m : owned;
    }

    /** Whether what stands behind the object says when, why or how, not what somebody was called: "called Modi hours later". */
    private boolean goesOn(int end, Sentence s) {
        if (end >= s.to() || text.gapHas(end - 1, ',') || text.gapHas(end - 1, '—')) {
            return true;
        }
        if (text.is(end, "to") && text.in(TO_ACCOUNT, end + 1)) {
            return false;
        }
        if (text.in(POINTING, end)) {
            return pointsToTime(end);
        }
        int vague = text.in(COUNTS, end) && text.in(VAGUE, end + 1) ? end + 1 : end;
        boolean amount =
                text.in(COUNTS, end) || text.in(VAGUE, end) || text.token(end).digits();
        boolean counted = amount && text.in(PERIODS, text.is(vague + 1, "of") ? vague + 2 : vague + 1);
        boolean later = text.in(PERIODS, end) && text.in(AFTERWARDS, end + 1);
        boolean dated = text.token(end).capital()
                && mentions.at(end) == null
                && !text.token(end).possessive();
        return text.in(AFTER_OBJECT, end) || counted || later || dated;
    }

    /** "called his counterpart, Putin, “a tyrant”": what somebody is named, in quotation marks behind the comma of an apposition. */
    private boolean nicknamed(int from, int end) {
        boolean apposed = text.gapsHave(from, end - 2, ',') && text.gapHas(end - 1, ',');
        return apposed && OPENING_QUOTES.chars().anyMatch(mark -> text.gapHas(end - 1, (char) mark));
    }

    /** "last week", "that day", "the same evening"; not "this century's statesman", "the same tyrant". */
    private boolean pointsToTime(int at) {
        int period = text.in(POINTING_TO, at + 1) ? at + 2 : at + 1;
        return text.in(POINTING, at)
                && text.in(PERIODS, period)
                && !text.token(period).possessive();
    }

    /** "called opposition leader Modi", "called several leaders including Singh": whom the verb's object names further on. */
    private @Nullable Mention described(int at, Sentence s) {
        List<Mention> people = new ArrayList<>();
        boolean many = arguments.ofMany(at, s);
        arguments.list(at, s, people, new ArrayList<>());
        boolean with =
                !many && !people.isEmpty() && text.any(WITH, at, people.get(0).from());
        return people.isEmpty() || with ? null : people.get(0);
    }

    /** "Putin was telephoned by Scholz": who called stands behind. */
    private void calledBy(int from, int to, boolean certain, Sentence s) {
        Mention by = text.is(to, "by") ? named(head(to + 1)) : null;
        if (by == null || by.kind() == Mention.Kind.STATE) {
            return;
        }
        int end = Math.max(by.to(), by.reach());
        if (!certain && end < s.to() && !text.in(AFTER_OBJECT, end) && !text.gapHas(end - 1, ',')) {
            return;
        }
        Contact all = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Mention> list = new ArrayList<>();
        arguments.list(by.from(), s, list, new ArrayList<>());
        List<Party> callers = parties.resolve(list, s, all);
        List<Party> called = callers.isEmpty() ? List.of() : parties.subject(copula(from), s, all, callers, false);
        for (Party caller : called.isEmpty() ? List.<Party>of() : callers) {
            Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
            c.called(caller, from, end, "initiator-called-by");
            maker.pair(c, List.of(caller), called, s, from, end, null);
        }
    }

    /** The verb of being before a participle; the participle itself where a headline leaves it out. */
    private int copula(int participle) {
        return text.in(COPULAS, participle - 1) ? participle - 1 : participle;
    }

    /** "Modi thanked Macron for calling": the one who is thanked called. */
    private void thankedForCalling(int from, int to, Sentence s) {
        Mention thanked = text.ends(from, "ing") && text.is(from - 1, "for") ? mentions.before(from - 1) : null;
        int head = thanked == null ? -1 : mentions.head(thanked);
        if (thanked == null || thanked.possessive() || !text.in(THANKING, head - 1)) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Party> callers = parties.resolve(thanked, s, c);
        List<Party> called = callers.isEmpty() ? List.of() : parties.subject(head - 1, s, c, callers, false);
        if (!called.isEmpty()) {
            c.called(callers.get(0), head, to, "initiator-thanked-for-calling");
            maker.pair(c, callers, called, s, from, to, null);
        }
    }

    /** "Among the leaders Biden phoned on Monday were A and B". */
    private void calledThose(int from, int to, Sentence s) {
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Party> called = identifiedBehind(to, s, c);
        List<Party> callers = called.isEmpty() ? List.of() : parties.subject(from, s, c, called, false);
        if (!callers.isEmpty()) {
            c.called(callers.get(0), callers.get(0).from(), to, "initiator-called");
            maker.pair(c, callers, called, s, from, to, null);
        }
    }

    /** "The President of Taiwan CALLED ME": the other side is whoever speaks. */
    private void calledMe(int from, int to, Sentence s) {
        if (!text.is(to, "me")) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called-me");
        List<Party> subjects = parties.subject(from, s, c, List.of(), false);
        Party speaker = parties.speaker(from, s);
        if (subjects.isEmpty() || speaker == null) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), to + 1, "initiator-called");
        maker.pair(c, subjects, List.of(speaker), s, from, to, null);
    }

    /**
     * "reached out to", which is a call where the words say how or tell of it beside another; "placed a call to"; "hung up
     * on", which does not say who called.
     */
    void reached(int from, int to, boolean called, Sentence s) {
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(to, s, list, new ArrayList<>());
        Medium means = meansNear(to, s, from);
        boolean outreach = text.in(OUTREACH, from);
        Medium medium = means != null ? means : outreach ? Medium.UNSPECIFIED : Medium.PHONE;
        boolean beside = !found.isEmpty() && found.get(found.size() - 1).sentence() == s.index();
        boolean only = outreach && means == null && !beside;
        Contact c = new Contact(from, to, s.index(), medium, called ? "contact-reached-out" : "contact-hung-up");
        List<Party> objects = parties.resolve(list, s, c);
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            return;
        }
        if (only) {
            maker.drop(c, Trace.Verdict.NO_MEANS);
            return;
        }
        if (called) {
            c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-reached-out");
        }
        maker.pair(c, subjects, objects, s, from, end, null);
    }

    private boolean mentionBefore(int i) {
        Mention m = mentions.before(i);
        return m != null && !m.possessive() && m.kind() != Mention.Kind.STATE;
    }
}
