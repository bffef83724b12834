package org.readout.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** Finds groups of leaders by their states: "the leaders of France and Germany", "the French and German leaders", "the G7". */
final class GroupMentions {

    private static final WordList OF_STATES = WordList.of("of-states");
    private static final PhraseList OFFICE_PLURALS = PhraseList.of("office-plurals");
    private static final PhraseList GROUPS = PhraseList.of("groups");

    private final TokenizedText text;
    private final NameMatcher matcher;
    private final List<Mention> found;

    GroupMentions(TokenizedText text, NameMatcher matcher, List<Mention> found) {
        this.text = text;
        this.matcher = matcher;
        this.found = found;
    }

    /** "the leaders of France, Germany and Britain", "the French, German and British leaders". */
    int leadersOfStates(int i) {
        Optional<PhraseTrie.Found<String>> head = text.at(OFFICE_PLURALS, i);
        List<String> states = new ArrayList<>();
        int end;
        String office;
        if (head.isPresent() && text.in(OF_STATES, i + head.get().length())) {
            office = head.get().values().get(0);
            end = states(i + head.get().length() + 1, states);
        } else {
            end = states(i, states);
            head = text.at(OFFICE_PLURALS, end);
            if (head.isEmpty()) {
                return -1;
            }
            office = head.get().values().get(0);
            end += head.get().length();
        }
        if (states.size() < 2) {
            return -1;
        }
        Mention group = new Mention(
                Mention.Kind.GROUP,
                i,
                end,
                text.span(i, end).exact(),
                List.of(),
                null,
                office,
                text.token(end - 1).possessive(),
                false);
        group.states(List.copyOf(states));
        found.add(group);
        return end;
    }

    /** Reads "France, Germany and Britain" from a word on; answers where the list ends. */
    private int states(int at, List<String> out) {
        int i = at;
        int end = at;
        while (i < text.size() && out.size() < 30) {
            int name = text.is(i, "the") ? i + 1 : i;
            Optional<PhraseTrie.Found<Polity>> state = matcher.polity(name);
            if (state.isEmpty() || state.get().values().get(0).form() == Polity.Form.SEAT) {
                return end;
            }
            out.add(NameMatcher.code(state.get()));
            end = name + state.get().length();
            boolean comma = end < text.size() && text.gapHas(end - 1, ',');
            i = text.is(end, "and") ? end + 1 : end;
            if (i == end && !comma) {
                return end;
            }
        }
        return end;
    }

    /** "the G7 leaders". */
    int group(int i) {
        Optional<PhraseTrie.Found<String>> group = text.at(GROUPS, i);
        if (group.isEmpty()) {
            return -1;
        }
        int end = i + group.get().length();
        String members = group.get().values().get(0);
        boolean owns = text.token(end - 1).possessive();
        found.add(new Mention(Mention.Kind.GROUP, i, end, members, null, owns));
        return end;
    }
}
