package org.readout.access;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Whom some requests are granted.
 *
 * @param methods the methods; none for every one
 * @param path the pattern of the paths, as controllers write it
 * @param needed the least role
 * @param openness who may without any credential
 */
record Grant(List<HttpMethod> methods, PathPattern path, Role needed, Openness openness) {

    /** Who may without a credential. */
    enum Openness {
        /** Everybody, always. */
        OPEN,
        /** Everybody where the operator has made reading public. */
        PUBLISHABLE,
        /** Nobody. */
        CLOSED
    }

    static Grant of(Role needed, Openness openness, String path, HttpMethod... methods) {
        return new Grant(Arrays.asList(methods), PathPatternParser.defaultInstance.parse(path), needed, openness);
    }

    boolean covers(HttpMethod method, PathContainer of) {
        return (methods.isEmpty() || methods.contains(method)) && path.matches(of);
    }
}
