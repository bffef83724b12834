package org.readout.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose credential the request being served shows. */
public final class Caller {

    private Caller() {}

    /** The name; null where no credential was shown, and outside requests. */
    public static @Nullable String name() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || !known.isAuthenticated() || known instanceof AnonymousAuthenticationToken
                ? null
                : known.getName();
    }
}
