package org.readout.claim;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one article says about one call.
 *
 * @param participants who is on the call
 * @param status whether it took place
 * @param date when, as far as this article tells; null when it does not
 * @param backgroundOnly whether the article mentions the call in passing, as known to its reader
 * @param claims everything it says, each with its words
 */
public record Report(
        Participants participants,
        CallStatus status,
        @Nullable CallDate date,
        boolean backgroundOnly,
        List<Claim> claims) {

    public Report {
        claims = List.copyOf(claims);
    }

    /** The claims on one property, in the order of the text. */
    public Stream<Claim> claims(Property<?> property) {
        return claims.stream().filter(c -> c.property() == property);
    }

    /** The values claimed on one property, in the order of the text. */
    public <C> Stream<C> values(Property<C> property) {
        return claims(property).map(c -> c.value(property)).filter(java.util.Objects::nonNull);
    }
}
