package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.Language;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionFinder;
import org.readout.extraction.mention.MentionResolver;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;

/** Reads a name on its own, titles and states beside it taken into account: "President Putin", "Prime Minister Modi of India". */
public final class SingleName {

    private SingleName() {}

    /** The one person the words mean on that day; empty when they mean nobody or several. */
    public static Optional<Person> person(String name, Names names, @Nullable LocalDate day) {
        TokenizedText text = TokenizedText.of(name, Language.ENGLISH);
        List<Person> people = new ArrayList<>();
        for (Mention m : MentionResolver.resolve(MentionFinder.find(text, names), text, names, day, null, List.of())) {
            Person person = m.person();
            if (person != null && !people.contains(person)) {
                people.add(person);
            }
        }
        return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
    }
}
