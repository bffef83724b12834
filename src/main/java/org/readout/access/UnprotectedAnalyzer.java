package org.readout.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the service does not start, and what to do. */
class UnprotectedAnalyzer extends AbstractFailureAnalyzer<Listening.Unprotected> {

    @Override
    protected FailureAnalysis analyze(Throwable root, Listening.Unprotected cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Make a key with --new-key=NAME, or set spring.security.oauth2.resourceserver.jwt.issuer-uri, or let it listen on "
                        + "127.0.0.1 only. If whoever reaches the port may really do everything, set readout.access.open-to=anybody.",
                cause);
    }
}
