package org.readout.extraction.detail;

import java.util.BitSet;
import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** The words of a text that it takes back: "not 20 minutes", "an earlier version of this article said 20 minutes". */
public final class Retractions {

    private static final PhraseList PHRASES = PhraseList.of("retractions");
    private static final WordList NOT = WordList.of("not");
    private static final int REACH = 4;

    private final TokenizedText text;
    private final BitSet covered = new BitSet();

    private Retractions(TokenizedText text) {
        this.text = text;
    }

    public static Retractions in(TokenizedText text) {
        Retractions out = new Retractions(text);
        for (Sentence s : text.sentences()) {
            boolean back = false;
            for (int i = s.from(); i < s.to(); i++) {
                Optional<PhraseTrie.Found<String>> found = text.at(PHRASES, i);
                if (found.isPresent()) {
                    back = found.get().values().contains("RETRACTED");
                }
                out.covered.set(i, back);
            }
        }
        return out;
    }

    /** Whether a wording that begins at a word is taken back. */
    public boolean covers(int from) {
        if (covered.get(from)) {
            return true;
        }
        for (int i = from - 1; i >= Math.max(0, from - REACH) && !text.gapHas(i, ','); i--) {
            if (text.in(NOT, i)) {
                return text.gapHas(i - 1, ',') || text.is(i - 1, "and");
            }
        }
        return false;
    }
}
