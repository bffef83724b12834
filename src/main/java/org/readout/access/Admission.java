package org.readout.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.readout.platform.Place;
import org.readout.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves so many requests at a time; the others wait a little, in their order, and are then told to come again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 14)
class Admission extends OncePerRequestFilter {

    private final Semaphore places;
    private final Duration wait;

    Admission(
            @Value("${readout.limits.at-a-time}") int places,
            @Value("${readout.limits.wait-at-most}") Duration wait,
            MeterRegistry meters) {
        this.places = meters.gauge("readout.places", new Semaphore(places, true), Semaphore::availablePermits);
        this.wait = wait;
    }

    /** Whoever watches the service is answered whatever goes on. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!admitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are being served; this one was not begun.");
        }
        try (Place taken = Place.of(request, places)) {
            chain.doFilter(request, response);
        }
    }

    private boolean admitted() {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
