package org.readout.platform;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a request cannot be served; answered as a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final transient List<InputError> errors;
    private final transient @Nullable URI location;

    private Problem(HttpStatus status, String detail, List<InputError> errors, @Nullable URI location) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.location = location;
    }

    /** Fields of the body that cannot be taken. */
    public static Problem field(String pointer, String detail) {
        return input(List.of(InputError.field(pointer, detail)));
    }

    /** A parameter of the request that cannot be taken. */
    public static Problem parameter(String parameter, String detail) {
        return input(List.of(InputError.parameter(parameter, detail)));
    }

    public static Problem input(List<InputError> errors) {
        InputError first = errors.get(0);
        String name = first.pointer() != null ? first.pointer() : first.parameter();
        String detail = (name == null || name.isEmpty() ? "The body" : name) + " " + first.detail()
                + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "");
        return new Problem(HttpStatus.BAD_REQUEST, detail, errors, null);
    }

    public static Problem notFound(String what, Object id) {
        return new Problem(HttpStatus.NOT_FOUND, "There is no " + what + " " + id + ".", List.of(), null);
    }

    public static Problem gone(String what, Object id, String why) {
        return new Problem(HttpStatus.GONE, "The " + what + " " + id + " " + why + ".", List.of(), null);
    }

    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail, List.of(), null);
    }

    /** What was asked for lives elsewhere for ever. */
    public static Problem moved(URI location) {
        return new Problem(
                HttpStatus.PERMANENT_REDIRECT, "It has been merged into " + location + ".", List.of(), location);
    }

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, List.of(), null);
    }

    public HttpStatus status() {
        return status;
    }

    /** The HTTP status it is answered with. */
    public int statusCode() {
        return status.value();
    }

    /** The field at fault in JSON that cannot be read, and what is wrong with it. */
    public static InputError error(tools.jackson.core.JacksonException e) {
        return StrictJson.error(e);
    }

    /** Each field or parameter that is wrong. */
    public List<InputError> errors() {
        return errors;
    }

    /** Where what was asked for is now. */
    @Nullable
    public URI location() {
        return location;
    }
}
