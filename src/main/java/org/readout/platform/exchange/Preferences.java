package org.readout.platform.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Preferred;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** {@code Prefer: return=minimal} (RFC 7240): a write is answered by its status and headers alone. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Preferences implements ResponseBodyAdvice<Object> {

    private static final String PREFER = "Prefer";
    private static final Set<HttpMethod> WRITES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!WRITES.contains(request.getMethod())
                || !(response instanceof ServletServerHttpResponse servlet)
                || servlet.getServletResponse().getStatus() >= HttpStatus.MULTIPLE_CHOICES.value()
                || !Preferred.minimalAnswer(request.getHeaders().getFirst(PREFER))) {
            return body;
        }
        response.getHeaders().set("Preference-Applied", Preferred.MINIMAL);
        response.getHeaders().setContentType(null);
        return null;
    }
}
