package org.readout.access;

import static org.readout.access.Grant.Openness.CLOSED;
import static org.readout.access.Grant.Openness.OPEN;
import static org.readout.access.Grant.Openness.PUBLISHABLE;
import static org.readout.access.Role.ADMIN;
import static org.readout.access.Role.ANALYST;
import static org.readout.access.Role.CONTRIBUTOR;
import static org.readout.access.Role.READER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Who may do what: the first grant that covers a request counts, and what none names is the operator's alone. */
final class Grants {

    private static final List<Grant> ALL = List.of(
            // Running it
            Grant.of(READER, OPEN, "/actuator/health/**", GET, HEAD),
            Grant.of(READER, CLOSED, "/actuator/**", GET, HEAD),
            Grant.of(ADMIN, CLOSED, "/api/v1/keys/**"),
            Grant.of(ADMIN, CLOSED, "/api/v1/webhooks/**"),
            Grant.of(ADMIN, CLOSED, "/api/v1/feeds/**"),
            Grant.of(ADMIN, CLOSED, "/api/v1/archive/**"),
            // What explains answers and shows them
            Grant.of(READER, OPEN, "/problems/*", GET, HEAD),
            Grant.of(READER, OPEN, "/assets/**", GET, HEAD),
            // Reading
            Grant.of(READER, PUBLISHABLE, "/**", GET, HEAD, OPTIONS),
            Grant.of(READER, PUBLISHABLE, "/read", POST),
            Grant.of(READER, PUBLISHABLE, "/api/v1/extractions", POST),
            Grant.of(READER, PUBLISHABLE, "/api/v1/reconcile", POST),
            // Writing
            Grant.of(CONTRIBUTOR, CLOSED, "/api/v1/source-articles/**", POST, PATCH),
            Grant.of(ANALYST, CLOSED, "/api/v1/source-articles/**", DELETE),
            Grant.of(ANALYST, CLOSED, "/api/v1/calls/**", POST, PUT, DELETE),
            Grant.of(ANALYST, CLOSED, "/api/v1/decisions/**", DELETE),
            Grant.of(ANALYST, CLOSED, "/api/v1/leaders/**", POST, PUT, PATCH, DELETE),
            Grant.of(ANALYST, CLOSED, "/api/v1/statements/**", POST, DELETE));

    private static final Grant OTHER = Grant.of(ADMIN, CLOSED, "/**");

    private static final String FOUND = Grants.class.getName();

    private Grants() {}

    /** The grant that counts for a request, looked up once. */
    static Grant of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Grant found) {
            return found;
        }
        Grant grant = of(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
        request.setAttribute(FOUND, grant);
        return grant;
    }

    /** The grant that counts for a method on a path. */
    static Grant of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().filter(g -> g.covers(method, parsed)).findFirst().orElse(OTHER);
    }
}
