package org.readout.extraction.source;

import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.source.Source.Kind;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Polity;

/**
 * Says how far an account reaches in its sentence and beyond it: the part between semicolons, what a colon opens, the
 * paragraph; and where, behind a verb of saying, what was said begins.
 */
final class AccountExtent {

    private static final WordList AUDIENCES = WordList.of("audiences");
    private static final WordList ASIDES = WordList.of("attribution-asides");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList PLACING = WordList.glosses("in", "at", "from", "aboard", "near", "outside");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList OUTLETS = PhraseList.of("outlets", "agencies");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final int[] segmentStarts;
    private final int[] segmentEnds;

    AccountExtent(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
        this.segmentStarts = new int[text.size()];
        this.segmentEnds = new int[text.size()];
        text.sentences().forEach(this::segments);
    }

    /** Notes for each word where the part between semicolons that it stands in begins and ends. */
    private void segments(Sentence s) {
        for (int i = s.from(), start = i; i < s.to(); i++) {
            start = i > s.from() && text.gapHas(i - 1, ';') ? i : start;
            segmentStarts[i] = start;
        }
        for (int i = s.to() - 1, end = s.to(); i >= s.from(); i--) {
            end = i + 1 < s.to() && text.gapHas(i, ';') ? i + 1 : end;
            segmentEnds[i] = end;
        }
    }

    int segmentStart(int at, Sentence s) {
        return at - 1 > s.from() ? segmentStarts[at - 1] : s.from();
    }

    int segmentEnd(int at, Sentence s) {
        return at < s.to() ? segmentEnds[at] : s.to();
    }

    /** Whether only an opening phrase stands before the source: "In a statement on Friday, the Kremlin said". */
    boolean opens(int from, int segmentStart) {
        if (from - segmentStart <= 1) {
            return true;
        }
        for (int i = segmentStart; i < from; i++) {
            boolean plain = text.in(ASIDES, i)
                    || text.token(i).digits()
                    || text.in(ARTICLES, i)
                    || text.in(DOCUMENTS, i)
                    || text.ends(i, "ly");
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** Where what was said begins, behind a verb of saying; -1 where only a day, a place or an audience follows. */
    int contentBehind(int from, int end) {
        for (int i = from; i < end; i++) {
            boolean plain = text.in(ASIDES, i)
                    || text.in(AUDIENCES, i)
                    || text.in(DOCUMENTS, i)
                    || text.in(ARTICLES, i)
                    || text.token(i).digits()
                    || text.token(i).capital() && text.at(OUTLETS, i).isPresent()
                    || isState(i)
                    || isPlace(i, from)
                    || text.token(i).capital() && i > from && text.token(i - 1).capital();
            if (!plain) {
                return i;
            }
        }
        return -1;
    }

    /** "told reporters in Berlin", "aboard Air Force One": where it was said. */
    private boolean isPlace(int i, int from) {
        return i > from && text.token(i).capital() && text.in(PLACING, i - 1);
    }

    private boolean isState(int i) {
        Mention m = mentions.at(i);
        return m != null && m.form() == Polity.Form.DEMONYM;
    }

    int endOfParagraph(Sentence s) {
        int end = s.to();
        for (int k = s.index() + 1; k < text.sentences().size(); k++) {
            if (text.sentence(k).paragraph() != s.paragraph()) {
                return end;
            }
            end = text.sentence(k).to();
        }
        return end;
    }

    boolean quoteEnds(int before) {
        String gap = before < 0 ? "" : text.gap(before);
        return gap.indexOf('”') >= 0 || gap.indexOf('"') >= 0;
    }

    /** "NEW DELHI: Modi and Biden spoke": the capital before a text is where it was written. */
    private boolean opensText(Source source) {
        Mention m = mentions.at(source.from());
        return source.from() == 0 && m != null && m.form() == Polity.Form.CAPITAL;
    }

    /** "Kremlin: Putin and Scholz spoke." */
    boolean colonBehind(Source source) {
        return source.kind() != Kind.LEADER
                && source.kind() != Kind.AGAIN
                && !opensText(source)
                && source.to() < text.size()
                && text.gap(source.to() - 1).strip().startsWith(":");
    }

    boolean colonAt(int verb, Sentence s) {
        return verb + 1 < s.to() && text.gap(verb).strip().startsWith(":");
    }

    /** What a colon opens: the rest of the sentence; at its end, what follows, in quotation marks or to the end of the text. */
    int ofColon(Sentence s) {
        if (!text.gapHas(s.to() - 1, ':')) {
            return s.to();
        }
        int end = s.to();
        boolean quoted = s.to() < text.size() && quoteOpens(s.to() - 1);
        for (int k = s.index() + 1; k < text.sentences().size(); k++) {
            Sentence next = text.sentence(k);
            boolean newParagraph = next.paragraph() != text.sentence(k - 1).paragraph();
            if (quoted && newParagraph && !quoteOpens(next.from() - 1)) {
                return end;
            }
            end = next.to();
        }
        return end;
    }

    boolean quoteOpens(int before) {
        String gap = before < 0 ? "" : text.gap(before);
        return gap.indexOf('“') >= 0 || gap.indexOf('"') >= 0;
    }
}
