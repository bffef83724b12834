package org.readout.reconciliation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which claims narrow a value, named as in MAVERICK (Journal of Peace Research): {@link #INFORMATIVE} takes the most
 * precise value that nothing contradicts, {@link #CONSERVATIVE} lets only named origins narrow it, {@link
 * #REPRESENTATIVE} takes what most origins say.
 */
public enum Profile {
    INFORMATIVE,
    CONSERVATIVE,
    REPRESENTATIVE;

    /** The profile of that name in the API, in lower case. */
    public static Optional<Profile> of(String name) {
        return Arrays.stream(values()).filter(p -> p.json().equals(name)).findFirst();
    }

    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The voices that may narrow a value under this profile; all of them where that would leave none. */
    <C> HeardClaims<C> narrowing(HeardClaims<C> voices) {
        if (this == CONSERVATIVE) {
            HeardClaims<C> named = voices.where(v -> v.claim().origin().named());
            return named.isEmpty() ? voices : named;
        }
        if (this == REPRESENTATIVE) {
            return mostHeld(voices);
        }
        return voices;
    }

    /** The voices for the value that most origins give, where one value leads. */
    private static <C> HeardClaims<C> mostHeld(HeardClaims<C> voices) {
        Map<String, Long> origins = voices.all().stream()
                .filter(v -> v.value() != null)
                .collect(Collectors.groupingBy(
                        v -> String.valueOf(v.value()),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(HeardClaim::origin, Collectors.toSet()), s -> (long) s.size())));
        long most = origins.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        HeardClaims<C> leading = voices.where(v -> origins.getOrDefault(String.valueOf(v.value()), 0L) == most);
        return leading.isEmpty() ? voices : leading;
    }
}
