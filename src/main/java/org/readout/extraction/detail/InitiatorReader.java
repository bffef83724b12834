package org.readout.extraction.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Initiator;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.contact.ContactFinder;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.told.ToldCall;
import org.readout.names.PhraseTrie;

/**
 * Reads who called or asked, from words that say so: "at the initiative of", "initiated by Berlin", "requested the
 * call", and what {@link ContactFinder} met on its way ("a call from", "phoned"). Never from the order of names.
 */
public final class InitiatorReader {

    /** Who called, and the words that say it; no value where they name no side of the call. */
    public record Caller(@Nullable Initiator value, int from, int to, String rule) {}

    private static final WordList OPEN = WordList.glosses("whether", "if");
    private static final PhraseList PHRASES = PhraseList.of("initiator-phrases");
    private static final PhraseList NOUNS = PhraseList.of("contact-nouns");
    /** "on Finland's initiative", "following Kyiv's request". */
    private static final WordList AT = WordList.glosses("at", "on", "upon", "by", "following", "after");

    private static final WordList SPOKEN_OF = WordList.glosses("contact", "discussion");
    private static final WordList WHICH = WordList.glosses("which", "that");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList CALLS = WordList.of("calls-spoken-of");
    /** Phrases that are followed by whoever asked for the call, so that they say something even where that is not read. */
    private static final Set<String> UNREAD = Set.of("BY");

    private static final int REACH = 10;
    private static final int LONGEST_PHRASE = 5;
    private static final int LONGEST_OFFICE = 6;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;

    public InitiatorReader(TokenizedText text, MentionIndex mentions, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.day = day;
    }

    /** What the contacts and sentences of a call say about who called. */
    public List<Caller> read(ToldCall call, List<Sentence> sentences) {
        List<Caller> out = new ArrayList<>();
        for (Contact c : call.contacts()) {
            Party caller = c.caller();
            if (caller != null) {
                int from = Math.max(text.sentence(c.sentence()).from(), Math.min(c.callerFrom(), c.from()));
                out.add(new Caller(
                        new Initiator(
                                caller.person() == null ? null : caller.person().id(), caller.state(day), false),
                        from,
                        c.callerTo(),
                        c.callerRule()));
            }
        }
        for (Sentence s : sentences) {
            for (int i = s.from(); i < s.to(); i++) {
                Optional<PhraseTrie.Found<String>> found = text.at(PHRASES, i);
                if (found.isPresent()) {
                    boolean did = found.get().values().get(0).equals("DID");
                    int to = did
                            ? behindCall(i, i + found.get().length(), s)
                            : i + found.get().length();
                    if (to < 0 || text.any(OPEN, Math.max(s.from(), i - REACH), i)) {
                        continue;
                    }
                    Caller reading = switch (found.get().values().get(0)) {
                        case "BY" -> after(i, to, s, call);
                        case "AT" -> owner(i, to, s, call);
                        case "DID" -> before(i, to, s, call);
                        case "FROM" -> behind(i, to, call);
                        case "TOOK" -> before(i, to, s, call);
                        case "WHO" ->
                            text.is(s.from(), "it") && text.in(COPULAS, s.from() + 1) ? before(i, to, s, call) : null;
                        case "LATTER" -> latter(i, to, s, call);
                        case "MUTUAL" -> new Caller(new Initiator(null, null, true), i, to, "initiator-mutual");
                        default -> null;
                    };
                    if (reading != null) {
                        if (out.stream().noneMatch(o -> sameWords(o, reading))) {
                            out.add(reading);
                        }
                    } else if (UNREAD.contains(found.get().values().get(0)) && callBefore(i, s)) {
                        out.add(new Caller(null, i, nameBehind(to, s), "initiator-unresolved"));
                    }
                    i = to - 1;
                }
            }
        }
        return out;
    }

    /** Whether two readings give one value from words that overlap. */
    private static boolean sameWords(Caller a, Caller b) {
        return a.from() < b.to() && b.from() < a.to() && Objects.equals(a.value(), b.value());
    }

    /** "the call, which Berlin had asked for,": whether the call is what a relative clause is about. */
    private boolean ofCallBefore(int verb, int at, Sentence s) {
        int which = verb - 1;
        while (which > s.from() && verb - which < LONGEST_PHRASE && !text.in(WHICH, which)) {
            which--;
        }
        boolean ends = at >= s.to() || text.gapHas(at - 1, ',');
        return ends && text.in(WHICH, which) && callBefore(which, s);
    }

