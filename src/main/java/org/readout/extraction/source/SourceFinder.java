package org.readout.extraction.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/**
 * Finds the words of a text that can stand for a source: a government by its seat, capital, office or spokesperson, a
 * leader or an aide, an agency or an outlet. Whether they are one there is {@link AttributionReader}'s to say.
 */
final class SourceFinder {

    /**
     * Words that can stand for a source.
     *
     * @param origin whom they stand for
     * @param country the state spoken for; null for an outlet, or somebody who is not placed
     * @param kind what sort of words they are
     */
    record Source(int from, int to, Origin origin, @Nullable String country, Kind kind) {}

    /** What sort of words name a source. */
    enum Kind {
        /** A government, a spokesperson, an office, a statement. */
        SIDE,
        /** A leader, by name or office. */
        LEADER,
        /** "he", "the spokesman": the source named before. */
        AGAIN,
        /** A source that is not placed: "a person familiar with the matter". */
        UNNAMED,
        /** An agency or an outlet. */
        OUTLET
    }

    private static final WordList HEADS = WordList.of("source-heads");
    private static final WordList MODIFIERS = WordList.of("source-modifiers");
    private static final WordList OWN_SIDE = WordList.of("own-side-heads");
    private static final WordList AMERICAN = WordList.of("american-heads");
    private static final WordList OWNING = WordList.of("owning-words");
    private static final WordList OWNING_PREPOSITIONS = WordList.of("owning-prepositions");
    private static final WordList UNNAMED = WordList.of("unnamed-sources");
    private static final WordList PLACING = WordList.of("of-states");
    private static final WordList VERBS = WordList.of("attribution-verbs");
    private static final WordList KNOWING = WordList.of("familiar-words");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList OUTLETS = PhraseList.of("outlets");
    private static final WordList OUTLET_HEADS = WordList.of("outlet-heads");
    private static final PhraseList SHARED_SEATS = PhraseList.of("shared-seats");
    private static final PhraseList AIDES = PhraseList.of("aides");
    private static final PhraseList AGENCIES = PhraseList.of("agencies");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList RELEASED = WordList.of("release-verbs");
    private static final int LONGEST_RELEASE = 6;
    private static final int REACH = 8;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Quotations quotations;
    private final @Nullable LocalDate day;
    private final Map<String, Source> byName = new HashMap<>();
    private final List<Source> named = new ArrayList<>();
    private final Set<String> states = new LinkedHashSet<>();
    private @Nullable Source outlet;

    SourceFinder(TokenizedText text, MentionIndex mentions, Quotations quotations, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.quotations = quotations;
        this.day = day;
        for (Mention m : mentions.within(0, text.size())) {
            String state = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE ? stateOf(m) : null;
            if (state != null) {
                states.add(state);
            }
        }
    }

