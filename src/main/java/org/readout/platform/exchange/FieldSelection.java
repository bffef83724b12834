package org.readout.platform.exchange;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Page;
import org.readout.platform.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ?fields=id,date}: of what is asked for, or of each item of a list, these properties only. */
@RestControllerAdvice
class FieldSelection implements ResponseBodyAdvice<Object> {

    /** The parameter's name, which every operation that reads JSON takes. */
    static final String FIELDS = "fields";

    private final JsonMapper json;

    FieldSelection(JsonMapper json) {
        this.json = json;
    }

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
        String given = request.getMethod().equals(HttpMethod.GET) && request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getParameter(FIELDS)
                : null;
        if (given == null || !(body instanceof Record) || !MediaType.APPLICATION_JSON.isCompatibleWith(contentType)) {
            return body;
        }
        Set<String> wanted = Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        JsonNode tree = json.readTree(json.writeValueAsString(body));
        if (body instanceof Page<?>) {
            tree.path("items").forEach(item -> select(item, wanted));
        } else {
            select(tree, wanted);
        }
        return tree;
    }

    private static void select(JsonNode item, Set<String> wanted) {
        if (item instanceof ObjectNode object) {
            List<String> unknown =
                    wanted.stream().filter(name -> !object.has(name)).toList();
            if (!unknown.isEmpty()) {
                throw Problem.parameter(
                        FIELDS,
                        unknown.get(0) + " is not one of " + String.join(", ", List.copyOf(object.propertyNames())));
            }
            object.retain(wanted);
        }
    }
}
