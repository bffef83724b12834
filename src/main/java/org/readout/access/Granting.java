package org.readout.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides on a request by the grant that counts for it. */
@Component
class Granting implements AuthorizationManager<RequestAuthorizationContext> {

    private final Protection protection;
    private final boolean publicReading;

    Granting(Protection protection, @Value("${readout.access.public-reading}") boolean publicReading) {
        this.protection = protection;
        this.publicReading = publicReading;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        Grant grant = Grants.of(context.getRequest());
        return new AuthorizationDecision(isOpen(grant) || !protection.isUp() || has(caller.get(), grant.needed()));
    }

    private boolean isOpen(Grant grant) {
        return switch (grant.openness()) {
            case OPEN -> true;
            case PUBLISHABLE -> publicReading;
            case CLOSED -> false;
        };
    }

    private static boolean has(@Nullable Authentication caller, Role needed) {
        return caller != null
                && caller.isAuthenticated()
                && Role.of(caller.getAuthorities())
                        .filter(r -> r.compareTo(needed) >= 0)
                        .isPresent();
    }
}
