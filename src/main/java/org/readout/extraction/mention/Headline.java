package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;

/**
 * What a headline says.
 *
 * @param people those it names
 * @param inOneCall those whom it puts on one call: "Readout of the President's Call with President Macron and Chancellor
 *     Scholz"; none where it tells of several calls or of none
 */
public record Headline(List<Person> people, Set<String> inOneCall) {

    private static final WordList ONE_CALL = WordList.of("one-call");

    public static Headline of(@Nullable String title, Language language, Names names, @Nullable LocalDate day) {
        if (title == null) {
            return new Headline(List.of(), Set.of());
        }
        TokenizedText text = TokenizedText.of(title, language);
        List<Person> people = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Mention m : MentionResolver.resolve(MentionFinder.find(text, names), text, names, day, null, List.of())) {
            Person person = m.person();
            if (person != null && m.kind() == Mention.Kind.PERSON) {
                people.add(person);
            }
            if (person != null) {
                ids.add(person.id());
            }
        }
        return new Headline(people, text.any(ONE_CALL, 0, text.size()) ? ids : Set.of());
    }
}