    /** "requested the telephone call", "initiated Friday's call": where the call ends that a verb has for its object; -1 where its object is none. */
    private int behindCall(int from, int at, Sentence s) {
        if (ofCallBefore(from, at, s)) {
            return at;
        }
        boolean behindArticle = text.in(DETERMINERS, at - 1);
        boolean ofDay = at < s.to() && mentions.at(at) == null && text.token(at).possessive();
        if (!behindArticle && !ofDay && !text.in(DETERMINERS, at)) {
            return -1;
        }
        for (int i = behindArticle ? at : at + 1; i < Math.min(s.to(), at + LONGEST_PHRASE); i++) {
            Optional<PhraseTrie.Found<String>> noun = text.at(NOUNS, i);
            if (noun.isPresent() || text.in(SPOKEN_OF, i)) {
                return i + noun.map(PhraseTrie.Found::length).orElse(1);
            }
            if (mentions.at(i) != null || text.gapHas(i - 1, ',') || text.in(DETERMINERS, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the name ends that follows, near enough to be meant; the place itself where none does. */
    private int nameBehind(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to(), to + REACH / 2); i++) {
            Mention m = mentions.at(i);
            if (m != null) {
                return Math.max(m.to(), m.reach());
            }
        }
        return to;
    }

    /** "initiated by Berlin", "At the initiative of the Azerbaijani side, Putin spoke": behind a call, or first of all. */
    private @Nullable Caller after(int from, int to, Sentence s, ToldCall call) {
        boolean opens = from == s.from() && text.any(CALLS, to, s.to());
        if (!callBefore(from, s) && !opens) {
            return null;
        }
        return behind(from, to, call);
    }

    /** Whoever is named behind a phrase, up to a comma. */
    private @Nullable Caller behind(int from, int to, ToldCall call) {
        int end = text.sentence(text.sentenceOf(from)).to();
        for (int i = to; i < Math.min(end, to + LONGEST_OFFICE) && (i == to || !text.gapHas(i - 1, ',')); i++) {
            Mention m = mentions.at(i);
            Initiator side = m == null ? null : side(m, call);
            if (m != null && side != null) {
                int last = Math.max(m.to(), i + 1);
                return new Caller(side, from, text.is(last, "side") ? last + 1 : last, "initiator-by");
            }
        }
        return null;
    }

    /** "at the French side's initiative", "at Zelensky's request". */
    private @Nullable Caller owner(int from, int to, Sentence s, ToldCall call) {
        for (int i = from - 1; i >= Math.max(s.from(), from - 6); i--) {
            if (text.is(i, "latter")) {
                return latter(i, to, s, call);
            }
            Mention m = mentions.at(i);
            Initiator side = m == null ? null : side(m, call);
            if (m != null && side != null) {
                int start = text.is(m.from() - 1, "the") ? m.from() - 2 : m.from() - 1;
                boolean at = start >= s.from() && text.in(AT, start);
                return at ? new Caller(side, start, to, "initiator-at-the-initiative") : null;
            }
        }
        return null;
    }

    /** "Taipei initiated the call", "the Kremlin requested the conversation". */
    private @Nullable Caller before(int from, int to, Sentence s, ToldCall call) {
        for (int i = from - 1; i >= Math.max(s.from(), from - REACH); i--) {
            Mention m = mentions.at(i);
            Initiator side = m == null ? null : side(m, call);
            if (m != null && side != null) {
                return new Caller(side, m.from(), to, "initiator-initiated");
            }
        }
        return null;
    }

    private @Nullable Caller latter(int from, int to, Sentence s, ToldCall call) {
        Party last = null;
        for (Mention m : mentions.within(Math.max(s.from(), from - Contact.REACH), from)) {
            for (Party p : call.parties()) {
                boolean same = m.person() != null
                        && p.person() != null
                        && m.person().id().equals(p.person().id());
                last = same ? p : last;
            }
        }
        return last == null
                ? null
                : new Caller(
                        new Initiator(
                                last.person() == null ? null : last.person().id(), last.state(day), false),
                        from,
                        to,
                        "initiator-latter");
    }

    private boolean callBefore(int at, Sentence s) {
        if (text.is(s.from(), "it") && at - s.from() <= 3) {
            return true;
        }
        for (int i = Math.max(s.from(), at - 3 * REACH); i < at; i++) {
            if (text.in(CALLS, i)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Initiator side(Mention m, ToldCall call) {
        for (Party p : call.parties()) {
            if (m.person() != null
                    && p.person() != null
                    && m.person().id().equals(p.person().id())) {
                return new Initiator(m.person().id(), p.state(day), false);
            }
        }
        boolean state = m.kind() == Mention.Kind.STATE || m.kind() == Mention.Kind.OFFICE;
        return state && m.country() != null && call.hasState(m.country(), day)
                ? new Initiator(null, m.country(), false)
                : null;
    }
}
