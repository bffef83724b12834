package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** Finds who an account comes from: spokespeople, offices and readouts of a side, and the outlets that pass it on. */
final class SourceReader {

    /** A source named in a sentence. */
    record Source(
            int sentence,
            int from,
            int to,
            Origin origin,
            @Nullable String country) {}

    private static final Set<String> HEADS = Lexicon.words("source-heads");
    private static final Set<String> SPEECH = Lexicon.words("speech-verbs");
    private static final PhraseTrie<String> OUTLETS = Lexicon.phrases("outlets", "agencies");
    private static final int REACH = 8;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;

    private SourceReader(TokenizedText text, MentionIndex mentions, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.day = day;
    }

    static List<Source> find(TokenizedText text, MentionIndex mentions, @Nullable LocalDate day) {
        SourceReader reader = new SourceReader(text, mentions, day);
        List<Source> out = new ArrayList<>();
        for (Sentence s : text.sentences) {
            for (int i = s.from(); i < s.to(); i++) {
                Source found = reader.at(i, s, out);
                if (found != null) {
                    out.add(found);
                    i = Math.max(i, found.to() - 1);
                }
            }
        }
        return out;
    }

    /** Outlets that a sentence names as reporting, for the relayer. */
    static Optional<String> outlet(TokenizedText text, Sentence s) {
        for (int i = s.from(); i < s.to(); i++) {
            Optional<PhraseTrie.Found<String>> outlet =
                    text.token(i).capital() ? OUTLETS.at(text.tokens, i) : Optional.empty();
            if (outlet.isPresent()) {
                return Optional.of(outlet.get().values().get(0));
            }
        }
        return Optional.empty();
    }

    private @Nullable Source at(int i, Sentence s, List<Source> before) {
        Mention m = mentions.at(i);
        if (m != null && m.from == i && m.kind == Mention.Kind.STATE && speaksItself(m, s)) {
            String country = m.country;
            return country == null
                    ? null
                    : new Source(s.index(), m.from, m.to, Origin.ofSide(country, m.name, null), country);
        }
        if (!HEADS.contains(text.word(i)) || m != null && m.kind != Mention.Kind.STATE) {
            return null;
        }
        int start = phraseStart(i, s);
        boolean attributed =
                text.word(start - 1).equals("to") && text.word(start - 2).equals("according")
                        || speaks(i + 1, s)
                        || text.word(start - 1).equals("by")
                        || text.word(start - 1).equals("from")
                        || text.word(start - 1).equals("in");
        if (!attributed) {
            return null;
        }
        int end = i + 1;
        while (end < s.to()
                && HEADS.contains(text.word(end))
                && text.gap(end - 1).isBlank()) {
            end++;
        }
        String country = stateWithin(start, i);
        if ((text.word(end).equals("for")
                        || text.word(end).equals("of")
                        || text.word(end).equals("from"))
                && end + 1 < s.to()) {
            int of = end + 1;
            int limit = Math.min(s.to(), of + 6);
            for (int k = of; k < limit; k++) {
                Mention owner = mentions.at(k);
                if (owner != null && stateOf(owner) != null) {
                    country = country == null ? stateOf(owner) : country;
                    end = Math.max(owner.to, owner.reach);
                    while (end < s.to()
                            && Set.of(
                                            "government",
                                            "office",
                                            "ministry",
                                            "administration",
                                            "presidency",
                                            "presidential",
                                            "foreign")
                                    .contains(text.word(end))) {
                        end++;
                    }
                    break;
                }
                if (text.gap(k - 1).indexOf(',') >= 0) {
                    break;
                }
            }
        }
        String name = nameBehind(end, s);
        if (country == null) {
            for (int k = before.size() - 1; k >= 0 && country == null; k--) {
                Source earlier = before.get(k);
                country = earlier.country() != null && sameHead(earlier, i) ? earlier.country() : null;
            }
        }
        if (country == null) {
            return null;
        }
        String label = text.text.substring(
                text.token(start).start(), text.token(end - 1).end());
        return new Source(s.index(), start, end, Origin.ofSide(country, label.replaceAll("\\s+", " "), name), country);
    }

    private boolean sameHead(Source earlier, int head) {
        String word = text.word(head).substring(0, Math.min(5, text.word(head).length()));
        for (int i = earlier.from(); i < earlier.to(); i++) {
            if (text.word(i).startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private int phraseStart(int head, Sentence s) {
        int i = head;
        while (i - 1 >= s.from() && head - i < REACH) {
            Mention m = mentions.before(i);
            String word = text.word(i - 1);
            if (text.gap(i - 1).indexOf(',') >= 0
                    || text.gap(i - 1).indexOf('“') >= 0
                    || text.gap(i - 1).indexOf('"') >= 0) {
                break;
            }
            if (m != null && stateOf(m) != null) {
                i = m.from;
                continue;
            }
            if (Set.of("a", "an", "the", "his", "her").contains(word)) {
                i--;
                break;
            }
            if (HEADS.contains(word)
                    || Set.of(
                                    "government",
                                    "senior",
                                    "foreign",
                                    "presidential",
                                    "national",
                                    "security",
                                    "press",
                                    "state",
                                    "chief",
                                    "top",
                                    "transition",
                                    "official",
                                    "one",
                                    "same")
                            .contains(word)) {
                i--;
                continue;
            }
            break;
        }
        return i;
    }

    private @Nullable String stateWithin(int from, int to) {
        for (Mention m : mentions.within(from, to)) {
            String state = stateOf(m);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private @Nullable String stateOf(Mention m) {
        if (m.kind == Mention.Kind.STATE) {
            return m.country;
        }
        return m.person == null ? m.country : Party.of(m).state(day);
    }

    /** "the Kremlin said", "Moscow confirmed": a seat, a capital or a state right before a verb of saying. */
    private boolean speaksItself(Mention m, Sentence s) {
        if (m.form == Polity.Form.DEMONYM
                || text.token(m.to - 1).possessive()
                || Set.of("in", "to", "with", "from", "of", "at").contains(text.word(m.from - 1))) {
            return false;
        }
        int reach = m.form == Polity.Form.SEAT ? 4 : 2;
        for (int i = m.to; i < Math.min(s.to(), m.to + reach); i++) {
            if (SPEECH.contains(text.word(i))) {
                return true;
            }
            if (HEADS.contains(text.word(i)) || mentions.at(i) != null) {
                return false;
            }
        }
        return false;
    }

    private boolean speaks(int at, Sentence s) {
        for (int i = at; i < Math.min(s.to(), at + REACH); i++) {
            if (SPEECH.contains(text.word(i))) {
                return true;
            }
            Mention m = mentions.at(i);
            if (m != null
                    && m.from == i
                    && m.kind == Mention.Kind.PERSON
                    && text.gap(i - 1).indexOf(',') < 0
                    && i > at + 1) {
                return false;
            }
        }
        return false;
    }

    /** The name of the source behind its description: "the spokesperson, Steffen Hebestreit,", "spokesman Dmitry Peskov". */
    private @Nullable String nameBehind(int at, Sentence s) {
        int end = at;
        while (end < s.to()
                && end - at < 4
                && text.token(end).capital()
                && mentions.at(end) == null
                && text.gap(end - 1).length() <= 2
                && (end == at || text.gap(end - 1).equals(" "))) {
            end++;
        }
        return end - at >= 2 ? text.span(at, end).exact() : null;
    }
}
