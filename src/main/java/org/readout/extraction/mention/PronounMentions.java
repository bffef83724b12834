package org.readout.extraction.mention;

import java.util.List;
import java.util.Optional;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;

/** Finds words that stand for somebody named elsewhere: "he", "the two leaders", "I". */
final class PronounMentions {

    private static final PhraseList PLURALS = PhraseList.of("plurals");
    private static final PhraseList STYLES = PhraseList.of("styles");
    private static final WordList PRONOUNS = WordList.of("pronouns");
    private static final WordList AFTER_OBJECT = WordList.of("after-called-object");
    /** "between Modi and myself": who speaks, and the object of what is told. */
    private static final WordList SELF = WordList.glosses("myself");

    private static final WordList POINTING = WordList.glosses("this", "that", "last");
    private static final WordList PERIODS = WordList.of("periods");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CLOSED = WordList.of("function-words");

    private final TokenizedText text;
    private final DateWords dates;
    private final List<Mention> found;

    PronounMentions(TokenizedText text, DateWords dates, List<Mention> found) {
        this.text = text;
        this.dates = dates;
        this.found = found;
    }

    /** Reads what begins at {@code i}, and returns where to go on; -1 where nothing does. */
    int read(int i, boolean honorific) {
        int style = style(i);
        if (style > 0) {
            return style;
        }
        Optional<PhraseTrie.Found<String>> plural = text.at(PLURALS, i);
        Mention.Kind kind;
        int length = 1;
        if (plural.isPresent()) {
            kind = Mention.Kind.PLURAL;
            length = plural.get().length();
        } else if (text.in(PRONOUNS, i) && !honorific) {
            kind = Mention.Kind.PRONOUN;
        } else if (isFirstPerson(text.token(i).raw()) || text.in(SELF, i)) {
            kind = Mention.Kind.FIRST_PERSON;
        } else {
            return -1;
        }
        boolean owns = text.token(i + length - 1).possessive()
                || text.isOneOf(i, "his", "their")
                || text.is(i, "her") && ownsWhatFollows(i);
        found.add(new Mention(kind, i, i + length, text.word(i), null, owns));
        return i + length;
    }

    /** "His Majesty received a call": a style in place of a name; where to go on, -1 where none stands there. */
    private int style(int i) {
        Optional<PhraseTrie.Found<String>> style = text.token(i).capital() ? text.at(STYLES, i) : Optional.empty();
        int to = style.map(f -> i + f.length()).orElse(-1);
        boolean named = to > 0
                && to < text.size()
                && text.token(to).capital()
                && text.gap(to - 1).isBlank();
        if (to < 0 || !text.token(to - 1).capital() || named) {
            return -1;
        }
        found.add(new Mention(
                Mention.Kind.OFFICE,
                i,
                to,
                style.get().values().get(0),
                List.of(),
                null,
                MentionFinder.STYLE,
                text.token(to - 1).possessive(),
                false));
        return to;
    }

    /** "I", "I'm", "I've". */
    private static boolean isFirstPerson(String raw) {
        return raw.startsWith("I") && (raw.length() == 1 || !Character.isLetterOrDigit(raw.charAt(1)));
    }

    /** "her Turkish counterpart", "her last call", not "called her on Friday", "last week": a noun, or what describes it. */
    private boolean ownsWhatFollows(int i) {
        boolean when = text.in(POINTING, i + 1) && text.in(PERIODS, i + 2);
        return i + 1 < text.size()
                && !when
                && text.gap(i).isBlank()
                && text.sentenceOf(i + 1) == text.sentenceOf(i)
                && !text.in(AFTER_OBJECT, i + 1)
                && !text.in(PREPOSITIONS, i + 1)
                && !text.in(CLOSED, i + 1)
                && dates.dayOfWeek(i + 1) == null;
    }
}
