package org.readout.names;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a name on its own, titles and states beside it taken into account: "President Putin", "Prime Minister Modi of India". */
@FunctionalInterface
public interface NameReader {

    /** The one person the words mean on that day; empty when they mean nobody or several. */
    Optional<Person> person(String name, Names names, @Nullable LocalDate day);
}
