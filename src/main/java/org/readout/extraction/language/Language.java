package org.readout.extraction.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.readout.claim.WordFile;
import org.readout.names.PhraseTrie;
import org.readout.names.Tokenizer;

/**
 * The words of a language, by the roles that they play in rules; rules themselves hold none. A language is a folder of
 * lists, {@code lexicon/en} say; a list it lacks is empty. Its {@code glosses} give its words for the English ones by which
 * rules know prepositions, articles and the like, and its {@code endings} those for English endings; where a language has
 * no such list, as English, each stands for itself.
 */
public final class Language {

    /** English, which articles are read in. */
    public static final Language ENGLISH = new Language("en");

    private final String code;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, List<String>>> groups = new ConcurrentHashMap<>();
    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, Map<String, ?>> named = new ConcurrentHashMap<>();
    private final @Nullable Map<String, Set<String>> glosses;
    private final @Nullable Map<String, List<String>> endings;

    /** The lists by their ids; filled as they are asked for, by whichever thread, always with the same words. */
    private volatile @Nullable Set<String>[] words;

    private volatile @Nullable PhraseTrie<String>[] phrases;

    @SuppressWarnings("unchecked")
    private Language(String code) {
        this.code = code;
        this.words = new Set[512];
        this.phrases = new PhraseTrie[128];
        this.glosses = WordFile.exists(resource("glosses")) ? folded(groups("glosses")) : null;
        this.endings = WordFile.exists(resource("endings")) ? groups("endings") : null;
    }

    /**
     * The language whose lists stand in a folder.
     *
     * @param code the folder's name, a BCP 47 language code
     */
    public static Language of(String code) {
        return code.equals(ENGLISH.code) ? ENGLISH : new Language(code);
    }

    /** The code of the language (BCP 47). */
    public String code() {
        return code;
    }

    /** The lists that rules have asked for so far and that the language has not. */
    public Set<String> missing() {
        return new TreeSet<>(missing);
    }

    /** The words of a list, folded. */
    public Set<String> words(WordList list) {
        @Nullable Set<String>[] all = words;
        Set<String> found = list.id < all.length ? all[list.id] : null;
        return found == null ? fill(list) : found;
    }

    private synchronized Set<String> fill(WordList list) {
        Set<String> out = new HashSet<>();
        if (list.glosses.isEmpty()) {
            for (String line : lines(list.name)) {
                for (String word : line.split("[\\s,]+", -1)) {
                    out.add(String.join("", Tokenizer.folded(word)));
                }
            }
        } else {
            list.glosses.forEach(g -> out.addAll(gloss(g)));
        }
        Set<String> found = Set.copyOf(out);
        @Nullable Set<String>[] all = Arrays.copyOf(words, Math.max(words.length, list.id + 1));
        all[list.id] = found;
        words = all;
        return found;
    }

    /** The phrases of a list, as a trie from phrase to what it stands for. */
    public PhraseTrie<String> phrases(PhraseList list) {
        @Nullable PhraseTrie<String>[] all = phrases;
        PhraseTrie<String> found = list.id < all.length ? all[list.id] : null;
        return found == null ? fill(list) : found;
    }

    private synchronized PhraseTrie<String> fill(PhraseList list) {
        PhraseTrie<String> found = new PhraseTrie<>();
        for (String name : list.names) {
            groups(name).forEach((key, phrases) -> phrases.forEach(p -> found.add(p, key)));
        }
        @Nullable PhraseTrie<String>[] all = Arrays.copyOf(phrases, Math.max(phrases.length, list.id + 1));
        all[list.id] = found;
        phrases = all;
        return found;
    }

    /** A list of {@code key = phrase | phrase} lines; a line without {@code =} is its own key. */
    public Map<String, List<String>> groups(String name) {
        return groups.computeIfAbsent(name, n -> has(n) ? WordFile.groups(resource(n)) : Map.of());
    }

    /** The entries of a list in the order of the file. */
    public List<String> lines(String name) {
        return lines.computeIfAbsent(name, n -> has(n) ? List.copyOf(WordFile.lines(resource(n))) : List.of());
    }

    /** A list of {@code CONSTANT = word | word} lines, by its words, folded. */
    @SuppressWarnings("unchecked")
    public <E extends Enum<E>> Map<String, E> named(String name, Class<E> type) {
        return (Map<String, E>) named.computeIfAbsent(name, n -> {
            Map<String, E> out = new HashMap<>();
            groups(n)
                    .forEach((key, words) ->
                            words.forEach(w -> out.put(String.join("", Tokenizer.folded(w)), Enum.valueOf(type, key))));
            return Map.copyOf(out);
        });
    }

    private boolean has(String name) {
        boolean exists = WordFile.exists(resource(name));
        if (!exists) {
            missing.add(name);
        }
        return exists;
    }

    /** The words for an English one. */
    Set<String> gloss(String english) {
        return glosses == null ? Set.of(english) : glosses.getOrDefault(english, Set.of());
    }

    /** Whether a folded word is one of a list. */
    public boolean has(WordList list, String word) {
        return words(list).contains(word);
    }

    /** The English word by which rules know a word; the word itself where they know it by none. */
    public String glossOf(String word) {
        if (glosses == null) {
            return word;
        }
        return glosses.entrySet().stream()
                .filter(e -> e.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(word);
    }

    /** Whether a word is one for an English word. */
    public boolean is(String word, String english) {
        return glosses == null ? word.equals(english) : gloss(english).contains(word);
    }

    /** Whether a word ends as those do that end in English with some letters: "ly" for adverbs, "ed" for past participles. */
    public boolean ends(String word, String english) {
        if (endings == null) {
            return word.endsWith(english);
        }
        return endings.getOrDefault(english, List.of()).stream().anyMatch(word::endsWith);
    }

    private String resource(String name) {
        return "/lexicon/" + code + "/" + name + ".txt";
    }

    private static Map<String, Set<String>> folded(Map<String, List<String>> groups) {
        Map<String, Set<String>> out = new HashMap<>();
        groups.forEach((gloss, words) -> {
            List<String> all = new ArrayList<>();
            words.forEach(w -> all.add(String.join("", Tokenizer.folded(w))));
            out.put(gloss, Set.copyOf(all));
        });
        return out;
    }
}
