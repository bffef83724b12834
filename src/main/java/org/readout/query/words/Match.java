package org.readout.query.words;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where the words asked for stand. */
@Schema(
        name = "TextMatch",
        description = "Where the words asked for stand: in a statement of the call, or in an article")
public record Match(
        Source source,

        @Schema(description = "The statement's or the article's id")
        UUID id,

        @Schema(description = "The words, with some of the text around them", example = "called for a lasting peace")
        String text,

        @Schema(description = "The words themselves, as places in the text given here")
        List<Mark> marks) {

    /** What holds the words. */
    public enum Source {
        STATEMENT,
        SOURCE_ARTICLE
    }

    /** A stretch of a text. */
    @Schema(name = "Mark", description = "A stretch of a text: from start up to before end, in UTF-16 units")
    public record Mark(
            @Schema(example = "13") int start,
            @Schema(example = "26") int end) {}

    /** Characters of private use that begin and end a word that was asked for; no text can hold them. */
    static final String BEGIN = "\uE000";

    static final String END = "\uE001";

    /** Reads a text in which the words are set off. */
    public static Match of(Source source, UUID id, String setOff) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < setOff.length(); i++) {
            char c = setOff.charAt(i);
            if (c == BEGIN.charAt(0)) {
                start = text.length();
            } else if (c == END.charAt(0)) {
                marks.add(new Mark(start, text.length()));
            } else {
                text.append(c);
            }
        }
        return new Match(source, id, text.toString(), List.copyOf(marks));
    }
}
