package org.readout.extraction.source;

import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Descriptions of sources: "a senior German government spokesperson", "a person familiar with the matter". */
final class SourcePhrases {

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
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList RELEASED = WordList.of("release-verbs");
    private static final int LONGEST_RELEASE = 6;
    private static final int REACH = 8;
    private static final int OWNER_REACH = 7;
    private static final int KNOWING_REACH = 8;
    private static final int LONGEST_NAME = 4;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Sides sides;
    private final KnownSources known;

    SourcePhrases(TokenizedText text, MentionIndex mentions, Sides sides, KnownSources known) {
        this.text = text;
        this.mentions = mentions;
        this.sides = sides;
        this.known = known;
    }

    /** The head of a phrase that begins at a word: "a | senior | German | government | spokesperson"; -1 where none does. */
    int headFrom(int i, Sentence s) {
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

    /** A phrase being read: its words up to {@code end}, and the state that it is of, as far as known. */
    private final class Phrase {
        final int start;
        final int head;
        final Sentence s;
        /** The preposition of its owner, where it has one. */
        final int of;

        int end;

        @Nullable
        String country;

        Phrase(int start, int head, Sentence s) {
            this.start = start;
            this.head = head;
            this.s = s;
            this.end = head + 1;
            this.of = behindRelease(end, s);
            this.country = sides.stateWithin(start, end);
        }

        boolean unnamed() {
            return text.any(UNNAMED, start, head + 1);
        }
    }

    /** The source that a phrase with that head names; null where nothing says whose it is. */
    @Nullable
    Source read(int start, int head, Sentence s) {
        Phrase p = new Phrase(start, head, s);
        owner(p);
        place(p);
        knowing(p);
        String behind = nameBehind(p.end, s);
        int to = behind == null ? p.end : nameEnd(p.end, s);
        int from = behind == null ? nameBefore(start, s) : start;
        String name = from < start ? text.span(from, start).exact() : behind;
        if (p.country == null && text.any(AMERICAN, start, head + 1)) {
            p.country = "US";
        }
        Source before = p.country == null ? namedBefore(p, to, name) : null;
        if (before != null) {
            return before;
        }
        if (p.country == null && text.any(OWN_SIDE, start, head + 1)) {
            p.country = sides.ownSide(start, s);
        }
        String label = words(start, p.end);
        if (p.country == null) {
            return p.unnamed()
                    ? new Source(from, to, new Origin("text:unnamed", label, name), null, Source.Kind.UNNAMED)
                    : null;
        }
        return new Source(from, to, Origin.ofSide(p.country, label, name), p.country, Source.Kind.SIDE);
    }

    /** "a spokesperson for the German government": whom a preposition behind the head names. */
    private void owner(Phrase p) {
        if (!text.in(OWNING_PREPOSITIONS, p.of)) {
            return;
        }
        for (int k = p.of + 1; k < Math.min(p.s.to(), p.of + OWNER_REACH); k++) {
            Mention owner = mentions.at(k);
            boolean his = owner != null && owner.kind() == Mention.Kind.PRONOUN && owner.possessive();
            String state = owner == null ? null : his ? sides.ownerBefore(owner) : sides.sideOf(owner);
            if (owner != null && state != null) {
                p.country = p.country == null ? state : p.country;
                p.end = Math.max(owner.to(), owner.reach());
                while (p.end < p.s.to()
                        && !text.gapHas(p.end - 1, ',')
                        && (text.in(HEADS, p.end) || text.in(MODIFIERS, p.end))) {
                    p.end++;
                }
                return;
            }
            if (text.gapHas(k - 1, ',') || text.in(VERBS, k)) {
                return;
            }
        }
    }

    /** "an official in Brussels". */
    private void place(Phrase p) {
        if (!text.in(PLACING, p.end)
                || !text.token(Math.min(p.end + 1, text.size() - 1)).capital()) {
            return;
        }
        int named = p.end + 1;
        while (named < p.s.to() && text.token(named).capital() && mentions.at(named) == null) {
            named++;
        }
        p.end = named > p.end + 1 ? named : p.end;
    }

    /** "a person familiar with the matter". */
    private void knowing(Phrase p) {
        if (!p.unnamed()) {
            return;
        }
        int told = p.end;
        while (told < p.s.to()
                && told - p.end < KNOWING_REACH
                && text.in(KNOWING, told)
                && !text.gapHas(told - 1, ',')) {
            told++;
        }
        while (told > p.end && (text.in(ARTICLES, told - 1) || text.in(PREPOSITIONS, told - 1))) {
            told--;
        }
        p.end = told;
    }

    /** "the spokesman", "the statement", "a spokesman for the office": one named before; null where none was. */
    private @Nullable Source namedBefore(Phrase p, int to, @Nullable String name) {
        if (text.is(p.start, "the") || text.in(OWNING, p.start)) {
            Source before = known.again(p.start, to, text.word(p.head));
            before = before == null && text.in(DOCUMENTS, p.head) ? known.sideAgain(p.start, to) : before;
            if (before != null) {
                Origin o = before.origin();
                return name == null
                        ? before
                        : new Source(
                                p.start, to, new Origin(o.key(), o.label(), name), before.country(), Source.Kind.SIDE);
            }
        }
        return text.in(OWNING_PREPOSITIONS, p.of) && text.in(HEADS, p.of + 2)
                ? known.again(p.start, p.of + 3, text.word(p.of + 2))
                : null;
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

    /** The name of the source behind its description: "the spokesperson, Steffen Hebestreit,", "spokesman Dmitry Peskov". */
    private @Nullable String nameBehind(int at, Sentence s) {
        int end = nameEnd(at, s);
        return end - at >= 2 ? text.span(at, end).exact() : null;
    }

    /** Where the name begins whose bearer a phrase describes: "Jay Carney, the White House spokesman"; the phrase where none does. */
    private int nameBefore(int start, Sentence s) {
        int from = start;
        if (from - 1 <= s.from() || !text.gap(from - 1).equals(", ")) {
            return start;
        }
        while (from > s.from()
                && start - from < LONGEST_NAME
                && text.token(from - 1).capital()
                && isNobodyKnown(from - 1)
                && (from == start || text.gap(from - 1).equals(" "))) {
            from--;
        }
        return start - from >= 2 ? from : start;
    }

    private int nameEnd(int at, Sentence s) {
        int end = at;
        while (end < s.to()
                && end - at < LONGEST_NAME
                && text.token(end).capital()
                && isNobodyKnown(end)
                && text.gap(end - 1).length() <= 2
                && (end == at || text.gap(end - 1).equals(" "))) {
            end++;
        }
        return end - at >= 2 ? end : at;
    }

    /** Whether a word names no state and nobody of the registry; a spokesman may have the family name of a leader. */
    private boolean isNobodyKnown(int at) {
        Mention m = mentions.at(at);
        return m == null || m.isStranger();
    }

    /** The words as they stand, on one line. */
    String words(int from, int to) {
        return text.span(from, to).exact().replaceAll("\\s+", " ");
    }
}
