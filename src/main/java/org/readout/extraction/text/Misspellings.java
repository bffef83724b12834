package org.readout.extraction.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Tokenizer;

/**
 * Slips of the pen: a family name that a text spells right elsewhere and differs from it here by one letter more, less,
 * other, or swapped with the next (a Damerau-Levenshtein distance of 1). Names of fewer than seven letters are left alone,
 * as are those behind another given name: "Johnston" may be nobody's slip.
 */
public final class Misspellings {

    private static final PhraseList TITLES = PhraseList.of("titles");
    private static final WordList HONORIFICS = WordList.of("honorifics");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final int LONGEST_TITLE = 4;
    private static final int SHORTEST = 7;
    private static final int MOST = 60;

    private final TokenizedText text;
    private final Names names;
    private final Map<String, List<Person>> spelt = new LinkedHashMap<>();
    private final Map<String, List<Person>> known = new HashMap<>();

    public Misspellings(TokenizedText text, Names names) {
        this.text = text;
        this.names = names;
        for (int i = 0; i < text.size() && spelt.size() < MOST; i++) {
            if (text.token(i).capital()) {
                int from = i;
                names.people().at(text.tokens(), i).ifPresent(f -> learn(text.word(from + f.length() - 1), f.values()));
            }
        }
    }

    private void learn(String word, List<Person> people) {
        if (word.length() >= SHORTEST) {
            List<Person> all = spelt.computeIfAbsent(word, k -> new ArrayList<>());
            people.stream().filter(p -> !all.contains(p)).forEach(all::add);
        }
    }

    /** The people whose family name a word misspells; empty where it is another word. */
    public Optional<PhraseTrie.Found<Person>> at(int i) {
        String word = text.word(i);
        if (word.length() < SHORTEST || spelt.isEmpty() || !text.token(i).capital() || goesOn(i)) {
            return Optional.empty();
        }
        List<Person> meant = known.computeIfAbsent(word, this::meant).stream()
                .filter(p -> !behindOtherName(i, p))
                .toList();
        return meant.isEmpty() ? Optional.empty() : Optional.of(new PhraseTrie.Found<>(1, meant));
    }

    /** Whether a name goes on behind the word, which then is no family name: "Mohammad Hassan". */
    private boolean goesOn(int i) {
        boolean adjoins =
                i + 1 < text.size() && text.gap(i).equals(" ") && !text.token(i).possessive();
        return adjoins && text.token(i + 1).capital();
    }

    private List<Person> meant(String word) {
        for (Map.Entry<String, List<Person>> each : spelt.entrySet()) {
            if (oneSlipApart(word, each.getKey())) {
                return each.getValue();
            }
        }
        return List.of();
    }

    /** Whether the word before is a name of somebody else's: neither a title, nor a name of the person meant. */
    private boolean behindOtherName(int i, Person p) {
        boolean named = i > 0
                && text.token(i - 1).capital()
                && text.gap(i - 1).equals(" ")
                && text.sentenceOf(i - 1) == text.sentenceOf(i);
        return named
                && !behindTitle(i)
                && !text.in(CLOSED, i - 1)
                && names.polities().at(text.tokens(), i - 1).isEmpty()
                && !Tokenizer.folded(p.name()).contains(text.word(i - 1));
    }

    private boolean behindTitle(int i) {
        for (int back = 1; back <= Math.min(i, LONGEST_TITLE); back++) {
            int length = text.at(TITLES, i - back).map(PhraseTrie.Found::length).orElse(0);
            if (length == back) {
                return true;
            }
        }
        return text.in(HONORIFICS, i - 1);
    }

    /**
     * Whether two different words are one letter more, less, other, or swapped with the next apart; not the last letter,
     * which makes plurals ("the Johnsons") and women's names ("Zelenska").
     *
     * @return false for equal words; time of their length
     */
    public static boolean oneSlipApart(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int restA = a.length() - head - tail;
        int restB = b.length() - head - tail;
        boolean swapped = restA == 2
                && restB == 2
                && a.charAt(head) == b.charAt(head + 1)
                && a.charAt(head + 1) == b.charAt(head);
        return tail > 0 && (swapped || Math.max(restA, restB) == 1);
    }
}
