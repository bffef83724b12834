package org.readout.extraction.text;

import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText.Sentence;

/**
 * The relative clauses of a text, cut out of the sentences they stand in: ", who last spoke to Putin in December 2022,".
 * What is said in one is not said by the verbs around it, and the other way round. A clause begins at its relative
 * pronoun and ends at the next comma, bracket or dash that does not part the names of a list, else with its sentence;
 * clauses within clauses are one.
 */
public final class Clauses {

    private static final WordList PRONOUNS = WordList.of("relative-pronouns");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList FINITE = WordList.of("finite-verbs");

    /** A clause goes on over a comma this near to its beginning: ", who, in a call with Putin, said". */
    private static final int ASIDE = 2;

    private final int[] opener;
    private final int[] end;

    private Clauses(int size) {
        opener = new int[size];
        end = new int[size];
        java.util.Arrays.fill(opener, -1);
    }

    static Clauses of(TokenizedText text) {
        Clauses out = new Clauses(text.size());
        for (Sentence s : text.sentences()) {
            for (int i = s.from() + 1; i < s.to(); i++) {
                if (text.in(PRONOUNS, i) && breaks(text, i - 1)) {
                    int to = i + 1;
                    while (to < s.to() && (to - i <= ASIDE || !breaks(text, to - 1) || listed(text, to, s))) {
                        to++;
                    }
                    java.util.Arrays.fill(out.opener, i, to, i);
                    java.util.Arrays.fill(out.end, i, to, to);
                    i = to - 1;
                }
            }
        }
        return out;
    }

    /** ", Xi Jinping and President Biden before,": whether names, up to an "and" and a comma, go on with a list, and do nothing. */
    private static boolean listed(TokenizedText text, int at, Sentence s) {
        boolean last = false;
        for (int i = at; i < s.to(); i++) {
            if (i > at && breaks(text, i - 1)) {
                return last;
            }
            boolean and = i > at && text.in(CONJUNCTIONS, i);
            boolean name = text.token(i).capital() || text.in(ARTICLES, i);
            boolean verb = text.in(FINITE, i) || text.ends(i, "ed");
            if (!and && !name && (!last || verb)) {
                return false;
            }
            last |= and;
        }
        return last;
    }

    private static boolean breaks(TokenizedText text, int before) {
        return text.gapHas(before, ',')
                || text.gapHas(before, '(')
                || text.gapHas(before, ')')
                || text.gapHas(before, '—')
                || text.gapHas(before, '–')
                || text.gapHas(before, ';');
    }

    /** The relative pronoun of the clause that a word stands in; -1 for a word of the main clause. */
    public int opener(int token) {
        return token >= 0 && token < opener.length ? opener[token] : -1;
    }

    /** Whether two words stand in the same relative clause, or both in none. */
    public boolean together(int a, int b) {
        return opener(a) == opener(b);
    }

    /** Where the relative clause of a word ends; the word itself for one of the main clause. */
    public int end(int token) {
        return opener(token) < 0 ? token : end[token];
    }
}
