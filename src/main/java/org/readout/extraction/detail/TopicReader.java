package org.readout.extraction.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Reads the subjects of a call from the sentences about it, in the vocabulary's names for them. */
public final class TopicReader {

    private static final PhraseList TOPICS = PhraseList.of("topics");

    private static final WordList BACKGROUND = WordList.of("background-openers");
    private static final WordList DISCUSSING = WordList.of("discussing-verbs");

    private TopicReader() {}

    /** Whether the sentence says what was talked about. */
    public static boolean discusses(TokenizedText text, Sentence s) {
        return text.any(DISCUSSING, s.from(), s.to());
    }

    /**
     * Each topic with the first words that name it: index of the first word, and after the last. What a sentence tells
     * of the setting ("comes amid growing concern over …") is no topic.
     */
    public static Map<String, int[]> read(TokenizedText text, List<Sentence> sentences) {
        Map<String, int[]> out = new LinkedHashMap<>();
        for (Sentence s : sentences) {
            for (int i = s.from(); i < s.to() && !text.in(BACKGROUND, i); i++) {
                Optional<PhraseTrie.Found<String>> found = text.at(TOPICS, i);
                if (found.isPresent()) {
                    int to = i + found.get().length();
                    out.putIfAbsent(found.get().values().get(0), new int[] {i, to});
                    i = to - 1;
                }
            }
        }
        return out;
    }
}
