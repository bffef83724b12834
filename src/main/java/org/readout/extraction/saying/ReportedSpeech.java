package org.readout.extraction.saying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.saying.SayingReader.Said;
import org.readout.extraction.source.Attribution;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.source.Quotations.Quotation;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.told.CallScope;
import org.readout.extraction.told.ToldCall;
import org.readout.names.Person;

/** Reads what a sentence reports that a leader said, in the words of whoever tells of it. */
final class ReportedSpeech {

    private static final WordList VERBS = WordList.of("statement-verbs");
    private static final PhraseList PHRASES = PhraseList.of("statement-phrases");
    private static final WordList NOUNS = WordList.of("statement-nouns");
    private static final int LONGEST_CHAIN = 4;
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList PARTICIPLES = WordList.of("statement-participles");
    private static final WordList JOINTS = WordList.of("saying-joints");
    private static final WordList SUBJECTS = WordList.of("subject-pronouns");
    private static final WordList ASIDES = WordList.of("saying-asides");
    private static final WordList JOINT_ADVERBS = WordList.of("saying-adverbs");
    private static final int SHORTEST = 3;
    private static final Set<String> PLAIN_CONTACTS = Set.of("contact-spoke", "contact-called");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList AMBIGUOUS = WordList.of("ambiguous-calls");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList CALLED_FOR = WordList.of("called-for");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Quotations quotations;
    private final Attributions attributions;
    private final CallScope scope;
    private final @Nullable LocalDate day;

