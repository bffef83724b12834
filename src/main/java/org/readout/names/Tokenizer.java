package org.readout.names;

import java.util.ArrayList;
import java.util.List;
import org.readout.claim.Words;

/** Cuts a text into words; one pass, no look-back beyond a word. */
public final class Tokenizer {

    private Tokenizer() {}

    public static List<Token> tokens(String text) {
        List<Token> out = new ArrayList<>(text.length() / 5 + 4);
        int n = text.length();
        int lastEnd = -2;
        for (int i = 0; i < n; ) {
            int c = text.codePointAt(i);
            if (!Character.isLetterOrDigit(c) && !isFraction(c)) {
                i += Character.charCount(c);
                continue;
            }
            int start = i;
            i = abbreviationEnd(text, i);
            if (i == start) {
                i = wordEnd(text, i);
            }
            int end = i;
            boolean possessive = false;
            if (i + 1 < n && isApostrophe(text.charAt(i))) {
                char next = text.charAt(i + 1);
                if ((next == 's' || next == 'S') && (i + 2 >= n || !Character.isLetterOrDigit(text.charAt(i + 2)))) {
                    possessive = true;
                    i += 2;
                }
            }
            if (!possessive
                    && i < n
                    && isApostrophe(text.charAt(i))
                    && text.charAt(i - 1) == 's'
                    && !isQuoteEnd(text, i)) {
                possessive = true;
            }
            boolean hyphenated = lastEnd == start - 1 && start > 0 && isHyphen(text.charAt(start - 1));
            if (start > 0 && isHandle(text.charAt(start - 1))) {
                for (int next = humpEnd(text, start, end); next < end; next = humpEnd(text, start, end)) {
                    out.add(token(text, start, next, false, false));
                    start = next;
                }
            }
            out.add(token(text, start, end, possessive, hyphenated));
            lastEnd = end;
        }
        return out;
    }

    /** The words of a lexicon entry, spelt as the tokens of a text are. */
    public static List<String> folded(String phrase) {
        List<String> out = new ArrayList<>();
        for (Token t : tokens(phrase)) {
            out.add(t.folded());
        }
        return out;
    }

    private static boolean isHandle(char c) {
        return c == '@' || c == '#';
    }

    /** The end of the first word of a handle that is written without blanks: "@RishiSunak", "@RTErdogan". */
    private static int humpEnd(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            boolean upper = Character.isUpperCase(text.charAt(i));
            boolean behindLower = !Character.isUpperCase(text.charAt(i - 1));
            boolean beforeLower = i + 1 < end && Character.isLowerCase(text.charAt(i + 1));
            if (upper && (behindLower || beforeLower)) {
                return i;
            }
        }
        return end;
    }

    private static Token token(String text, int start, int end, boolean possessive, boolean hyphenated) {
        String raw = text.substring(start, end);
        boolean capital = Character.isUpperCase(raw.codePointAt(0));
        boolean upper = capital;
        for (int k = 1; upper && k < raw.length(); k++) {
            upper = !Character.isLowerCase(raw.charAt(k));
        }
        String folded = raw.indexOf('.') >= 0 ? Words.fold(raw.replace(".", "")) : Words.fold(raw);
        if (folded.isEmpty() || folded.indexOf(' ') >= 0) {
            folded = folded.isEmpty() ? raw : folded.replace(" ", "");
        }
        return new Token(start, end, raw, folded, capital, upper, possessive, hyphenated);
    }

    /** The end of an abbreviation of single letters with full stops ("U.S.", "p.m."), or {@code start} if none begins here. */
    private static int abbreviationEnd(String text, int start) {
        int i = start;
        int letters = 0;
        while (i + 1 < text.length() && Character.isLetter(text.charAt(i)) && text.charAt(i + 1) == '.') {
            i += 2;
            letters++;
        }
        if (letters < 2) {
            return start;
        }
        if (i < text.length() && Character.isLetter(text.charAt(i))) {
            return start;
        }
        return i;
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        int n = text.length();
        boolean digits = Character.isDigit(text.codePointAt(i));
        if (isFraction(text.charAt(i))) {
            return i + 1;
        }
        while (i < n) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                i += Character.charCount(c);
            } else if (digits && isInNumber(c) && i + 1 < n && Character.isDigit(text.charAt(i + 1))) {
                i++;
            } else if (digits && isFraction(c)) {
                i++;
            } else if (isApostrophe((char) c)
                    && i + 1 < n
                    && i > start
                    && Character.isLetter(text.charAt(i + 1))
                    && !(isS(text.charAt(i + 1)) && (i + 2 >= n || !Character.isLetterOrDigit(text.charAt(i + 2))))) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** What may stand within a number: "2.5", "10,000", "1/2", "9:50". */
    private static boolean isInNumber(int c) {
        return c == '.' || c == ',' || c == '/' || c == ':';
    }

    private static boolean isFraction(int c) {
        return c == '½' || c == '¼' || c == '¾' || c == '⅓' || c == '⅔';
    }

    private static boolean isS(char c) {
        return c == 's' || c == 'S';
    }

    /** A closing quotation mark looks like a possessive after a plural; it is one when an opening one stands before it. */
    private static boolean isQuoteEnd(String text, int at) {
        char mark = text.charAt(at) == '’' ? '‘' : '\'';
        for (int i = at - 1; i >= Math.max(0, at - 200); i--) {
            char c = text.charAt(i);
            if (c == '\n') {
                return false;
            }
            if (c == mark && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '‘' || c == '´' || c == '`';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '‐' || c == '‑' || c == '–' || c == '‒';
    }
}
