package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;
import org.readout.names.PhraseTrie;

/** Contacts told by a verb: "spoke with", "phoned", "reached out to". */
final class VerbContacts extends ContactRules {

    private static final PhraseList MEANS = PhraseList.of("contact-means");
    private static final PhraseList HABITS = PhraseList.of("habits");
    private static final WordList NOUN_BEFORE = WordList.of("noun-before");
    private static final WordList AFTER_OBJECT = WordList.of("after-called-object");
    /** Verbs of calling that may mean naming or asking for something. */
    private static final WordList AMBIGUOUS = WordList.of("ambiguous-calls");

    /** "called Putin to account": what is no call. */
    private static final WordList TO_ACCOUNT = WordList.of("called-to");

    private static final WordList COUNTS = WordList.of("duration-starts");
    private static final WordList PERIODS =
            WordList.glosses("minutes", "hour", "hours", "day", "days", "week", "weeks", "months");
    /** What somebody may be called for: "called to congratulate Modi". */
    private static final WordList PURPOSES = WordList.of("purposes-of-calls");

    private static final WordList ANOTHER = WordList.of("another-call");
    private static final WordList OUTREACH = WordList.glosses("reached", "reaches", "reaching");
    private static final WordList WITH = WordList.glosses("with", "to");
    private static final WordList BOTH = WordList.of("both");
    private static final WordList PERFECT = WordList.of("perfect");
    private static final WordList AUXILIARIES = WordList.of("auxiliaries");
    private static final WordList BEFORE_OFFICE = WordList.of("articles");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList EARLIER_STILL = WordList.of("earlier-still");
    private static final WordList TOGETHER = WordList.of("together-words");
    private static final WordList TOPIC_FOLLOWS = WordList.of("subject-matter");
    private static final WordList EARLIER = WordList.of("earlier-contact");
    private static final WordList LISTING = WordList.of("listing-verbs");
    private static final int IDENTIFIED_REACH = 8;
    private static final int GAP = 6;
    private static final int MOST_GAPPED = 6;
    private static final int LAST_TIME_REACH = 14;

    private final InPerson inPerson;

    VerbContacts(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            ArgumentReader arguments,
            ContactMaker maker,
            List<Contact> found) {
        super(text, mentions, parties, arguments, maker, found);
        this.inPerson = new InPerson(text, mentions);
    }

    /** "called", "phoned", "rang": the object follows, and the subject is who called. */
    void called(int from, int to, Sentence s) {
        int at = to;
        while (text.isOneOf(at, "up", "back", "on", "today", "yesterday", "again")
                && !text.is(at, "on")
                && at - to < 2) {
            at++;
        }
        boolean certain = !text.in(AMBIGUOUS, from) || text.is(to, "up");
        boolean purpose = text.is(at, "to") && text.in(PURPOSES, at + 1);
        at += purpose ? 2 : 0;
        boolean by = text.ends(from, "ed") && text.is(to, "by") && mentions.at(to + 1) != null;
        if (text.in(COPULAS, from - 1) || by) {
            calledBy(from, to, certain, s);
            return;
        }
        boolean participle = text.ends(from, "ed");
        boolean aside = text.ends(from, "ing") && text.gapHas(from - 1, ',');
        if (!certain && !participle && !aside && text.in(NOUN_BEFORE, from - 1) && !mentionBefore(from)) {
            return;
        }
        if (text.in(BEFORE_OFFICE, at) && mentions.at(at) == null) {
            Mention office = mentions.at(at + 1);
            at += office != null && office.kind() != Mention.Kind.STATE ? 1 : 0;
        }
        at += text.in(BOTH, at) ? 1 : 0;
        Mention object = mentions.at(at);
        if (object != null
                && object.kind() == Mention.Kind.STATE
                && object.possessive()
                && mentions.at(object.to()) != null) {
            object = mentions.at(object.to());
        }
        if (object != null && object.possessive() && object.kind() == Mention.Kind.PRONOUN) {
            Mention owned = mentions.at(object.to());
            object = owned != null && owned.kind() != Mention.Kind.STATE ? owned : object;
        }
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
            return;
        }
        int end = Math.max(object.to(), object.reach());
        if (!certain
                && !purpose
                && !(end >= s.to()
                        || text.in(AFTER_OBJECT, end)
                        || (text.in(COUNTS, end) || text.token(end).digits()) && text.in(PERIODS, end + 1)
                        || text.gapHas(end - 1, ',')
                        || text.token(end).capital() && mentions.at(end) == null
                        || text.gapHas(end - 1, '—'))) {
            return;
        }
        if (!certain && text.is(end, "to") && text.in(TO_ACCOUNT, end + 1)) {
            return;
        }
        if (!certain && object.kind() == Mention.Kind.PRONOUN && end < s.to() && !text.in(AFTER_OBJECT, end)) {
            return;
        }
        if (habitual(from, end, s)) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        c.earlier(text.in(EARLIER_STILL, from - 1));
        List<Mention> objectMentions = new ArrayList<>();
        arguments.list(object.from(), s, objectMentions, new ArrayList<>());
        List<Party> objects = new ArrayList<>();
        objectMentions.forEach(m -> objects.addAll(parties.resolve(m, s, c)));
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

