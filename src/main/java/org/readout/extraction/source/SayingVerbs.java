package org.readout.extraction.source;

import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.source.Source.Kind;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Finds the verb of saying whose subject a source is: "the Kremlin said", "Scholz, on a visit to Kyiv, told reporters". */
final class SayingVerbs {

    private static final WordList VERBS = WordList.of("attribution-verbs");
    private static final WordList LEADER_VERBS = WordList.of("leader-attribution-verbs");
    private static final WordList TOLD = WordList.of("told");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList AUDIENCES = WordList.of("audiences");
    private static final WordList ASIDES = WordList.of("attribution-asides");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList OUTLETS = PhraseList.of("outlets", "agencies");
    private static final int REACH = 9;

    private static final String MARKS = ";“”\"";

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final AccountExtent extent;

    SayingVerbs(TokenizedText text, MentionIndex mentions, AccountExtent extent) {
        this.text = text;
        this.mentions = mentions;
        this.extent = extent;
    }

    /** The verb of saying whose subject the source is: right behind it, or behind an apposition, a day, an adverb. */
    int behind(Source first, Source last, @Nullable Source next, Sentence s) {
        boolean leader = first.kind() == Kind.LEADER;
        boolean again = first.kind() == Kind.AGAIN;
        if ((leader || first.kind() == Kind.AGAIN) && text.in(PREPOSITIONS, first.from() - 1)) {
            return -1;
        }
        int limit = Math.min(s.to(), last.to() + REACH);
        if (next != null && (isNearer(next, last) || next.kind() == Kind.SIDE && isState(first) && !isState(next))) {
            limit = Math.min(limit, next.from());
        }
        boolean comma = false;
        boolean quoted = extent.quoteOpens(first.from() - 1);
        boolean name = !leader && !again;
        for (int i = last.to(); i < limit; i++) {
            String word = text.word(i);
            String gap = text.gap(i - 1);
            boolean parted = !quoted && MARKS.chars().anyMatch(mark -> gap.indexOf(mark) >= 0);
            if (parted || text.same(word, "and") && !name) {
                return -1;
            }
            comma |= text.gapHas(i - 1, ',');
            name &= text.token(i).capital() && !comma && i - last.to() < 4;
            if (text.token(i).capital() && text.at(OUTLETS, i).isPresent()) {
                return -1;
            }
            if (comma && text.sameEnd(word, "ing") && i == last.to()) {
                return -1;
            }
            if (text.has(TOLD, word)) {
                return toldAudience(i, s) ? i : -1;
            }
            if (text.has(leader ? LEADER_VERBS : VERBS, word)) {
                return isSaidOf(i) ? -1 : i;
            }
            Mention m = mentions.at(i);
            boolean passes = name
                    || text.has(ASIDES, word)
                    || text.token(i).digits()
                    || text.sameEnd(word, "ly")
                    || comma && !leader && text.token(i).capital()
                    || comma && m == null && i - last.to() < 6 && !again;
            if (!passes) {
                return -1;
            }
        }
        return -1;
    }

    /** "returned to the White House, Downing Street said": the source behind the comma speaks, not the one before it. */
    private boolean isNearer(Source next, Source last) {
        boolean speaks = next.kind() != Kind.OUTLET;
        int comma = text.in(ARTICLES, next.from() - 1) ? next.from() - 2 : next.from() - 1;
        return speaks
                && comma >= last.to() - 1
                && text.gapHas(comma, ',')
                && (next.kind() == Kind.AGAIN
                        || !next.origin().key().equals(last.origin().key()));
    }

    /** "the United States, Russia's Foreign Ministry said": a state by its name, which yields to a nearer source. */
    private boolean isState(Source source) {
        Mention m = mentions.at(source.from());
        return m != null && m.kind() == Mention.Kind.STATE && m.to() == source.to();
    }

    /** "was described by": the source is what is spoken of; "was quoted" has its own rule. */
    private boolean isSaidOf(int verb) {
        return text.in(COPULAS, verb - 1) && text.is(verb + 1, "by");
    }

    /** "told reporters", "told the BBC", "told parliament": what was told to the other leader is no account of the call. */
    private boolean toldAudience(int verb, Sentence s) {
        for (int i = verb + 1; i < Math.min(s.to(), verb + 5); i++) {
            if (text.in(AUDIENCES, i)
                    || text.token(i).capital() && text.at(OUTLETS, i).isPresent()) {
                return true;
            }
            Mention m = mentions.at(i);
            if (m != null && m.kind() != Mention.Kind.STATE) {
                return false;
            }
        }
        return false;
    }
}
