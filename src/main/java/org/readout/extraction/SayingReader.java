package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Origin;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;
import org.readout.extraction.Quotations.Quotation;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.Person;

/** Reads what was said in or about a call: quotations with their speakers, and sentences that report speech. */
final class SayingReader {

    /** Something said, the call it belongs to, and the offsets of its words. */
    record Said(
            Saying value,
            ToldCall call,
            int start,
            int end,
            @Nullable Origin origin,
            String rule) {}

    private static final Set<String> VERBS = Lexicon.words("statement-verbs");
    private static final Set<String> SPEECH = Lexicon.words("speech-verbs");
    private static final Set<String> PARTICIPLES = Lexicon.words("statement-participles");
    private static final Set<String> JOINTS = Lexicon.words("saying-joints");
    private static final Set<String> SUBJECTS = Lexicon.words("subject-pronouns");
    private static final Set<String> ASIDES = Lexicon.words("saying-asides");
    private static final Set<String> JOINT_ADVERBS = Lexicon.words("saying-adverbs");
    private static final Set<String> PLAIN_CONTACTS = Set.of("contact-spoke", "contact-called");
    private static final Set<String> CALLED_FOR = Lexicon.words("called-for");
    private static final int FAR_PARAGRAPHS = 4;
    private static final int WHOLE_WORDS = 5;
    private static final int MOST = 80;
    private static final int LONGEST = 1500;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Quotations quotations;
    private final Attributions attributions;
    private final CallScope scope;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final List<Said> found = new ArrayList<>();
    private final Set<Integer> quotedSentences = new HashSet<>();

    SayingReader(
            TokenizedText text,
            MentionIndex mentions,
            Quotations quotations,
            Attributions attributions,
            CallScope scope,
            @Nullable LocalDate day,
            @Nullable Person issuer) {
        this.text = text;
        this.mentions = mentions;
        this.quotations = quotations;
        this.attributions = attributions;
        this.scope = scope;
        this.day = day;
        this.issuer = issuer;
    }

    List<Said> read() {
        Said last = null;
        for (Quotation q : quotations.all()) {
            if (found.size() >= MOST) {
                break;
            }
            int s = text.sentenceOf(q.from());
            if (s < 0) {
                continue;
            }
            Said reading = quotation(q, text.sentence(s), last);
            if (reading == null) {
                continue;
            }
            if (last != null && continues(last, reading)) {
                Said joined = join(last, reading);
                found.set(found.indexOf(last), joined);
                last = joined;
            } else {
                found.add(reading);
                last = reading;
            }
            for (int k = s; k <= Math.max(s, text.sentenceOf(q.to() - 1)); k++) {
                quotedSentences.add(k);
            }
        }
        for (Sentence s : text.sentences) {
            if (found.size() >= MOST) {
                break;
            }
            if (!quotedSentences.contains(s.index())) {
                List<Said> told = reported(s);
                found.addAll(told.isEmpty() ? attached(s) : told);
            }
        }
        found.sort(java.util.Comparator.comparingInt(Said::start));
        return found;
    }

