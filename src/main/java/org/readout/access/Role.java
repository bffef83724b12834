package org.readout.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a credential is good for; each includes those before it. */
enum Role {
    /** Reads everything but what concerns running the service, and tries texts out. */
    READER,
    /** Adds articles and corrects their metadata. */
    CONTRIBUTOR,
    /** Decides, adds notes, withdraws articles, changes leaders. */
    ANALYST,
    /** Hands out keys, has changes posted elsewhere, feeds fetched and the store read anew. */
    ADMIN;

    private static final String PREFIX = "readout:";

    /** As what Spring Security knows it. */
    List<GrantedAuthority> authorities() {
        return List.of(new SimpleGrantedAuthority(name()));
    }

    /** The greatest of the roles that authorities name, in any case and with or without {@code readout:} before them. */
    static Optional<Role> of(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(a -> String.valueOf(a.getAuthority()).toLowerCase(Locale.ROOT))
                .map(a -> a.startsWith(PREFIX) ? a.substring(PREFIX.length()) : a)
                .flatMap(a -> Arrays.stream(values())
                        .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(a)))
                .max(Role::compareTo);
    }
}
