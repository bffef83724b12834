package org.readout.platform.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of problems, by words that stay; {@code problems.properties} explains each. */
public enum ProblemCode {
    INVALID_INPUT(HttpStatus.BAD_REQUEST),
    MERGED(HttpStatus.PERMANENT_REDIRECT),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    CONFLICT(HttpStatus.CONFLICT),
    GONE(HttpStatus.GONE),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNPROCESSABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    /** Below which path each has a page that explains it. */
    public static final String PAGES = "/problems/";

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    /** The HTTP status that it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** The last part of the path of its page. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path of the page that explains it. */
    String type() {
        return PAGES + slug();
    }

    /** The kind that a status stands for; other errors of callers are invalid input, other errors internal. */
    static ProblemCode of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(c -> c.status.value() == status.value())
                .findFirst()
                .orElse(status.is5xxServerError() ? INTERNAL : INVALID_INPUT);
    }

    /** The kind whose page a path ends on. */
    public static Optional<ProblemCode> ofSlug(String slug) {
        return Arrays.stream(values()).filter(c -> c.slug().equals(slug)).findFirst();
    }
}
