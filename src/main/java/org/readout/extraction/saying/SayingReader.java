package org.readout.extraction.saying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
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

/** Reads what was said in or about a call: quotations with their speakers, and sentences that report speech. */
public final class SayingReader {

    /** Something said, the call it belongs to, and the offsets of its words. */
    public record Said(
            Saying value,
            ToldCall call,
            int start,
            int end,
            @Nullable Origin origin,
            String rule) {}

    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final int FAR_PARAGRAPHS = 4;
    private static final int WHOLE_WORDS = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int MOST = 80;
    static final int LONGEST = 1500;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Quotations quotations;
    private final Attributions attributions;
    private final CallScope scope;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final ReportedSpeech reported;
    private final List<Said> found = new ArrayList<>();
    private final Set<Integer> quotedSentences = new HashSet<>();

    public SayingReader(Scene scene, Attributions attributions, CallScope scope) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.quotations = scene.quotations();
        this.attributions = attributions;
        this.scope = scope;
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.reported = new ReportedSpeech(scene, attributions, scope);
    }

    public List<Said> read() {
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
        for (Sentence s : text.sentences()) {
            if (found.size() >= MOST) {
                break;
            }
            if (!quotedSentences.contains(s.index())) {
                found.addAll(reported.in(s));
            }
        }
        found.sort(java.util.Comparator.comparingInt(Said::start));
        return found;
    }

    private @Nullable Said quotation(Quotation q, Sentence s, @Nullable Said last) {
        Mention speaker = quotations.speaker(q).orElse(null);
        Attribution source = sourceIn(s, q);
        Person person = speaker == null ? null : speaker.person();
        boolean direct = q.words() >= WHOLE_WORDS || isSentence(q, s);
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
        if (call == null && speaker == null && !speaks(s, q) && !byOutlet(q)) {
            Contact c = scope.contactIn(s);
            ToldCall told = scope.at(s);
            if (told != null && c != null && !c.parties().isEmpty()) {
                call = told;
                saidBy = c.parties().get(0).key();
            } else if (told != null && issuer != null && told.hasPerson(issuer)) {
                call = told;
                saidBy = issuer.id();
            } else if (told != null) {
                saidBy = subjectOn(told, s, q);
                call = saidBy == null ? null : told;
                direct = false;
            }
        }
        if (call == null || saidBy == null) {
            return null;
        }
        if (country == null) {
            country = call.stateOf(saidBy, day);
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
        String words = text.text().substring(start, end);
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

    /** "Xi attaches “great importance” to it": the leader on the call whom a sentence is about that quotes some words; null for none. */
    private @Nullable String subjectOn(ToldCall call, Sentence s, Quotation q) {
        for (Mention m : mentions.within(s.from(), q.from())) {
            boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            if (person && !m.possessive() && !mentions.governed(m)) {
                Person named = m.person();
                return named != null && call.hasPerson(named) ? named.id() : null;
            }
        }
        return null;
    }

    /** "I asked him," she said: words with which a sentence begins, few as they may be. */
    private boolean isSentence(Quotation q, Sentence s) {
        return q.from() == s.from()
                && q.words() >= FEWEST_WORDS
                && text.token(q.from()).capital();
    }

    /** Where the sentence begins to say what was said: at the leader whose words they are, behind who relays them. */
    private int mixedStart(Sentence s, Quotation q, ToldCall call) {
        for (Mention m : mentions.within(s.from(), q.from())) {
            boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            if (person && !m.possessive() && call.hasPerson(m.person()) && reported.verbBehind(m, s) >= 0) {
                return m.from();
            }
        }
        return s.from();
    }

    /** "CCTV said that “Xi had agreed”": the words of an outlet are nobody's on the call. */
    private boolean byOutlet(Quotation q) {
        return attributions.of(q.from()).stream().anyMatch(Attribution::byOutlet);
    }

    /** Whether somebody is said to speak in the sentence, before the quotation. */
    private boolean speaks(Sentence s, Quotation q) {
        for (int i = s.from(); i < q.from(); i++) {
            if (text.in(SPEECH, i)) {
                return true;
            }
        }
        return false;
    }

    static String tidy(String words) {
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
                && !text.text().substring(last.end(), next.start()).contains("\n")
                && next.end() - last.start() < LONGEST;
    }

    private Said join(Said last, Said next) {
        Saying a = last.value();
        boolean mixed = a.quoteType() == QuoteType.MIXED;
        int end = Math.max(last.end(), next.end());
        String words = mixed
                ? tidy(text.text().substring(last.start(), end))
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

    private @Nullable Attribution sourceIn(Sentence s, Quotation q) {
        int until = text.sentenceOf(Math.min(text.size() - 1, q.to()));
        Attribution here = attributions.spokenFor(s.index(), q.from(), q.to());
        if (here != null) {
            return here;
        }
        Attribution behind = attributions.spokenFor(until, q.from(), q.to());
        boolean next = until != text.sentenceOf(q.to() - 1);
        boolean its = behind != null && behind.from() < q.to() + 14 && (!next || behind.covers(q.to() - 1));
        return its ? behind : null;
    }

    private String sideOf(ToldCall call, String country, Attribution source) {
        return call.parties().stream()
                .filter(p -> country.equals(p.state(day)))
                .map(Party::key)
                .findFirst()
                .orElse(source.origin().label());
    }
}
