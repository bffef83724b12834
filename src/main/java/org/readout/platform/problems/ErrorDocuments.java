package org.readout.platform.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers errors that reach the container's error page as problem documents. */
@Hidden
@RestController
class ErrorDocuments implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDocument> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer i ? i : 404);
        String detail = status.is5xxServerError()
                ? "The service met an error of its own; it is in its log."
                : "The request cannot be served.";
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDocument.of(status, detail, uri == null ? null : uri.toString(), List.of()));
    }
}
