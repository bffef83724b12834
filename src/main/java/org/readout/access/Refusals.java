package org.readout.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.readout.platform.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Says as a problem document what a caller lacks: a credential, or a role. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;
    private final RateLimits limits;

    Refusals(HandlerExceptionResolver handlerExceptionResolver, RateLimits limits) {
        this.problems = handlerExceptionResolver;
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (!limits.admitsStranger(request, response)) {
            answer(request, response, RateLimits.exceeded());
            return;
        }
        boolean given = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                given ? "Bearer realm=\"Readout\", error=\"invalid_token\"" : "Bearer realm=\"Readout\"");
        if (!request.getRequestURI().startsWith("/api/")) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Readout\", charset=\"UTF-8\"");
        }
        answer(
                request,
                response,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        given
                                ? "The credential is not known here, has ended or was taken back."
                                : "A credential is needed: Authorization: Bearer, with a key or a token."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        Role needed = Grants.of(request).needed();
        answer(request, response, Problem.of(HttpStatus.FORBIDDEN, "This takes the role " + needed + "."));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem);
    }
}
