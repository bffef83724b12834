package org.readout.extraction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.names.Person;

/**
 * Who each sentence's account comes from: the source named in it, else the one that the text rests on, else the side
 * whose readout it is, else the agency whose text is printed, else the outlet.
 */
final class AccountOrigins {

    private final Map<Integer, Origin> bySentence = new HashMap<>();
    private final Origin otherwise;

    AccountOrigins(
            List<SourceReader.Source> sources,
            List<ToldCall> calls,
            @Nullable Person issuer,
            @Nullable String publisher,
            Optional<Origin> agency,
            @Nullable LocalDate day) {
        Map<String, String> names = new HashMap<>();
        for (SourceReader.Source source : sources) {
            String name = source.origin().name();
            if (name != null) {
                names.putIfAbsent(source.origin().key(), name);
            }
        }
        Set<String> states = new HashSet<>();
        calls.forEach(c -> c.parties.forEach(p -> states.add(String.valueOf(p.state(day)))));
        Origin resting = null;
        for (SourceReader.Source source : sources) {
            Origin origin = named(source.origin(), names);
            bySentence.putIfAbsent(source.sentence(), origin);
            if (resting == null && states.contains(String.valueOf(source.country()))) {
                resting = origin;
            }
        }
        otherwise = resting != null ? resting : unnamed(issuer, publisher, agency, day);
    }

    Origin of(int sentence) {
        return bySentence.getOrDefault(sentence, otherwise);
    }

    /** The source with the name that another place of the text gives it. */
    private static Origin named(Origin origin, Map<String, String> names) {
        String name = names.get(origin.key());
        return origin.name() != null || name == null ? origin : new Origin(origin.key(), origin.label(), name);
    }

    private static Origin unnamed(
            @Nullable Person issuer, @Nullable String publisher, Optional<Origin> agency, @Nullable LocalDate day) {
        if (issuer != null) {
            String country = issuer.termOn(day).map(Person.Term::country).orElse("");
            return Origin.ofSide(country, publisher == null ? issuer.name() : publisher, null);
        }
        if (agency.isPresent()) {
            return agency.get();
        }
        return publisher == null || publisher.isBlank()
                ? new Origin("text:unattributed", "unattributed", null)
                : Origin.ofOutlet(publisher);
    }
}
