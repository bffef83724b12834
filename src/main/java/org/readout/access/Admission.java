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
import org.readout.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves so many requests at a time; the others wait a little, in their order, and are then told to come again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 14)
class Admission extends OncePerRequestFilter {

    private static final String FEED = "/api/v1/changes";

    private final Semaphore places;
    private final Duration wait;

    Admission(
            @Value("${readout.limits.at-a-time}") int places,
            @Value("${readout.limits.wait-at-most}") Duration wait,
            MeterRegistry meters) {
        this.places = meters.gauge("readout.places", new Semaphore(places, true), Semaphore::availablePermits);
        this.wait = wait;
    }

    /** Whoever watches the service is answered whatever goes on; those who follow the feed have places of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator/health")
                || path.equals(FEED + "/stream")
                || path.equals(FEED) && asksForEvents(request);
    }

    private static boolean asksForEvents(HttpServletRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!admitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are being served; this one was not begun.");
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
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
