package org.readout.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readout.claim.Span;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.names.PhraseTrie;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/** A text cut into words and sentences; what boilerplate covers belongs to no sentence. */
public final class TokenizedText {

    /** Words from {@code from} to {@code to} (exclusive), in paragraph number {@code paragraph}. */
    public record Sentence(int index, int from, int to, int paragraph) {}

    private static final int LONGEST_GAP = 40;

    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final int LONGEST_HEADLINE = 30;
    private static final int LONGEST_PHRASE = 6;
    private static final String MARKS = ".?!;,…";

    private final String text;
    private final Language language;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final Clauses clauses;
    private final int[] sentenceOf;

    private TokenizedText(String text, Language language, List<Token> tokens, List<Sentence> sentences) {
        this.text = text;
        this.language = language;
        this.tokens = tokens;
        this.sentences = sentences;
        this.sentenceOf = new int[tokens.size()];
        java.util.Arrays.fill(sentenceOf, -1);
        for (Sentence s : sentences) {
            java.util.Arrays.fill(sentenceOf, s.from(), s.to(), s.index());
        }
        this.clauses = Clauses.of(this);
    }

    public static TokenizedText of(String text, Language language, Boilerplate boilerplate) {
        List<Token> tokens = Tokenizer.tokens(text);
        return new TokenizedText(text, language, tokens, SentenceSplitter.split(text, language, tokens, boilerplate));
    }

    /** A few words on their own, such as a name or a headline. */
    public static TokenizedText of(String text, Language language) {
        return of(text, language, Boilerplate.none());
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public int size() {
        return tokens.size();
    }

    /** The sentence a word stands in; -1 for a word of boilerplate. */
    public int sentenceOf(int token) {
        return sentenceOf[token];
    }

    public Sentence sentence(int index) {
        return sentences.get(index);
    }

    /** What stands between two words that follow one another. */
    public String gap(int before) {
        int end = tokens.get(before).end();
        int start = before + 1 < tokens.size() ? tokens.get(before + 1).start() : text.length();
        return text.substring(end, Math.min(start, end + LONGEST_GAP));
    }

    public boolean gapHas(int before, char c) {
        if (before < 0) {
            return false;
        }
        int end = tokens.get(before).end();
        int start = before + 1 < tokens.size() ? tokens.get(before + 1).start() : text.length();
        for (int i = end; i < Math.min(start, end + LONGEST_GAP); i++) {
            if (text.charAt(i) == c) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark stands behind one of the words {@code from} to {@code to} (exclusive). */
    public boolean gapsHave(int from, int to, char c) {
        for (int i = from; i < to; i++) {
            if (gapHas(i, c)) {
                return true;
            }
        }
        return false;
    }

    /** The span of words {@code from} to {@code to} (exclusive). */
    public Span span(int from, int to) {
        return Span.of(text, tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The folded word at {@code i}, or "" beyond the ends. */
    public String word(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).folded() : "";
    }

    /** Whether one of the words stands from {@code from} to {@code to} (exclusive). */
    public boolean any(WordList list, int from, int to) {
        Set<String> words = language.words(list);
        for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
            if (words.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word at {@code i} is one of a list. */
    public boolean in(WordList list, int i) {
        return language.words(list).contains(word(i));
    }

    /** "King Exchanges Views with Crown Prince": whether capitals say nothing about the words of a sentence. */
    public boolean titleCase(Sentence s) {
        for (int i = s.from(); i < Math.min(s.to(), s.from() + LONGEST_HEADLINE); i++) {
            boolean small = in(PREPOSITIONS, i) || in(CLOSED, i);
            if (!token(i).capital() && !token(i).digits() && !small) {
                return false;
            }
        }
        return true;
    }

    /** Whether a folded word is one of a list. */
    public boolean has(WordList list, String word) {
        return language.words(list).contains(word);
    }

    /** The longest phrase of a list that begins at word {@code i}. */
    public Optional<PhraseTrie.Found<String>> at(PhraseList list, int i) {
        return language.phrases(list).at(tokens, i);
    }

    /** The longest phrase of a list that begins at word {@code i} once the word at {@code skipped} behind it is left out. */
    public Optional<PhraseTrie.Found<String>> atWithout(int skipped, PhraseList list, int i) {
        List<Token> words = new ArrayList<>(tokens.subList(i, skipped));
        words.addAll(tokens.subList(Math.min(size(), skipped + 1), Math.min(size(), skipped + 1 + LONGEST_PHRASE)));
        return language.phrases(list).at(words, 0);
    }

    /** Whether a sentence ends without a mark, as headlines do. */
    public boolean unstopped(Sentence s) {
        return gap(s.to() - 1).chars().noneMatch(c -> MARKS.indexOf(c) >= 0);
    }

    /** Whether the word at {@code i} is one for an English word. */
    public boolean is(int i, String english) {
        return language.is(word(i), english);
    }

    /** Whether a folded word is one for an English word. */
    public boolean same(String word, String english) {
        return language.is(word, english);
    }

    /** Whether the word at {@code i} is one for some English words. */
    public boolean isOneOf(int i, String... english) {
        return sameAsOneOf(word(i), english);
    }

    /** Whether a folded word is one for some English words. */
    public boolean sameAsOneOf(String word, String... english) {
        for (String each : english) {
            if (language.is(word, each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word at {@code i} ends as those do that in English end with some letters. */
    public boolean ends(int i, String english) {
        return language.ends(word(i), english);
    }

    /** Whether a folded word ends as those do that in English end with some letters. */
    public boolean sameEnd(String word, String english) {
        return language.ends(word, english);
    }

    /** Index of the first word that starts at or after the offset. */
    public int tokenAt(int offset) {
        int lo = 0;
        int hi = tokens.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (tokens.get(mid).start() < offset) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    List<Sentence> paragraph(int number) {
        List<Sentence> out = new ArrayList<>();
        for (Sentence s : sentences) {
            if (s.paragraph() == number) {
                out.add(s);
            }
        }
        return out;
    }

    public String text() {
        return text;
    }

    public Language language() {
        return language;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public Clauses clauses() {
        return clauses;
    }
}
