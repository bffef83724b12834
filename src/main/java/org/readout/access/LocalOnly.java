package org.readout.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While nobody is asked who they are, only this machine is served under its own names: a name of somebody else's that
 * leads here (DNS rebinding), or a proxy that lets others in, is refused.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class LocalOnly extends OncePerRequestFilter {

    private static final Pattern LOCAL =
            Pattern.compile("(?i)(.+\\.)?localhost(:\\d+)?|127(\\.\\d{1,3}){3}(:\\d+)?|\\[::1](:\\d+)?");

    private final Protection protection;
    private final Listening listening;

    LocalOnly(Protection protection, Listening listening) {
        this.protection = protection;
        this.listening = listening;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return listening.openToAnybody() || protection.isUp() || isLocal(request.getHeader(HttpHeaders.HOST));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        throw Problem.of(
                HttpStatus.FORBIDDEN,
                "While it asks for no credentials this service serves its own machine only, as localhost. Make a key first.");
    }

    private static boolean isLocal(@Nullable String host) {
        return host == null || LOCAL.matcher(host).matches();
    }
}