    /** "called opposition leader Modi", "called several leaders including Singh": whom the verb's object names further on. */
    private @Nullable Mention described(int at, Sentence s) {
        List<Mention> people = new ArrayList<>();
        arguments.described(at, s, people);
        return people.isEmpty() ? null : people.get(0);
    }

    /** "Putin was telephoned by Scholz": who called stands behind. */
    private void calledBy(int from, int to, boolean certain, Sentence s) {
        Mention by = text.is(to, "by") ? mentions.at(text.is(to + 1, "the") ? to + 2 : to + 1) : null;
        if (by == null || by.kind() == Mention.Kind.STATE) {
            return;
        }
        int end = Math.max(by.to(), by.reach());
        if (!certain && end < s.to() && !text.in(AFTER_OBJECT, end) && !text.gapHas(end - 1, ',')) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Party> callers = parties.resolve(by, s, c);
        List<Party> called = callers.isEmpty() ? List.of() : parties.subject(copula(from), s, c, callers, false);
        if (called.isEmpty()) {
            return;
        }
        c.called(callers.get(0), from, end, "initiator-called-by");
        maker.pair(c, callers, called, s, from, end, null);
    }

    /** The verb of being before a participle; the participle itself where a headline leaves it out. */
    private int copula(int participle) {
        return text.in(COPULAS, participle - 1) ? participle - 1 : participle;
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
        List<Party> objects = new ArrayList<>();
        list.forEach(m -> objects.addAll(parties.resolve(m, s, c)));
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

    /** "spoke with", "talked to", "the two leaders spoke by phone". */
    void spoke(int from, int to, Sentence s) {
        Arguments args = arguments.read(to, s);
        Medium medium = meansNear(to, s, from);
        Contact c = new Contact(from, to, s.index(), medium == null ? Medium.UNSPECIFIED : medium, "contact-spoke");
        c.another(text.any(ANOTHER, to, to + 2));
        c.again(c.another() && (text.is(to, "again") || text.is(to + 1, "again")));
        c.earlier(text.in(EARLIER, from - 1) || text.in(EARLIER_STILL, from - 1) || lastTime(from, s));
        c.perfect(text.any(PERFECT, Math.max(s.from(), from - 3), from));
        c.also((text.is(from - 1, "also") || text.is(to, "also")) && !text.in(TOPIC_FOLLOWS, to));
        boolean stranded = args.mentions().isEmpty() && text.in(WITH, to);
        boolean with = stranded
                || args.preposition().equals("with")
                || args.preposition().equals("to");
        if (medium == null && inPerson.tells(from, Math.max(to, args.end()), s)) {
            maker.drop(c, Trace.Verdict.IN_PERSON);
            return;
        }
        if (habitual(from, args.end(), s)) {
            maker.drop(c, Trace.Verdict.HABIT);
            return;
        }
        List<Party> objects = new ArrayList<>();
        if (with) {
            args.mentions().forEach(m -> objects.addAll(parties.resolve(m, s, c)));
            if (objects.isEmpty()) {
                objects.addAll(identifiedBehind(to, s, c));
            }
            if (objects.isEmpty()) {
                withNobodyNamed(c, from, s);
                return;
            }
        } else if (medium == null && !plainlyTogether(to, s)) {
            maker.drop(c, Trace.Verdict.NOT_TOGETHER);
            return;
        }
        List<Party> subjects = parties.subject(from, s, c, objects, objects.isEmpty());
        if (subjects.isEmpty() && from == s.from()) {
            Party speaker = parties.speaker(from, s);
            subjects = speaker == null ? subjects : List.of(speaker);
        }
        if (subjects.isEmpty() && text.ends(from, "ing")) {
            subjects = parties.subjectBehind(args.end(), s, c, false, true);
        }
        if (subjects.isEmpty()) {
            maker.drop(c, Trace.Verdict.NO_SUBJECT);
            return;
        }
        if (objects.isEmpty() && (subjects.size() < 2 || !sideBySide(subjects, s))) {
            maker.drop(c, Trace.Verdict.NOT_TOGETHER);
            return;
        }
        maker.pair(c, subjects, objects, s, from, Math.max(to, args.end()), args);
        if (with) {
            andWith(c, subjects, args.end(), s);
        }
    }

    /** "Among the leaders he spoke to over the phone were A, B and C": those whom the main clause says they were. */
    private List<Party> identifiedBehind(int to, Sentence s, Contact c) {
        for (int i = to; i < Math.min(s.to(), to + IDENTIFIED_REACH) && mentions.at(i) == null; i++) {
            if (text.in(LISTING, i)) {
                List<Mention> list = new ArrayList<>();
                arguments.list(i + 1, s, list, new ArrayList<>());
                List<Party> out = new ArrayList<>();
                list.forEach(m -> out.addAll(parties.resolve(m, s, c)));
                return out;
            }
        }
        return List.of();
    }

    /** "spoke with Trudeau on Monday and with Johnson on Tuesday": the verb is said once, of several days. */
    private void andWith(Contact first, List<Party> subjects, int end, Sentence s) {
        int at = behindAnd(end, s);
        for (int more = 0; at >= 0 && more < MOST_GAPPED; more++) {
            Arguments args = arguments.read(at, s);
            Contact c = new Contact(at, args.end(), s.index(), first.medium(), first.rule());
            c.gapped(true);
            List<Party> objects = new ArrayList<>();
            args.mentions().forEach(m -> objects.addAll(parties.resolve(m, s, c)));
            if (objects.isEmpty()) {
                return;
            }
            maker.pair(c, subjects, objects, s, first.from(), args.end(), args);
            at = behindAnd(args.end(), s);
        }
    }

    /** Where "and with" goes on, no names between; -1 where it does not. */
    private int behindAnd(int end, Sentence s) {
        for (int i = end; i < Math.min(s.to(), end + GAP) && mentions.at(i) == null; i++) {
            int joint = text.is(i, "as") && text.is(i + 1, "well") && text.is(i + 2, "as") ? i + 3 : i + 1;
            if ((joint > i + 1 || text.is(i, "and")) && text.in(WITH, joint)) {
                return joint;
            }
        }
        return -1;
    }

    /** "The last time the two presidents spoke was in May": the contact before the one the text is about. */
    private boolean lastTime(int from, Sentence s) {
        for (int i = from - 1; i > Math.max(s.from(), from - LAST_TIME_REACH) && !text.gapHas(i, ','); i--) {
            if (text.is(i, "time")) {
                return text.in(EARLIER, i - 1);
            }
        }
        return false;
    }

    /** "has spoken to Putin many times": which call, nobody could say. */
    private boolean habitual(int from, int end, Sentence s) {
        for (int i = Math.max(s.from(), from - 2); i < Math.min(s.to(), end + 4); i++) {
            if (i > from && text.ends(i, "ing")) {
                return false;
            }
            if (text.at(HABITS, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "A and B spoke", not "A and B have a history, and B spoke": no verb lies between the two. */
    private boolean sideBySide(List<Party> subjects, Sentence s) {
        Party first = subjects.get(0);
        Party last = subjects.get(subjects.size() - 1);
        if (first.from() == last.from() || last.from() < s.from()) {
            return true;
        }
        Mention m = mentions.at(first.from());
        int from = m == null ? first.to() : Math.max(m.to(), m.reach());
        return last.from() <= from || !text.any(AUXILIARIES, from, last.from());
    }

    /** Whether "A and B spoke" stands by itself: "spoke on Friday", "last communicated in December". */
    private boolean plainlyTogether(int to, Sentence s) {
        return to >= s.to()
                || text.gapHas(to - 1, ',')
                || text.in(TOGETHER, to)
                || text.in(SKIPPABLE, to) && !text.isOneOf(to, "of", "about", "at")
                || text.token(to).digits();
    }

    private @Nullable Medium meansNear(int to, Sentence s, int from) {
        for (int i = Math.max(s.from(), from - 4); i < Math.min(s.to(), to + 25); i++) {
            Optional<PhraseTrie.Found<String>> means = text.at(MEANS, i);
            if (means.isPresent()) {
                return Medium.valueOf(means.get().values().get(0));
            }
        }
        return null;
    }

    private boolean mentionBefore(int i) {
        Mention m = mentions.before(i);
        return m != null && !m.possessive() && m.kind() != Mention.Kind.STATE;
    }
}
