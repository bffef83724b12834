package org.readout.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Token;

/** Finds where sentences and paragraphs end, hard line wraps, abbreviations and lost spaces allowed for. */
final class SentenceSplitter {

    private static final String HONOURS = "honorific-initials";
    private static final WordList STARTERS = WordList.of("sentence-starters");
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final String CLOSING = "\"”'’»";
    private static final int SPEAKER_REACH = 4;
    private static final WordList ABBREVIATIONS = WordList.of("abbreviations");

    private static final int WRAP_AT_LEAST = 45;
    private static final int WRAP_AT_MOST = 100;

    private SentenceSplitter() {}

    static List<Sentence> split(String text, Language language, List<Token> tokens, Boilerplate boilerplate) {
        boolean wrapped = hardWrapped(text);
        List<Sentence> out = new ArrayList<>();
        int paragraph = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            int next = i + 1 < tokens.size() ? tokens.get(i + 1).start() : text.length();
            String gap = text.substring(t.end(), next);
            boolean newParagraph = breaksParagraph(text, gap, wrapped, t.end());
            boolean turnsBoilerplate = i + 1 < tokens.size()
                    && boilerplate.covers(t.start())
                            != boilerplate.covers(tokens.get(i + 1).start());
            if (newParagraph
                    || turnsBoilerplate
                    || i + 1 == tokens.size()
                    || endsSentence(language, gap, t, tokens.get(i + 1)) && !asked(gap, language, tokens, i + 1)) {
                if (!boilerplate.covers(tokens.get(from).start())) {
                    out.add(new Sentence(out.size(), from, i + 1, paragraph));
                }
                from = i + 1;
                if (newParagraph) {
                    paragraph++;
                }
            }
        }
        return out;
    }

    private static boolean breaksParagraph(String text, String gap, boolean wrapped, int end) {
        int line = gap.indexOf('\n');
        if (line < 0) {
            return false;
        }
        int second = gap.indexOf('\n', line + 1);
        if (second >= 0) {
            return true;
        }
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        if (!wrapped) {
            int next = end + gap.length();
            return next >= text.length() || !Character.isLowerCase(text.charAt(next));
        }
        return end - lineStart < WRAP_AT_LEAST && endsWithStop(gap.substring(0, line));
    }

    private static boolean endsWithStop(String gap) {
        return gap.indexOf('.') >= 0 || gap.indexOf('?') >= 0 || gap.indexOf('!') >= 0 || gap.indexOf(':') >= 0;
    }

    private static boolean endsSentence(Language language, String gap, Token before, Token after) {
        int stop = -1;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (c == '.' || c == '?' || c == '!' || c == '…') {
                stop = i;
                break;
            }
        }
        boolean abbreviated = before.raw().endsWith(".");
        if (stop < 0 && !abbreviated) {
            return false;
        }
        boolean startsAnew = after.capital() || after.digits() || opensQuote(gap);
        if (!startsAnew) {
            return false;
        }
        if (abbreviated && stop < 0) {
            boolean honour = language.lines(HONOURS).contains(before.raw());
            return after.capital() && !honour && language.has(STARTERS, after.folded());
        }
        char mark = gap.charAt(stop);
        if (mark == '.'
                && (language.has(ABBREVIATIONS, before.folded())
                        || (before.capital() && before.raw().length() == 1))) {
            return false;
        }
        return true;
    }

    /** "What's the rush?" he asked: a question or a cry in quotation marks, with whoever utters it behind. */
    private static boolean asked(String gap, Language language, List<Token> tokens, int next) {
        int mark = Math.max(gap.indexOf('?'), gap.indexOf('!'));
        boolean closed = mark >= 0 && mark + 1 < gap.length() && CLOSING.indexOf(gap.charAt(mark + 1)) >= 0;
        if (!closed || opensQuote(gap.substring(mark + 2))) {
            return false;
        }
        for (int i = next; i < Math.min(tokens.size(), next + SPEAKER_REACH); i++) {
            if (language.has(SPEECH, tokens.get(i).folded())) {
                return true;
            }
        }
        return gap.indexOf(',') >= 0;
    }

    private static boolean opensQuote(String gap) {
        return gap.indexOf('“') >= 0 || gap.endsWith("\"") || gap.endsWith("'") || gap.endsWith("‘");
    }

    /** Whether single line breaks wrap lines (most lines nearly full) rather than end paragraphs. */
    private static boolean hardWrapped(String text) {
        int full = 0;
        int lines = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            int length = end - start;
            if (length > 0) {
                lines++;
                boolean nextFull = end + 1 < text.length() && text.charAt(end + 1) != '\n';
                if (length > WRAP_AT_MOST) {
                    return false;
                }
                if (length >= WRAP_AT_LEAST && nextFull) {
                    full++;
                }
            }
            start = end + 1;
        }
        return lines >= 2 && full * 2 >= lines;
    }
}