    /** The sources that a sentence may name, in order; those named before are known by it. */
    List<Source> in(Sentence s) {
        List<Source> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); ) {
            Source found = at(i, s);
            if (found == null) {
                i++;
                continue;
            }
            out.add(found);
            note(found);
            i = Math.max(i + 1, found.to());
        }
        return out;
    }

    private void note(Source found) {
        String name = found.origin().name();
        if (name != null && found.kind() == Kind.SIDE) {
            byName.put(lastWord(name), found);
        }
        int before = text.in(ARTICLES, found.from()) ? found.from() - 1 : found.from();
        boolean agent = text.is(before - 1, "by") || text.in(ARTICLES, before - 1) && text.is(before - 2, "by");
        if ((found.kind() == Kind.SIDE || found.kind() == Kind.LEADER) && !agent) {
            named.add(found);
        }
        outlet = found.kind() == Kind.OUTLET ? found : outlet;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private @Nullable Source at(int i, Sentence s) {
        int head = headFrom(i, s);
        if (head >= 0) {
            return side(i, head, s);
        }
        Optional<PhraseTrie.Found<String>> agency = text.token(i).capital() ? text.at(AGENCIES, i) : Optional.empty();
        Optional<PhraseTrie.Found<String>> outlet =
                agency.isEmpty() && text.token(i).capital() ? text.at(OUTLETS, i) : agency;
        if (outlet.isPresent()) {
            String name = outlet.get().values().get(0);
            String prefix = agency.isPresent() ? "agency:" : "outlet:";
            return new Source(
                    i,
                    i + outlet.get().length(),
                    new Origin(prefix + name.toLowerCase(Locale.ROOT), name, null),
                    null,
                    Kind.OUTLET);
        }
        Optional<PhraseTrie.Found<String>> aide = text.token(i).capital() ? text.at(AIDES, i) : Optional.empty();
        if (aide.isPresent()) {
            String state = aide.get().values().get(0);
            int end = i + aide.get().length();
            return new Source(i, end, Origin.ofSide(state, words(i, end), words(i, end)), state, Kind.SIDE);
        }
        Mention m = mentions.at(i);
        if (m == null) {
            return known(i);
        }
        if (m.from() != i) {
            return null;
        }
        String state = stateOf(m);
        return switch (m.kind()) {
            case STATE ->
                state == null || m.form() == Polity.Form.DEMONYM || m.possessive() ? null : place(m, ownerOf(m, state));
            case PERSON, OFFICE, COUNTERPART ->
                state == null || m.possessive() ? null : leader(m.from(), Math.max(m.to(), m.reach()), m, state);
            case PRONOUN -> m.possessive() ? null : subjectBefore(m);
            default -> null;
        };
    }

    private Source leader(int from, int to, Mention m, String state) {
        String name = m.person() == null ? null : m.person().name();
        return new Source(from, to, Origin.ofSide(state, words(m.from(), m.to()), name), state, Kind.LEADER);
    }

    private Source place(Mention m, String state) {
        return new Source(m.from(), m.to(), Origin.ofSide(state, m.name(), null), state, Kind.SIDE);
    }

    /** "the German Foreign Office": of Germany, whosever seat goes by that name; else that of those whom the text names. */
    private String ownerOf(Mention seat, String state) {
        if (seat.form() == Polity.Form.SEAT
                && text.at(SHARED_SEATS, seat.from()).isPresent()
                && !states.contains(state)) {
            String own = ownSide(seat.from(), text.sentence(text.sentenceOf(seat.from())));
            return own == null ? states.stream().findFirst().orElse(state) : own;
        }
        Mention before = seat.form() == Polity.Form.SEAT ? mentions.before(seat.from()) : null;
        boolean adjoins = before != null
                && before.kind() == Mention.Kind.STATE
                && before.to() == seat.from()
                && text.gap(before.to() - 1).isBlank();
        String owner = before == null || !adjoins ? null : before.country();
        return owner == null ? state : owner;
    }

    /** A name that was given with a description before: "Peskov", "the channel". */
    private @Nullable Source known(int i) {
        if (outlet != null && text.in(OUTLET_HEADS, i) && text.in(ARTICLES, i - 1)) {
            return new Source(i, i + 1, outlet.origin(), null, Kind.OUTLET);
        }
        if (text.is(i, "it") && !named.isEmpty()) {
            return again(i, i + 1, null);
        }
        Source before = text.token(i).capital() ? byName.get(text.word(i)) : null;
        return before == null ? null : new Source(i, i + 1, before.origin(), before.country(), Kind.SIDE);
    }

    /** "he": the leader whom the sentence before is about, else the source named last. */
    private @Nullable Source subjectBefore(Mention pronoun) {
        int s = text.sentenceOf(pronoun.from());
        for (int k = s; k >= Math.max(0, s - 2); k--) {
            Sentence at = text.sentence(k);
            if (at.paragraph() < text.sentence(s).paragraph() - 1) {
                break;
            }
            for (Mention m : mentions.within(at.from(), k == s ? pronoun.from() : at.to())) {
                String state = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE ? stateOf(m) : null;
                if (state != null && !m.possessive()) {
                    return leader(pronoun.from(), pronoun.to(), m, state);
                }
            }
        }
        return again(pronoun.from(), pronoun.to(), null);
    }

    private @Nullable Source again(int from, int to, @Nullable String head) {
        for (int k = named.size() - 1; k >= Math.max(0, named.size() - 12); k--) {
            Source before = named.get(k);
            if (quotations.inside(text.token(before.from()).start())
                    && !quotations.inside(text.token(from).start())) {
                continue;
            }
            if (head == null || before.kind() != Kind.LEADER && sameHead(before, head)) {
                return new Source(from, to, before.origin(), before.country(), Kind.AGAIN);
            }
        }
        return null;
    }

    private boolean sameHead(Source before, String head) {
        String start = head.substring(0, Math.min(5, head.length()));
        for (int i = before.from(); i < before.to(); i++) {
            if (text.word(i).startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** The head of a phrase that begins at a word: "a | senior | German | government | spokesperson"; -1 where none does. */
    private int headFrom(int i, Sentence s) {
        int at = i;
        if (at > s.from() && belongs(at - 1, at)) {
            return -1;
        }
        boolean owned = false;
        while (at < s.to() && at - i < REACH) {
            Mention m = mentions.at(at);
            if (m != null && !m.possessive() && m.kind() != Mention.Kind.STATE && m.kind() != Mention.Kind.PRONOUN) {
                return -1;
            }
            if (text.in(HEADS, at) && (m == null || m.kind() == Mention.Kind.STATE)) {
                while (at + 1 < s.to() && text.in(HEADS, at + 1) && text.gap(at).isBlank()) {
                    at++;
                }
                return at;
            }
            if (m != null && (m.kind() == Mention.Kind.STATE || m.possessive())) {
                owned = true;
                at = Math.max(at + 1, m.to());
            } else if (text.in(ARTICLES, at) && at == i
                    || text.in(OWNING, at)
                    || text.in(MODIFIERS, at)
                    || owned && text.token(at - 1).hyphenated()) {
                at++;
            } else {
                return -1;
            }
            if (at < s.to() && text.gapHas(at - 1, ',')) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a word is part of the phrase that the next one would begin. */
    private boolean belongs(int before, int at) {
        boolean blank = text.gap(before).isBlank() || text.token(at).hyphenated();
        return blank && (text.in(MODIFIERS, before) || text.in(ARTICLES, before) || text.in(OWNING, before));
    }

    private @Nullable Source side(int start, int head, Sentence s) {
        int end = head + 1;
        String country = stateWithin(start, head + 1);
        int of = behindRelease(end, s);
        if (text.in(OWNING_PREPOSITIONS, of)) {
            for (int k = of + 1; k < Math.min(s.to(), of + 7); k++) {
                Mention owner = mentions.at(k);
                boolean his = owner != null && owner.kind() == Mention.Kind.PRONOUN && owner.possessive();
                String state = owner == null ? null : his ? ownerBefore(owner) : stateOf(owner);
                if (owner != null && state != null) {
                    country = country == null ? state : country;
                    end = Math.max(owner.to(), owner.reach());
                    while (end < s.to()
                            && !text.gapHas(end - 1, ',')
                            && (text.in(HEADS, end) || text.in(MODIFIERS, end))) {
                        end++;
                    }
                    break;
                }
                if (text.gapHas(k - 1, ',') || text.in(VERBS, k)) {
                    break;
                }
            }
        }
        if (text.in(PLACING, end)
                && text.token(Math.min(end + 1, text.size() - 1)).capital()) {
            int named = end + 1;
            while (named < s.to() && text.token(named).capital() && mentions.at(named) == null) {
                named++;
            }
            end = named > end + 1 ? named : end;
        }
        if (text.any(UNNAMED, start, head + 1)) {
            int told = end;
            while (told < s.to() && told - end < 8 && text.in(KNOWING, told) && !text.gapHas(told - 1, ',')) {
                told++;
            }
            while (told > end && (text.in(ARTICLES, told - 1) || text.in(PREPOSITIONS, told - 1))) {
                told--;
            }
            end = told;
        }
        String name = nameBehind(end, s);
        int to = name == null ? end : nameEnd(end, s);
        String word = text.word(head);
        if (country == null && text.any(AMERICAN, start, head + 1)) {
            country = "US";
        }
        if (country == null && (text.is(start, "the") || text.in(OWNING, start))) {
            Source before = again(start, to, word);
            before = before == null && text.in(DOCUMENTS, head) ? again(start, to, null) : before;
            if (before != null) {
                Origin o = before.origin();
                return name == null
                        ? before
                        : new Source(start, to, new Origin(o.key(), o.label(), name), before.country(), Kind.SIDE);
            }
        }
        if (country == null && text.in(OWNING_PREPOSITIONS, of) && text.in(HEADS, of + 2)) {
            Source office = again(start, of + 3, text.word(of + 2));
            if (office != null) {
                return office;
            }
        }
        if (country == null && text.any(OWN_SIDE, start, head + 1)) {
            country = ownSide(start, s);
        }
        String label = words(start, end);
        if (country == null) {
            return text.any(UNNAMED, start, head + 1)
                    ? new Source(start, to, new Origin("text:unnamed", label, name), null, Kind.UNNAMED)
                    : null;
        }
        return new Source(start, to, Origin.ofSide(country, label, name), country, Kind.SIDE);
    }

    /** "a statement issued Tuesday night by the White House": the preposition behind when it was issued; else the word itself. */
    private int behindRelease(int at, Sentence s) {
        if (!text.in(RELEASED, at)) {
            return at;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + LONGEST_RELEASE); i++) {
            if (text.in(OWNING_PREPOSITIONS, i)) {
                return i;
            }
        }
        return at;
    }

    /** "a government spokesperson": of the side of whoever the sentence is about. */
    private @Nullable String ownSide(int start, Sentence s) {
        for (Mention m : mentions.within(s.from(), s.to())) {
            boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            String state = person && m.from() != start ? stateOf(m) : null;
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private @Nullable String stateWithin(int from, int to) {
        for (Mention m : mentions.within(from, to)) {
            String state = stateOf(m);
            if (state != null) {
                return state;
            }
            if (m.kind() == Mention.Kind.PRONOUN && m.possessive()) {
                return ownerBefore(m);
            }
        }
        return null;
    }

    /** "his spokesman": of the last person named as a subject. */
    private @Nullable String ownerBefore(Mention pronoun) {
        int s = text.sentenceOf(pronoun.from());
        for (int k = s; k >= Math.max(0, s - 2); k--) {
            Sentence at = text.sentence(k);
            for (Mention m : mentions.within(at.from(), k == s ? pronoun.from() : at.to())) {
                String state = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE ? stateOf(m) : null;
                if (state != null) {
                    return state;
                }
            }
        }
        return null;
    }

    @Nullable
    String stateOf(Mention m) {
        if (m.kind() == Mention.Kind.STATE) {
            return m.country();
        }
        return m.person() == null ? m.country() : Party.of(m).state(day);
    }

    /** The name of the source behind its description: "the spokesperson, Steffen Hebestreit,", "spokesman Dmitry Peskov". */
    private @Nullable String nameBehind(int at, Sentence s) {
        int end = nameEnd(at, s);
        return end - at >= 2 ? text.span(at, end).exact() : null;
    }

    private int nameEnd(int at, Sentence s) {
        int end = at;
        while (end < s.to()
                && end - at < 4
                && text.token(end).capital()
                && mentions.at(end) == null
                && text.gap(end - 1).length() <= 2
                && (end == at || text.gap(end - 1).equals(" "))) {
            end++;
        }
        return end - at >= 2 ? end : at;
    }

    private String words(int from, int to) {
        return text.text()
                .substring(text.token(from).start(), text.token(to - 1).end())
                .replaceAll("\\s+", " ");
    }
}
