package org.readout.extraction.source;

import java.util.ArrayList;
import java.util.List;

/** Pairs the marks of quotations: double ones, single ones as British papers have them, and those open at a paragraph's end. */
final class QuotationMarks {

    private static final String SINGLE = "‘'";
    /** Characters of the longest quotation, and of the longest in single marks. */
    private static final int LONGEST = 4000;

    private static final int LONGEST_SINGLE = 600;

    private QuotationMarks() {}

    /** From behind the mark that opens to the one that closes: offsets in the text. */
    record Pair(int start, int end) {}

    /**
     * The stretches of a text that stand in quotation marks, in their order; time of its length.
     *
     * @param s any text
     */
    static List<Pair> pairs(String s) {
        List<Pair> out = new ArrayList<>();
        int open = -1;
        char mark = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (open >= 0 && (i - open > LONGEST || c == '\n' && i + 1 < s.length() && s.charAt(i + 1) == '\n')) {
                boolean continues =
                        c == '\n' && nextOpensAgain(s, i, mark) && (mark == '“' || opensParagraph(s, open - 1));
                if (continues) {
                    out.add(new Pair(open, i));
                }
                open = -1;
            }
            int close = open < 0 && SINGLE.indexOf(c) >= 0 && opensAt(s, i) ? closesSingle(s, i) : -1;
            if (close > 0) {
                out.add(new Pair(i + 1, close));
                i = close;
                continue;
            }
            boolean opens = c == '“' || c == '«' || c == '"' && (open < 0 || mark == '"' && opensAt(s, i));
            if (opens) {
                open = i + 1;
                mark = c;
            } else if (open >= 0 && (c == '”' && mark == '“' || c == '"' && mark != '«' || c == '»' && mark == '«')) {
                out.add(new Pair(open, i));
                open = -1;
            }
        }
        return out;
    }

    /**
     * Where a quotation in single marks ends, as British papers have them; -1 where the mark is an apostrophe, or sets off
     * one word only. "The leaders’ call" ends none where another mark follows.
     */
    private static int closesSingle(String s, int opened) {
        char mark = s.charAt(opened) == '‘' ? '’' : s.charAt(opened);
        int last = -1;
        for (int i = opened + 2; i < Math.min(s.length(), opened + LONGEST_SINGLE) && s.charAt(i) != '\n'; i++) {
            boolean ends = s.charAt(i) == mark
                    && !Character.isWhitespace(s.charAt(i - 1))
                    && (i + 1 == s.length() || !Character.isLetterOrDigit(s.charAt(i + 1)));
            if (ends && s.charAt(i - 1) != 's') {
                last = i;
                break;
            }
            last = ends && last < 0 ? i : last;
            if (i > opened + 2 && opensAt(s, i) && s.charAt(i) == s.charAt(opened)) {
                break;
            }
        }
        return last > 0 && s.substring(opened, last).indexOf(' ') > 0 ? last : -1;
    }

    /** Whether a straight mark opens a quotation: a blank before it, none behind it. */
    private static boolean opensAt(String s, int at) {
        boolean blankBefore = at == 0 || Character.isWhitespace(s.charAt(at - 1)) || s.charAt(at - 1) == '(';
        return blankBefore && at + 1 < s.length() && !Character.isWhitespace(s.charAt(at + 1));
    }

    private static boolean opensParagraph(String s, int at) {
        return at == 0 || s.charAt(at - 1) == '\n';
    }

    private static boolean nextOpensAgain(String s, int at, char mark) {
        int i = at;
        while (i < s.length() && s.charAt(i) == '\n') {
            i++;
        }
        return i < s.length() && s.charAt(i) == mark;
    }
}
