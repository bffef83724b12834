package org.readout.leader;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds whom a name given by a caller means. */
@FunctionalInterface
public interface NameResolver {

    /**
     * The one whom the name means on that day; empty when it fits nobody or several.
     *
     * @param company the other names given beside it
     */
    Optional<ResolvedName> resolve(String name, @Nullable LocalDate day, Collection<String> company);
}