    ReportedSpeech(Scene scene, Attributions attributions, CallScope scope) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.quotations = scene.quotations();
        this.attributions = attributions;
        this.scope = scope;
        this.day = scene.day();
    }

    /** What a sentence says of it: by a subject of its own, else by whoever it says was on the call. */
    List<Said> in(Sentence s) {
        List<Said> told = reported(s);
        return told.isEmpty() ? attached(s) : told;
    }

    /** "Scholz called for the withdrawal", "The German chancellor reiterated". */
    private List<Said> reported(Sentence s) {
        ToldCall call = scope.at(s);
        if (call == null) {
            return List.of();
        }
        for (Mention m : mentions.within(s.from(), Math.min(s.to(), s.from() + Contact.REACH))) {
            boolean pronoun = m.kind() == Mention.Kind.PRONOUN && text.in(SUBJECTS, m.from());
            boolean somebody = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE || pronoun;
            int verb = !somebody ? -1 : m.possessive() ? nounBehind(m, s) : verbBehind(m, s);
            if (!somebody || m.possessive() && verb < 0) {
                continue;
            }
            Mention by = verb >= 0 && !pronoun && mentions.governed(m) ? mainSubject(m, s) : m;
            if (by == null) {
                continue;
            }
            Person person = pronoun ? lastSubject(s, m) : by.person();
            if (verb < 0 || person == null || !call.hasPerson(person) || toldTo(m, verb, s) || spokesman(m)) {
                continue;
            }
            if (oneOfBoth(m, call, s)) {
                return List.of();
            }
            Speaker speaker = new Speaker(person.id(), call.stateOf(person.id(), day), call);
            return sayings(s, by.from(), verb, speaker, "statement-reported");
        }
        return List.of();
    }

    /** "Michel in a phone call with Zelensky discussed": who does what stands behind somebody else; null where nobody does. */
    private @Nullable Mention mainSubject(Mention governed, Sentence s) {
        for (Mention m : mentions.within(s.from(), governed.from())) {
            boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            if (person && !m.possessive() && !mentions.governed(m)) {
                return m;
            }
        }
        return null;
    }

    /** "Trump phoned Modi and congratulated him": the second verb goes on with the subject of the first. */
    private boolean toldTo(Mention m, int verb, Sentence s) {
        Person person = m.person();
        return text.is(verb - 1, "and")
                && person != null
                && scope.contactsIn(s).stream()
                        .anyMatch(c -> c.from() < m.from()
                                && !c.parties().isEmpty()
                                && !c.parties().get(0).key().equals(person.id()));
    }

    /** "Peskov confirmed it. He said": a pronoun for one who speaks for a leader. */
    private boolean spokesman(Mention m) {
        Attribution source = m.kind() == Mention.Kind.PRONOUN ? attributions.in(text.sentenceOf(m.from())) : null;
        return source != null && source.from() == m.from() && !source.leader();
    }

    /** "Putin and his counterpart Erdogan discussed the war": what both are said to have done is neither's statement. */
    private boolean oneOfBoth(Mention m, ToldCall call, Sentence s) {
        int and = m.from() - 1;
        while (and > s.from() && text.in(DETERMINERS, and)) {
            and--;
        }
        Mention other = and > s.from() && text.is(and, "and") ? mentions.before(and) : null;
        return other != null
                && other.person() != null
                && call.hasPerson(other.person())
                && !text.in(PREPOSITIONS, other.from() - 1);
    }

    private record Speaker(String key, @Nullable String state, ToldCall call) {}

    /**
     * What one speaker said in a sentence: each verb of saying that is joined to the one before begins a statement of
     * its own ("called for a ceasefire and reiterated her support").
     */
    private List<Said> sayings(Sentence s, int from, int verb, Speaker by, String rule) {
        Attribution source = attributions.spokenFor(s.index());
        int end = endOfSaying(verb, s);
        List<Said> said = new ArrayList<>();
        if (end - verb <= SHORTEST && from - s.from() > SHORTEST && text.gapHas(from - 1, ',')) {
            return inverted(s, from, by, rule, source);
        }
        int start = from;
        for (int i = verb + 2; i <= end; i++) {
            int joint = i == end ? end : joinedSaying(i, s);
            if (joint < 0) {
                continue;
            }
            int first = text.token(start).start();
            int last = behindQuotation(first, text.token(i - 1).end());
            if (last - first <= SayingReader.LONGEST) {
                said.add(said(by, first, last, source, rule));
            }
            start = joint;
            i = Math.max(i, joint);
        }
        return said;
    }

    /** "The standoff can be resolved, Obama told Putin": what was said stands before whoever said it. */
    private List<Said> inverted(Sentence s, int until, Speaker by, String rule, @Nullable Attribution source) {
        int first = text.token(s.from()).start();
        int last = behindQuotation(first, text.token(until - 1).end());
        if (last - first > SayingReader.LONGEST) {
            return List.of();
        }
        return List.of(said(by, first, last, source, rule));
    }

    /** The words from one offset to another as what a speaker said. */
    private Said said(Speaker by, int first, int last, @Nullable Attribution source, String rule) {
        return new Said(
                new Saying(
                        by.key(),
                        by.state(),
                        source == null ? null : source.origin().label(),
                        quotations.anyWithin(first, last) ? QuoteType.MIXED : QuoteType.INDIRECT,
                        SayingReader.tidy(text.text().substring(first, last))),
                by.call(),
                first,
                last,
                source == null ? null : source.origin(),
                rule);
    }

    /** Where the verb stands that goes on from "and", "while also" here, or -1. */
    private int joinedSaying(int at, Sentence s) {
        boolean and = text.in(JOINTS, at);
        boolean as = text.in(ASIDES, at);
        if (!and && !as || quotations.inside(text.token(at).start())) {
            return -1;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + 3); i++) {
            boolean says = as && text.in(PARTICIPLES, i) || and && text.in(VERBS, i);
            if (says && !tellsOfTheCallItself(i, s)) {
                return i;
            }
            if (!text.in(JOINT_ADVERBS, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** The end of a saying with the mark that closes a quotation in it. */
    private int behindQuotation(int start, int end) {
        Quotation open = quotations.at(end - 1);
        return open != null && open.start() >= start && open.end() - end < 3 ? open.end() + 1 : end;
    }

    /** The verb of saying whose subject a mention is; -1 where there is none, or it only tells of the call. */
    int verbBehind(Mention m, Sentence s) {
        int at = behindAside(Math.max(m.to(), m.reach()), s);
        for (int i = at; i < Math.min(s.to(), at + 5); i++) {
            if (text.at(PHRASES, i).isPresent()) {
                return i;
            }
            if (text.in(VERBS, i)) {
                return tellsOfTheCallItself(i, s) || isTold(i) ? -1 : i;
            }
            if (mentions.at(i) != null || text.gapHas(i, ',')) {
                return -1;
            }
        }
        return -1;
    }

    /** "The President's message was that": the verb behind a noun of somebody's that is what they say; -1 where none is. */
    private int nounBehind(Mention owner, Sentence s) {
        int noun = owner.to();
        while (noun < Math.min(s.to(), owner.to() + 2) && !text.in(NOUNS, noun)) {
            noun++;
        }
        if (!text.in(NOUNS, noun)) {
            return -1;
        }
        for (int i = noun + 1; i < Math.min(s.to() - 1, noun + 6) && !text.gapHas(i - 1, ','); i++) {
            if (text.in(COPULAS, i)) {
                return text.isOneOf(i + 1, "that", "to", "for") ? i : -1;
            }
        }
        return -1;
    }

    /** "Trump was warned by his aides": what he is told are not his words. */
    private boolean isTold(int verb) {
        return text.in(COPULAS, verb - 1) && text.ends(verb, "ed")
                || text.in(COPULAS, verb - 1) && text.is(verb, "told");
    }

    /** "Putin, for his part, said": what stands between commas passed over. */
    private int behindAside(int at, Sentence s) {
        if (at >= s.to() || !text.gapHas(at - 1, ',')) {
            return at;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + 8); i++) {
            if (text.gapHas(i - 1, ',')) {
                return text.in(VERBS, i) ? i : at;
            }
        }
        return at;
    }

    /** "spoke with Putin, urging him to …", "called Putin and warned him": what the one who is told of first said on the call. */
    private List<Said> attached(Sentence s) {
        for (Contact c : scope.contactsIn(s)) {
            ToldCall call = scope.of(c);
            if (c.anaphoric() || c.parties().isEmpty() || call == null || c.status() != CallStatus.HAPPENED) {
                continue;
            }
            Party speaker = c.parties().get(0);
            for (int i = c.to(); i < Math.min(s.to(), c.to() + Contact.REACH / 2); i++) {
                boolean joined = text.is(i - 1, "and") && text.in(VERBS, i)
                        || text.gapHas(i - 1, ',') && text.in(PARTICIPLES, i);
                boolean calls = text.in(AMBIGUOUS, i) && !text.in(CALLED_FOR, i + 1);
                if (joined && !calls && speaker.person() != null) {
                    return sayings(s, i, i, new Speaker(speaker.key(), speaker.state(day), call), "statement-attached");
                }
            }
        }
        return List.of();
    }

    /** Up to the source that the sentence names behind what was said, or to the mark that closes the quotation it stands in. */
    private int endOfSaying(int from, Sentence s) {
        Quotation within = quotations.at(text.token(from).start());
        if (within != null && within.to() > from + 2) {
            return Math.min(within.to(), s.to());
        }
        Attribution source = attributions.in(s.index());
        if (source == null || source.from() <= from) {
            return s.to();
        }
        for (int i = source.from(); i > from + 2; i--) {
            if (text.gapHas(i - 1, ',')) {
                return i;
            }
        }
        return s.to();
    }

    /** "called Putin on Friday", "said he had spoken with Putin": that there was a call is no statement. */
    private boolean tellsOfTheCallItself(int verb, Sentence s) {
        if (text.is(verb, "called")) {
            return !text.in(CALLED_FOR, verb + 1);
        }
        return text.in(SPEECH, verb)
                && scope.contactsIn(s).stream()
                        .anyMatch(c -> PLAIN_CONTACTS.contains(c.rule()) && c.from() > verb && c.from() - verb <= 8);
    }

    private @Nullable Person lastSubject(Sentence s, Mention pronoun) {
        return lastSubject(s, pronoun, 0);
    }

    /** The last person named as a subject before; where a sentence begins with "he" as well, the one whom that stands for. */
    private @Nullable Person lastSubject(Sentence s, Mention pronoun, int chain) {
        for (int k = s.index(); k >= Math.max(0, s.index() - 2); k--) {
            Sentence at = text.sentence(k);
            int until = k == s.index() ? pronoun.from() : at.to();
            for (Mention m : mentions.within(at.from(), Math.min(until, at.from() + Contact.REACH))) {
                if (m.kind() == Mention.Kind.PRONOUN
                        && text.in(SUBJECTS, m.from())
                        && mentions.agree(pronoun, m)
                        && k < s.index()
                        && chain < LONGEST_CHAIN) {
                    return lastSubject(at, m, chain + 1);
                }
                if ((m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE)
                        && m.person() != null
                        && mentions.agrees(pronoun, m.person())
                        && !m.possessive()) {
                    return m.person();
                }
            }
        }
        return null;
    }
}
