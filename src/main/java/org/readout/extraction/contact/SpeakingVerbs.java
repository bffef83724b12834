package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.readout.claim.Medium;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** Contacts told by a verb of speaking: "spoke with", "talked to", "the two leaders spoke by phone". */
final class SpeakingVerbs extends VerbRules {

    private static final WordList ANOTHER = WordList.of("another-call");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList WITH = WordList.glosses("with", "to");
    private static final WordList PERFECT = WordList.of("perfect");
    private static final WordList AUXILIARIES = WordList.of("auxiliaries");
    private static final WordList EARLIER_STILL = WordList.of("earlier-still");
    private static final WordList TOGETHER = WordList.of("together-words");
    private static final WordList TOPIC_FOLLOWS = WordList.of("subject-matter");
    private static final WordList EARLIER = WordList.of("earlier-contact");
    private static final WordList GLAD = WordList.of("glad-words");
    private static final WordList AROUND_GLAD = WordList.glosses("a", "an", "it", "was", "to");
    private static final WordList JUST = WordList.glosses("just", "also", "again");
    private static final int MUTUAL_REACH = 6;
    private static final int LAST_TIME_REACH = 14;

    private final InPerson inPerson;

    SpeakingVerbs(ContactRules others) {
        super(others);
        this.inPerson = new InPerson(text, mentions);
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
        boolean mutual = mutual(to, s);
        boolean with = !mutual
                && (stranded
                        || args.preposition().equals("with")
                        || args.preposition().equals("to"));
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
            objects.addAll(parties.resolve(args.mentions(), s, c));
            if (objects.isEmpty()) {
                objects.addAll(identifiedBehind(to, s, c));
            }
            if (objects.isEmpty()) {
                withNobodyNamed(c, from, s);
                return;
            }
        } else if (medium == null && !mutual && !plainlyTogether(to, s) || isNoun(from)) {
            maker.drop(c, Trace.Verdict.NOT_TOGETHER);
            return;
        }
        List<Party> subjects = parties.subject(from, s, c, objects, objects.isEmpty());
        if (subjects.isEmpty() && opens(from, s)) {
            Party speaker = parties.speaker(from, s);
            subjects = speaker == null ? subjects : List.of(speaker);
        }
        if (subjects.isEmpty() && text.ends(from, "ing")) {
            subjects = parties.behind().subject(args.end(), s, c, false, true);
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

    /** "spoke with each other", "talked on Friday to one another". */
    private boolean mutual(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to() - 2, to + MUTUAL_REACH); i++) {
            boolean other = text.is(i + 1, "each") && text.is(i + 2, "other");
            if (text.in(WITH, i) && (other || text.is(i + 1, "one") && text.is(i + 2, "another"))) {
                return true;
            }
        }
        return false;
    }

    /** "Trump, Merz over Ukraine talk": a noun behind the state that it is about. */
    private boolean isNoun(int verb) {
        Mention m = mentions.before(verb);
        return m != null && m.kind() == Mention.Kind.STATE && text.in(PREPOSITIONS, m.from() - 1);
    }

    /**
     * "Just spoke to Putin", "Will be speaking to him", "Good to speak with him": whether nothing but helping words stands
     * before the verb in the sentence or in what is quoted.
     */
    private boolean opens(int verb, Sentence s) {
        int at = verb;
        while (at > s.from() && helps(at - 1) && !quoteOpens(at)) {
            at--;
        }
        return at == s.from() || at < verb && quoteOpens(at);
    }

    private boolean helps(int i) {
        return text.in(AUXILIARIES, i) || text.in(JUST, i) || text.in(GLAD, i) || text.in(AROUND_GLAD, i);
    }

    private boolean quoteOpens(int at) {
        return text.gapHas(at - 1, '“') || text.gapHas(at - 1, '"') || text.gapHas(at - 1, '‘');
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
                || text.is(to, "back") && text.in(SKIPPABLE, to + 1)
                || text.in(SKIPPABLE, to) && !text.isOneOf(to, "of", "about", "at")
                || text.token(to).digits();
    }
}
