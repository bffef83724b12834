package org.readout.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is more than a caller has a minute, where credentials are asked for and the request is not open to all. */
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Protection protection;

    RateLimitFilter(RateLimits limits, Protection protection) {
        this.limits = limits;
        this.protection = protection;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Grants.of(request).openness() == Grant.Openness.OPEN || !protection.isUp();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!limits.admits(request, response)) {
            throw RateLimits.exceeded();
        }
        chain.doFilter(request, response);
    }
}
