package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** What the verbs that tell of contacts have in common: the means beside them, and what only says how often. */
abstract class VerbRules extends ContactRules {

    private static final PhraseList MEANS = PhraseList.of("contact-means");
    private static final WordList LISTING = WordList.of("listing-verbs");
    private static final int IDENTIFIED_REACH = 8;
    private static final PhraseList HABITS = PhraseList.of("habits");

    VerbRules(ContactRules others) {
        super(others);
    }

    /** "has spoken to Putin many times": which call, nobody could say. */
    final boolean habitual(int from, int end, Sentence s) {
        for (int i = Math.max(s.from(), from - 2); i < Math.min(s.to(), end + 4); i++) {
            if (i > from && text.ends(i, "ing")) {
                return false;
            }
            boolean apart = i < from && text.gapsHave(i, from, ',');
            if (!apart && text.at(HABITS, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    final Medium meansNear(int to, Sentence s, int from) {
        for (int i = Math.max(s.from(), from - 4); i < Math.min(s.to(), to + 25); i++) {
            Optional<PhraseTrie.Found<String>> means = text.at(MEANS, i);
            if (means.isPresent()) {
                return Medium.valueOf(means.get().values().get(0));
            }
        }
        return null;
    }

    /** "Among the leaders he spoke to over the phone were A, B and C": those whom the main clause says they were. */
    final List<Party> identifiedBehind(int to, Sentence s, Contact c) {
        for (int i = to; i < Math.min(s.to(), to + IDENTIFIED_REACH) && mentions.at(i) == null; i++) {
            if (text.in(LISTING, i)) {
                List<Mention> list = new ArrayList<>();
                arguments.list(i + 1, s, list, new ArrayList<>());
                return parties.resolve(list, s, c);
            }
        }
        return List.of();
    }
}
