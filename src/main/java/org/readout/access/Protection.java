package org.readout.access;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Whether credentials are asked for: from the first key on, or where an identity provider is configured. Keys that
 * other instances make count within a second.
 */
@Component
class Protection {

    private static final long LOOKED_AT_EVERY = Duration.ofSeconds(1).toNanos();

    private final ApiKeys keys;
    private final boolean always;
    private volatile boolean raised;
    private volatile long lookedAt = System.nanoTime() - LOOKED_AT_EVERY;

    Protection(ApiKeys keys, ObjectProvider<JwtDecoder> provider) {
        this.keys = keys;
        this.always = provider.getIfAvailable() != null;
    }

    boolean isUp() {
        if (always || raised) {
            return true;
        }
        long now = System.nanoTime();
        if (now - lookedAt >= LOOKED_AT_EVERY) {
            lookedAt = now;
            if (keys.any()) {
                raised = true;
            }
        }
        return raised;
    }

    /** A key has been made; this is never taken back. */
    void raise() {
        raised = true;
    }
}
