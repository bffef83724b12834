package org.readout.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readout.names.PhraseTrie;
import org.readout.names.Tokenizer;

/**
 * The words that rules read by, one resource file a list under {@code lexicon/en}. A line is an entry; {@code #} begins
 * a comment; {@code key = a | b} maps each of a and b to key.
 */
final class Lexicon {

    private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

    private Lexicon() {}

    /** The entries of a list in the order of the file. */
    static List<String> lines(String name) {
        String resource = "/lexicon/en/" + name + ".txt";
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No lexicon " + resource);
            }
            List<String> out = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comment = line.indexOf('#');
                String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!entry.isEmpty()) {
                    out.add(entry);
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int eq = line.indexOf('=');
            String key = (eq < 0 ? line : line.substring(0, eq)).strip();
            String phrases = eq < 0 ? line : line.substring(eq + 1);
            List<String> list = out.computeIfAbsent(key, k -> new ArrayList<>());
            for (String phrase : phrases.split("\\|", -1)) {
                if (!phrase.isBlank()) {
                    list.add(phrase.strip());
                }
            }
        }
        return out;
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
