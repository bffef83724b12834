package org.readout.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readout.claim.FollowUp;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Reads what was agreed or planned to come after a call: staying in contact, a further call, a meeting. */
public final class FollowUpReader {

    /** A plan and the words that tell of it. */
    public record Step(FollowUp value, int from, int to) {}

    private static final PhraseList PHRASES = PhraseList.of("follow-ups");

    private FollowUpReader() {}

    public static List<Step> read(TokenizedText text, Sentence s) {
        List<Step> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); i++) {
            Optional<PhraseTrie.Found<String>> found = text.at(PHRASES, i);
            if (found.isPresent()) {
                int to = i + found.get().length();
                out.add(new Step(new FollowUp(found.get().values().get(0), null, null), i, to));
                i = to - 1;
            }
        }
        return out;
    }
}
