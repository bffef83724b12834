package org.readout.extraction.mention;

import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Finds whom the words name of many: "several leaders, among them A and B", "allies on Friday, including C". */
public final class NamedOfMany {

    private static final WordList MANY = WordList.of("unnamed-leaders");
    private static final PhraseList OPENERS = PhraseList.of("list-openers");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final WordList RELATIVES = WordList.of("relative-pronouns");
    private static final String LIST_MARKS = ":–—";
    /** Words that describe a group, before the noun: "a number of other European leaders". */
    private static final int LONGEST_LEAD = 8;
    /** Words between the group and those named: "in the region over the phone on his first day in office". */
    private static final int LONGEST_ASIDE = 16;

    private final TokenizedText text;
    private final MentionIndex mentions;

    public NamedOfMany(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** Where the names begin of a group that begins at {@code at}; -1 where that is none, or nobody of it is named. */
    public int behind(int at, Sentence s) {
        int alone = opened(at, "ALONE");
        int group = alone < 0 ? group(at, s) : -1;
        if (group < 0) {
            return alone;
        }
        boolean relative = false;
        for (int i = group + 1; i < Math.min(s.to(), group + LONGEST_ASIDE); i++) {
            int names = opened(i, "LIST");
            if (names >= 0 || marked(i)) {
                return Math.max(names, i);
            }
            relative |= text.in(RELATIVES, i);
            boolean clause = text.in(FINITE, i) && !relative;
            if (clause || named(i) || text.gapHas(i - 1, ';')) {
                return -1;
            }
        }
        return -1;
    }

    /** The noun of many, with nobody named before it; -1 where there is none. */
    private int group(int at, Sentence s) {
        for (int i = at; i < Math.min(s.to(), at + LONGEST_LEAD) && !named(i); i++) {
            if (text.in(MANY, i)) {
                return i;
            }
            if (i > at && text.gapHas(i - 1, ',') || text.in(FINITE, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "with three leaders: A, B and C", "… — A, B and C". */
    private boolean marked(int i) {
        return LIST_MARKS.chars().anyMatch(mark -> text.gapHas(i - 1, (char) mark));
    }

    /** Where a phrase ends that opens a list; -1 where none stands there. */
    private int opened(int i, String kind) {
        Optional<PhraseTrie.Found<String>> opener = text.at(OPENERS, i);
        return opener.isPresent() && opener.get().values().contains(kind)
                ? i + opener.get().length()
                : -1;
    }

    private boolean named(int i) {
        Mention m = mentions.at(i);
        return m != null && m.kind() == Mention.Kind.PERSON && !m.possessive();
    }
}
