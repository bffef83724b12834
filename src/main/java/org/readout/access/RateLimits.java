package org.readout.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.readout.platform.Caller;
import org.readout.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How many requests a minute a caller has: by name where there is a credential, else by address. Each instance counts for
 * itself; answers say how many are left (IETF RateLimit headers).
 */
@Component
class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 100_000;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final long ofNamed;
    private final long ofStrangers;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    RateLimits(
            @Value("${readout.limits.requests-per-caller}") long ofNamed,
            @Value("${readout.limits.requests-per-address}") long ofStrangers) {
        this.ofNamed = ofNamed;
        this.ofStrangers = ofStrangers;
    }

    /** Counts a request of whoever makes it, and says in its answer what is left. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) {
        String name = Caller.name();
        return name == null ? admitsStranger(request, response) : admits("name " + name, ofNamed, response);
    }

    /** Counts a request of an address, whatever credential it shows. */
    boolean admitsStranger(HttpServletRequest request, HttpServletResponse response) {
        return admits("address " + request.getRemoteAddr(), ofStrangers, response);
    }

    private boolean admits(String caller, long most, HttpServletResponse response) {
        if (most <= 0) {
            return true;
        }
        ConsumptionProbe probe = buckets.get(caller, c -> bucket(most)).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"requests\";q=" + most + ";w=" + WINDOW.toSeconds());
        response.setHeader(
                "RateLimit",
                "\"requests\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(probe.getNanosToWaitForRefill())));
        }
        return probe.isConsumed();
    }

    private static Bucket bucket(long most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }

    static Problem exceeded() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "These are more requests than a minute has; see Retry-After.");
    }
}
