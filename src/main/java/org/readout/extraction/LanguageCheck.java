package org.readout.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/** Tells whether a text is in a language that is read, by the language given and by its commonest words. */
public final class LanguageCheck {

    private static final Set<String> FUNCTION_WORDS = Language.ENGLISH.words(WordList.of("function-words"));
    private static final String READ = "en";
    private static final int FEWEST = 20;
    private static final int MOST = 2_000;

    /** Share of function words, among those that are no names, below which a text is not English; in English prose they are half. */
    private static final double LEAST = 0.12;

    private LanguageCheck() {}

    /**
     * Whether a text is in a language that is read.
     *
     * @param language the language given (BCP 47); null where none was, and the text's own words tell
     */
    public static boolean reads(@Nullable String language, String text) {
        return (language == null || language.toLowerCase(Locale.ROOT).startsWith(READ)) && looksEnglish(text);
    }

    private static boolean looksEnglish(String text) {
        List<Token> tokens = Tokenizer.tokens(text.substring(0, Math.min(text.length(), 20_000)));
        List<Token> some = tokens.stream().filter(t -> !t.capital()).limit(MOST).toList();
        if (tokens.size() < FEWEST || some.isEmpty()) {
            return true;
        }
        long known =
                some.stream().filter(t -> FUNCTION_WORDS.contains(t.folded())).count();
        return (double) known / some.size() >= LEAST;
    }
}