    private @Nullable Said quotation(Quotation q, Sentence s, @Nullable Said last) {
        Mention speaker = quotations.speaker(q).orElse(null);
        Attribution source = sourceIn(s, q);
        Person person = speaker == null ? null : speaker.person;
        boolean direct = q.words() >= WHOLE_WORDS;
        ToldCall call = null;
        String saidBy = null;
        String country = null;
        if (person != null && (source == null || !direct)) {
            call = scope.near(s, t -> t.hasPerson(person), FAR_PARAGRAPHS);
            saidBy = person.id();
        }
        if (call == null && source != null && source.country() != null) {
            String side = source.country();
            call = scope.near(s, t -> t.hasState(side, day), FAR_PARAGRAPHS);
            saidBy = call == null ? null : sideOf(call, side, source);
            country = side;
        }
        if (call == null && speaker == null && last != null && continuesParagraph(last, q)) {
            call = last.call();
            saidBy = last.value().saidBy();
            country = last.value().onBehalfOf();
        }
        if (call == null && speaker == null && !speaks(s, q)) {
            Contact c = scope.contactIn(s);
            ToldCall told = scope.at(s);
            if (told != null && c != null && !c.parties.isEmpty()) {
                call = told;
                saidBy = c.parties.get(0).key();
            } else if (told != null && issuer != null && told.hasPerson(issuer)) {
                call = told;
                saidBy = issuer.id();
            }
        }
        if (call == null || saidBy == null) {
            return null;
        }
        if (country == null) {
            String by = saidBy;
            country = call.parties.stream()
                    .filter(p -> p.key().equals(by))
                    .map(p -> p.state(day))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        int start = direct ? q.start() : text.token(mixedStart(s, q, call)).start();
        int end = direct ? q.end() : text.token(s.to() - 1).end();
        if (!direct) {
            end = Math.max(end, q.end());
            start = Math.min(start, q.start());
            if (end - start > LONGEST) {
                start = q.start();
                end = q.end();
            }
        }
        String words = text.text.substring(start, end);
        return new Said(
                new Saying(
                        saidBy,
                        country,
                        source == null ? null : source.origin().label(),
                        direct ? source == null ? QuoteType.DIRECT : QuoteType.INDIRECT : QuoteType.MIXED,
                        tidy(words)),
                call,
                start,
                end,
                source == null ? null : source.origin(),
                direct ? "statement-quoted" : "statement-partly-quoted");
    }

    /** Where the sentence begins to say what was said: at the leader whose words they are, behind who relays them. */
    private int mixedStart(Sentence s, Quotation q, ToldCall call) {
        for (Mention m : mentions.within(s.from(), q.from())) {
            boolean person = m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.OFFICE;
            if (person && !m.possessive && call.hasPerson(m.person) && verbBehind(m, s) >= 0) {
                return m.from;
            }
        }
        return s.from();
    }

    /** Whether somebody is said to speak in the sentence, before the quotation. */
    private boolean speaks(Sentence s, Quotation q) {
        for (int i = s.from(); i < q.from(); i++) {
            if (SPEECH.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    private static String tidy(String words) {
        return words.strip().replaceAll("\\s+", " ").replaceAll("[,;]$", "");
    }

    /** Two quotations of one speaker with only the attribution between them are one statement. */
    private boolean continues(Said last, Said next) {
        if (last.call() != next.call()
                || !last.value().saidBy().equals(next.value().saidBy())) {
            return false;
        }
        if (last.value().quoteType() != next.value().quoteType()) {
            return false;
        }
        if (last.value().quoteType() == QuoteType.MIXED) {
            return next.start() < last.end();
        }
        int between = next.start() - last.end();
        return between > 0
                && between < 60
                && !text.text.substring(last.end(), next.start()).contains("\n")
                && next.end() - last.start() < LONGEST;
    }

    private Said join(Said last, Said next) {
        Saying a = last.value();
        boolean mixed = a.quoteType() == QuoteType.MIXED;
        int end = Math.max(last.end(), next.end());
        String words = mixed
                ? tidy(text.text.substring(last.start(), end))
                : a.text() + " " + next.value().text();
        return new Said(
                new Saying(a.saidBy(), a.onBehalfOf(), a.relayedBy(), a.quoteType(), words),
                last.call(),
                last.start(),
                end,
                last.origin(),
                last.rule());
    }

    private boolean continuesParagraph(Said last, Quotation q) {
        int a = text.sentenceOf(text.tokenAt(last.start()));
        int b = text.sentenceOf(q.from());
        return a >= 0
                && b >= 0
                && text.sentence(b).paragraph() - text.sentence(a).paragraph() <= 1
                && b - a <= 3;
    }

    /** "Scholz called for the withdrawal", "The German chancellor reiterated". */
    private List<Said> reported(Sentence s) {
        ToldCall call = scope.at(s);
        if (call == null) {
            return List.of();
        }
        for (Mention m : mentions.within(s.from(), Math.min(s.to(), s.from() + ContactFinder.REACH))) {
            boolean pronoun = m.kind == Mention.Kind.PRONOUN && SUBJECTS.contains(text.word(m.from));
            boolean subject =
                    (m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.OFFICE || pronoun) && !m.possessive;
            if (!subject) {
                continue;
            }
            Person person = pronoun ? lastSubject(s, m) : m.person;
            int verb = verbBehind(m, s);
            if (verb < 0 || person == null || !call.hasPerson(person)) {
                continue;
            }
            String state = call.parties.stream()
                    .filter(p -> p.key().equals(person.id()))
                    .map(p -> p.state(day))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return sayings(s, m.from, verb, new Speaker(person.id(), state, call), "statement-reported");
        }
        return List.of();
    }

    private record Speaker(String key, @Nullable String state, ToldCall call) {}

    /**
     * What one speaker said in a sentence: each verb of saying that is joined to the one before begins a statement of
     * its own ("called for a ceasefire and reiterated her support").
     */
    private List<Said> sayings(Sentence s, int from, int verb, Speaker by, String rule) {
        Attribution source = spokenFor(s.index());
        int end = endOfSaying(verb, s);
        List<Said> said = new ArrayList<>();
        int start = from;
        for (int i = verb + 2; i <= end; i++) {
            int joint = i == end ? end : joinedSaying(i, s);
            if (joint < 0) {
                continue;
            }
            int first = text.token(start).start();
            int last = behindQuotation(first, text.token(i - 1).end());
            if (last - first <= LONGEST) {
                said.add(new Said(
                        new Saying(
                                by.key(),
                                by.state(),
                                source == null ? null : source.origin().label(),
                                quotations.anyWithin(first, last) ? QuoteType.MIXED : QuoteType.INDIRECT,
                                tidy(text.text.substring(first, last))),
                        by.call(),
                        first,
                        last,
                        source == null ? null : source.origin(),
                        rule));
            }
            start = joint;
            i = Math.max(i, joint);
        }
        return said;
    }

    /** Where the verb stands that goes on from "and", "while also" here, or -1. */
    private int joinedSaying(int at, Sentence s) {
        boolean and = JOINTS.contains(text.word(at));
        boolean as = ASIDES.contains(text.word(at));
        if (!and && !as || quotations.inside(text.token(at).start())) {
            return -1;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + 3); i++) {
            boolean says = as && PARTICIPLES.contains(text.word(i)) || and && VERBS.contains(text.word(i));
            if (says && !tellsOfTheCallItself(i, s)) {
                return i;
            }
            if (!JOINT_ADVERBS.contains(text.word(i))) {
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

    private int verbBehind(Mention m, Sentence s) {
        int at = behindAside(Math.max(m.to, m.reach), s);
        for (int i = at; i < Math.min(s.to(), at + 5); i++) {
            if (VERBS.contains(text.word(i))) {
                return tellsOfTheCallItself(i, s) ? -1 : i;
            }
            if (mentions.at(i) != null || text.gapHas(i, ',')) {
                return -1;
            }
        }
        return -1;
    }

    /** "Putin, for his part, said": what stands between commas passed over. */
    private int behindAside(int at, Sentence s) {
        if (at >= s.to() || !text.gapHas(at - 1, ',')) {
            return at;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + 8); i++) {
            if (text.gapHas(i - 1, ',')) {
                return VERBS.contains(text.word(i)) ? i : at;
            }
        }
        return at;
    }

    /** "spoke with Putin, urging him to …", "called Putin and warned him": what the one who is told of first said on the call. */
    private List<Said> attached(Sentence s) {
        for (Contact c : scope.contactsIn(s)) {
            ToldCall call = scope.of(c);
            if (c.anaphoric || c.parties.isEmpty() || call == null || c.status != CallStatus.HAPPENED) {
                continue;
            }
            Party speaker = c.parties.get(0);
            for (int i = c.to; i < Math.min(s.to(), c.to + ContactFinder.REACH / 2); i++) {
                boolean joined = text.word(i - 1).equals("and") && VERBS.contains(text.word(i))
                        || text.gapHas(i - 1, ',') && PARTICIPLES.contains(text.word(i));
                boolean calls = text.word(i).startsWith("call") && !CALLED_FOR.contains(text.word(i + 1));
                if (joined && !calls && speaker.person() != null) {
                    return sayings(s, i, i, new Speaker(speaker.key(), speaker.state(day), call), "statement-attached");
                }
            }
        }
        return List.of();
    }

    /** Up to the source that the sentence names behind what was said. */
    private int endOfSaying(int from, Sentence s) {
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
        if (text.word(verb).equals("called")) {
            return !CALLED_FOR.contains(text.word(verb + 1));
        }
        return SPEECH.contains(text.word(verb))
                && scope.contactsIn(s).stream()
                        .anyMatch(c -> PLAIN_CONTACTS.contains(c.rule) && c.from > verb && c.from - verb <= 8);
    }

    private @Nullable Person lastSubject(Sentence s, Mention pronoun) {
        for (int k = s.index(); k >= Math.max(0, s.index() - 2); k--) {
            Sentence at = text.sentence(k);
            int until = k == s.index() ? pronoun.from : at.to();
            for (Mention m : mentions.within(at.from(), Math.min(until, at.from() + ContactFinder.REACH))) {
                if ((m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.OFFICE)
                        && m.person != null
                        && !m.possessive) {
                    return m.person;
                }
            }
        }
        return null;
    }

    /** The spokesperson, office or document that the sentence names as its source; a leader speaks for himself. */
    private @Nullable Attribution spokenFor(int sentence) {
        Attribution a = sentence < 0 ? null : attributions.in(sentence);
        return a == null || a.leader() || a.country() == null ? null : a;
    }

    private @Nullable Attribution sourceIn(Sentence s, Quotation q) {
        int until = text.sentenceOf(Math.min(text.size() - 1, q.to()));
        Attribution here = spokenFor(s.index());
        if (here != null) {
            return here;
        }
        Attribution behind = spokenFor(until);
        return behind != null && behind.from() < q.to() + 14 ? behind : null;
    }

    private String sideOf(ToldCall call, String country, Attribution source) {
        return call.parties.stream()
                .filter(p -> country.equals(p.state(day)))
                .map(Party::key)
                .findFirst()
                .orElse(source.origin().label());
    }
}
