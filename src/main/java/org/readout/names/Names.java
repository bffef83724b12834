package org.readout.names;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading needs to know of people and states; the registry answers it. Immutable. */
public interface Names {

    /** Every spelling of every person. */
    PhraseTrie<Person> people();

    /** Every name, demonym, capital and seat of states and organisations. */
    PhraseTrie<Polity> polities();

    /** Who held the office in that state on that day; all who ever held it when the day is null. */
    List<Person> holders(String country, String office, @Nullable LocalDate day);

    /** Who spoke for that state on that day: its chancellor, executive president or prime minister. */
    List<Person> leadersOf(String country, @Nullable LocalDate day);
}
