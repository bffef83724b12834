package org.readout.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.readout.extraction.date.DateWords;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;

/** Finds the mentions of a text in one pass from left to right; who they are is {@link MentionResolver}'s work. */
public final class MentionFinder {

    /** The office of "leader": any that leads. */
    public static final String ANY_OFFICE = "ANY";
    /** The office of whom a text means by "His Majesty" alone. */
    static final String STYLE = "STYLE";

    private MentionFinder() {}

    /** The mentions in the order of the text; of two kinds that begin at one word the earlier of the list counts. */
    public static List<Mention> find(TokenizedText text, Names names) {
        List<Mention> found = new ArrayList<>();
        NameMatcher matcher = new NameMatcher(text, names);
        DateWords dates = new DateWords(text);
        GroupMentions groups = new GroupMentions(text, matcher, found);
        NameMentions named = new NameMentions(text, matcher, dates, found);
        TitleMentions titled = new TitleMentions(text, matcher, named, found);
        PronounMentions pronouns = new PronounMentions(text, dates, found);
        List<IntUnaryOperator> kinds = List.of(
                groups::group,
                i -> groups.leadersOfStates(text.is(i, "the") ? i + 1 : i),
                titled::read,
                named::named,
                i -> pronouns.read(i, named.honorific(i)),
                named::figure,
                named::state);
        for (int i = 0; i < text.size(); ) {
            i = text.sentenceOf(i) < 0 ? i + 1 : step(i, kinds);
        }
        return found;
    }

    /** Reads what begins at a word, and returns where to go on. */
    private static int step(int i, List<IntUnaryOperator> kinds) {
        for (IntUnaryOperator kind : kinds) {
            int next = kind.applyAsInt(i);
            if (next >= 0) {
                return next;
            }
        }
        return i + 1;
    }
}
