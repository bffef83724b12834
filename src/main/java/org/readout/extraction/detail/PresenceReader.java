package org.readout.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readout.claim.Participant;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/**
 * Reads who else was on a call: interpreters, ministers, aides. Only where words put them there ("also on the call was
 * …", "through interpreters"); they are never its participants.
 */
public final class PresenceReader {

    /** Someone who was there, and the words that say who. */
    public record Presence(Participant value, int from, int to) {}

    private static final String CUE = "cue";
    private static final PhraseList PHRASES = PhraseList.of("presence");
    private static final WordList TITLES = WordList.of("titles");

    private PresenceReader() {}

    /** Those whom one sentence about the call names, in the order of the text. */
    public static List<Presence> read(TokenizedText text, Sentence s) {
        List<Presence> out = new ArrayList<>();
        boolean cued = false;
        for (int i = s.from(); i < s.to(); i++) {
            Optional<PhraseTrie.Found<String>> found = text.at(PHRASES, i);
            if (found.isEmpty()) {
                continue;
            }
            int to = Math.min(s.to(), i + found.get().length());
            String role = found.get().values().get(0);
            if (role.equals(CUE)) {
                cued = true;
                role = roleAt(text, to - 1);
                if (!role.equals(CUE)) {
                    out.add(reading(text, role, to - 1, to));
                }
            } else {
                int end = named(text, to, s.to());
                out.add(reading(text, role, qualified(text, i, s.from()), end));
                to = end;
            }
            i = to - 1;
        }
        return cued ? out : List.of();
    }

    /** The role that the last word of a cue names ("through interpreters"). */
    private static String roleAt(TokenizedText text, int word) {
        return text.at(PHRASES, word).map(f -> f.values().get(0)).orElse(CUE);
    }

    /** The name that follows the role: words with a capital. */
    private static int named(TokenizedText text, int from, int end) {
        int to = from;
        while (to < end
                && text.token(to).capital()
                && !text.has(TITLES, text.token(to).folded())
                && text.gap(to - 1).isBlank()) {
            to++;
        }
        return to;
    }

    /** A state's adjective or name before the role ("Russian foreign minister"). */
    private static int qualified(TokenizedText text, int from, int begin) {
        boolean qualified = from - 1 > begin
                && text.token(from - 1).capital()
                && text.gap(from - 1).isBlank();
        return qualified ? from - 1 : from;
    }

    private static Presence reading(TokenizedText text, String role, int from, int to) {
        String words = text.span(from, to).exact().replaceAll("\\s+", " ");
        boolean named = to - from > 1;
        String name = named ? words : words.toLowerCase(Locale.ROOT);
        return new Presence(new Participant(null, name, null, role, false), from, to);
    }
}
