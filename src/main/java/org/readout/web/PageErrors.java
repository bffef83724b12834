package org.readout.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.readout.platform.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Shows people what is wrong on a page rather than as a problem document. */
@ControllerAdvice(assignableTypes = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler(Problem.class)
    ModelAndView problem(Problem problem, HttpServletRequest request) {
        if (problem.location() != null) {
            return new ModelAndView("redirect:" + problem.location().toString().replaceFirst("^/api/v1", ""));
        }
        return page(
                HttpStatus.valueOf(problem.statusCode()),
                Objects.requireNonNullElse(problem.getMessage(), "It cannot be shown."));
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, BindException.class})
    ModelAndView mistyped(Exception e) {
        return page(HttpStatus.BAD_REQUEST, "The address asks for something that cannot be understood.");
    }

    private static ModelAndView page(HttpStatus status, String detail) {
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(status);
        page.addObject("title", status.getReasonPhrase());
        page.addObject("detail", detail);
        return page;
    }
}
