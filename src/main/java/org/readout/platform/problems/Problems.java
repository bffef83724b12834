package org.readout.platform.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.platform.DatabaseAway;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers every error as a problem document; none carries a class name or SQL. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> problem(Problem problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (problem.location() != null) {
            String query = request.getQueryString();
            headers.setLocation(query == null ? problem.location() : URI.create(problem.location() + "?" + query));
        }
        return answer(
                problem.status(),
                Objects.requireNonNull(problem.getMessage()),
                request.getRequestURI(),
                problem.errors(),
                headers);
    }

    @ExceptionHandler(InvalidInput.class)
    ResponseEntity<Object> invalid(InvalidInput invalid, HttpServletRequest request) {
        return problem(Problem.input(invalid.errors()), request);
    }

    /** A name or a value of a parameter or a header that no proper client sends. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<Object> rejected(RequestRejectedException e, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "A parameter or a header has characters that it cannot have.",
                request,
                new HttpHeaders());
    }

    /** A form whose parts cannot be told apart, or that is refused while it is read. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> formless(MultipartException e, HttpServletRequest request) {
        Problem refused = cause(e, Problem.class);
        return refused != null
                ? problem(refused, request)
                : answer(
                        HttpStatus.BAD_REQUEST,
                        "The body is not a form of parts with a boundary (multipart/form-data).",
                        request,
                        new HttpHeaders());
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Object> integrity(DataIntegrityViolationException e, HttpServletRequest request) {
        LOG.warn("The database refused {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(HttpStatus.CONFLICT, "It contradicts what is stored.", request, new HttpHeaders());
    }

    @ExceptionHandler(TransientDataAccessException.class)
    ResponseEntity<Object> busy(TransientDataAccessException e, HttpServletRequest request) {
        LOG.warn("{} {} met another change", request.getMethod(), request.getRequestURI(), e);
        return tryAgain(1, "Another change was under way; nothing was stored. Try again.", request);
    }

    @ExceptionHandler({QueryTimeoutException.class, TransactionTimedOutException.class})
    ResponseEntity<Object> tooLong(Exception e, HttpServletRequest request) {
        LOG.warn("{} {} took too long: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return tryAgain(
                10,
                "This took longer than anything may, and was given up; nothing was stored. Ask for less, or later.",
                request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
        Problem refused = cause(e, Problem.class);
        if (refused != null) {
            return problem(refused, request);
        }
        if (DatabaseAway.caused(e)) {
            LOG.warn("{} {} found the database away: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            return tryAgain(
                    2,
                    "The database cannot be reached. Sent again, a request that was served already is not done twice.",
                    request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The service met an error of its own; it is in its log.",
                request,
                new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem refused = cause(e, Problem.class);
        if (refused != null && request instanceof ServletWebRequest servlet) {
            return problem(refused, servlet.getRequest());
        }
        JacksonException json = cause(e, JacksonException.class);
        InputError error = json == null ? InputError.field("", "is missing or cannot be read") : Problem.error(json);
        return input(List.of(error), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name =
                e instanceof MethodArgumentTypeMismatchException m ? m.getName() : String.valueOf(e.getPropertyName());
        return input(List.of(InputError.parameter(name, InputError.expected(e.getRequiredType()))), headers, request);
    }

    /** A parameter of a group of them that cannot be taken. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InputError> errors = e.getFieldErrors().stream()
                .map(f -> InputError.parameter(
                        f.getField().replaceAll("\\[.*", ""),
                        f.contains(TypeMismatchException.class)
                                ? InputError.expected(
                                        f.unwrap(TypeMismatchException.class).getRequiredType())
                                : "cannot be read"))
                .toList();
        return input(errors, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return input(List.of(InputError.parameter(e.getParameterName(), "is missing")), headers, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = switch (status.value()) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "No representation of the kinds accepted exists.";
            case 415 -> "The body's media type is not one that this path takes.";
            default -> "The request cannot be served.";
        };
        return answer(status, detail, uri(request), List.of(), headers);
    }

    private static ResponseEntity<Object> tryAgain(int seconds, String detail, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return answer(HttpStatus.SERVICE_UNAVAILABLE, detail, request, headers);
    }

    private static ResponseEntity<Object> answer(
            HttpStatusCode status, String detail, HttpServletRequest request, HttpHeaders headers) {
        return answer(status, detail, request.getRequestURI(), List.of(), headers);
    }

    private static ResponseEntity<Object> input(List<InputError> errors, HttpHeaders headers, WebRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                Objects.requireNonNull(Problem.input(errors).getMessage()),
                uri(request),
                errors,
                headers);
    }

    private static ResponseEntity<Object> answer(
            HttpStatusCode status,
            String detail,
            @Nullable String instance,
            List<InputError> errors,
            HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(ProblemDocument.of(status, detail, instance, errors), all, status);
    }

    private static String uri(WebRequest request) {
        return request instanceof ServletWebRequest s ? s.getRequest().getRequestURI() : "";
    }

    private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
