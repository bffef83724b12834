package org.readout.names;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.readout.claim.WordFile;
import org.readout.claim.Words;

/**
 * A name as names are held against each other.
 *
 * @param words its words in Latin letters, folded
 * @param sounds the same with what sounds alike written alike ({@code names/sounds.txt})
 * @param abjad whether it came in a script that writes few vowels
 */
record NameForm(List<String> words, List<String> sounds, boolean abjad) {

    private static final Set<UnicodeScript> FEW_VOWELS =
            Set.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW, UnicodeScript.SYRIAC);
    private static final Transliterator LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Greek-Latin/UNGEGN; Any-Latin; Latin-ASCII");
    private static final Map<String, String> SOUNDS = soundsByLetters();
    private static final int LONGEST =
            SOUNDS.keySet().stream().mapToInt(String::length).max().orElse(1);

    private static Map<String, String> soundsByLetters() {
        Map<String, String> out = new HashMap<>();
        WordFile.groups("/names/sounds.txt").forEach((sound, spellings) -> spellings.forEach(s -> out.put(s, sound)));
        return out;
    }

    static NameForm of(String name) {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        String folded = Words.fold(ascii ? name : LATIN.transliterate(name));
        List<String> words = folded.isEmpty() ? List.of() : List.of(folded.split(" "));
        boolean abjad = name.codePoints().anyMatch(c -> FEW_VOWELS.contains(UnicodeScript.of(c)));
        return new NameForm(words, words.stream().map(NameForm::sound).toList(), abjad);
    }

    /** Whether a name is written in other letters than Latin ones. */
    static boolean foreign(String name) {
        return name.codePoints().anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN);
    }

    private static String sound(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int length = Math.min(LONGEST, word.length() - i);
            while (length > 1 && !SOUNDS.containsKey(word.substring(i, i + length))) {
                length--;
            }
            String letters = word.substring(i, i + length);
            String sound = SOUNDS.getOrDefault(letters, letters);
            for (int k = 0; k < sound.length(); k++) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != sound.charAt(k)) {
                    out.append(sound.charAt(k));
                }
            }
            i += length;
        }
        return out.toString();
    }

    /** The consonants of its sounds, word by word. */
    List<String> consonants() {
        return sounds.stream()
                .map(s -> s.replaceAll("[aeiou]", ""))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** The sounds without gaps: "Kim Jong Un" and "Kim Jongun" are one. */
    String run() {
        return String.join("", sounds);
    }

    /** The same with the last word first, as lists of names have it. */
    String runFromLast() {
        return sounds.isEmpty()
                ? ""
                : sounds.get(sounds.size() - 1) + String.join("", sounds.subList(0, sounds.size() - 1));
    }

    /** The pairs of neighbouring sounds, ends of words among them, each once. */
    Set<String> pairs() {
        return sounds.stream()
                .map(s -> " " + s + " ")
                .flatMap(s -> Arrays.stream(pairs(s)))
                .collect(Collectors.toSet());
    }

    private static String[] pairs(String word) {
        String[] out = new String[word.length() - 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = word.substring(i, i + 2);
        }
        return out;
    }
}
