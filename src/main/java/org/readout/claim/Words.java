package org.readout.claim;

import java.text.Normalizer;
import java.util.Locale;

/** Makes two spellings of the same words equal. */
public final class Words {

    private Words() {}

    /**
     * Folds case, accents, apostrophes and punctuation away: letters and digits of {@code text} in lower case, runs of
     * anything else as one space, none at the ends. Letters that Unicode does not decompose ("ø", "ł", "ß", "ı") are
     * folded to their base letters.
     */
    public static String fold(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String plain = ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                append(out, c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && c != '\''
                    && c != '’'
                    && c != '‘'
                    && c != 'ʼ') {
                gap = true;
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case 'ø', 'Ø' -> out.append('o');
            case 'ł', 'Ł' -> out.append('l');
            case 'đ', 'Đ', 'ð', 'Ð' -> out.append('d');
            case 'ı' -> out.append('i');
            case 'ß' -> out.append("ss");
            case 'æ', 'Æ' -> out.append("ae");
            case 'œ', 'Œ' -> out.append("oe");
            case 'þ', 'Þ' -> out.append("th");
            case 'ə', 'Ə' -> out.append('e');
            default -> out.appendCodePoint(c);
        }
    }
}
