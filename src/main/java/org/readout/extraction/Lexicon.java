package org.readout.extraction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readout.claim.WordFile;
import org.readout.names.PhraseTrie;
import org.readout.names.Tokenizer;

/** The words that rules read by, one {@link WordFile} a list under {@code lexicon/en}. */
final class Lexicon {

    private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

    private Lexicon() {}

    /** The entries of a list in the order of the file. */
    static List<String> lines(String name) {
        return WordFile.lines(resource(name));
    }

    private static String resource(String name) {
        return "/lexicon/en/" + name + ".txt";
    }

    /** A list of single words, folded. */
    static Set<String> words(String name) {
        return WORDS.computeIfAbsent(name, n -> {
            Set<String> out = new java.util.HashSet<>();
            for (String line : lines(n)) {
                for (String word : line.split("[\\s,]+", -1)) {
                    out.add(String.join("", Tokenizer.folded(word)));
                }
            }
            return Set.copyOf(out);
        });
    }

    /** A list of {@code key = phrase | phrase} lines; a line without {@code =} is its own key. */
    static Map<String, List<String>> groups(String name) {
        return WordFile.groups(resource(name));
    }

    /** Lists of {@code key = phrase | phrase} lines as a trie from phrase to key. */
    static PhraseTrie<String> phrases(String... names) {
        PhraseTrie<String> trie = new PhraseTrie<>();
        for (String name : names) {
            groups(name).forEach((key, phrases) -> phrases.forEach(p -> trie.add(p, key)));
        }
        return trie;
    }
}
