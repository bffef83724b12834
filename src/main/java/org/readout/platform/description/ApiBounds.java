package org.readout.platform.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * States the bounds that hold for everything where nothing narrower is stated: no text is longer than the largest body,
 * no parameter than a request line, no number is negative or beyond its format, and shares are from 0 to 1.
 */
final class ApiBounds {

    private static final int REQUEST_LINE = 8192;

    private final int longest;

    ApiBounds(DataSize maxBody) {
        this.longest = Math.toIntExact(maxBody.toBytes());
    }

    void state(OpenAPI api) {
        api.getComponents().getSchemas().values().forEach(s -> bound(s, longest));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    if (operation.getParameters() != null) {
                        operation.getParameters().forEach(ApiBounds::asGiven);
                        operation.getParameters().forEach(p -> bound(p.getSchema(), REQUEST_LINE));
                    }
                    if (operation.getRequestBody() != null) {
                        operation.getRequestBody().getContent().values().forEach(m -> bound(m.getSchema(), longest));
                    }
                    operation.getResponses().values().stream()
                            .filter(r -> r.getContent() != null)
                            .flatMap(r -> r.getContent().values().stream())
                            .forEach(m -> bound(m.getSchema(), longest));
                });
    }

    /** A parameter is left out rather than null, and the example of a list is one. */
    private static void asGiven(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
        if (is(schema, "array") && parameter.getExample() instanceof String one) {
            parameter.setExample(List.of(one));
        }
    }

    private static void bound(@Nullable Schema<?> schema, int longest) {
        if (schema == null) {
            return;
        }
        if (Integer.valueOf(0).equals(schema.getMinLength())) {
            schema.setMinLength(null);
        }
        if (Integer.valueOf(0).equals(schema.getMinItems())) {
            schema.setMinItems(null);
        }
        if (is(schema, "string") && schema.getEnum() == null && schema.getMaxLength() == null) {
            schema.setMaxLength(longest);
        }
        if (is(schema, "integer")) {
            if (schema.getMinimum() == null) {
                schema.setMinimum(BigDecimal.ZERO);
            }
            if (schema.getMaximum() == null) {
                schema.setMaximum(
                        BigDecimal.valueOf("int64".equals(schema.getFormat()) ? Long.MAX_VALUE : Integer.MAX_VALUE));
            }
        }
        if (is(schema, "number")) {
            schema.setMinimum(BigDecimal.ZERO);
            schema.setMaximum(BigDecimal.ONE);
        }
        if (is(schema, "array") && schema.getMaxItems() == null) {
            schema.setMaxItems(longest);
        }
        bound(schema.getItems(), longest);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            bound(values, longest);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(p -> bound(p, longest));
        }
    }

    private static boolean is(Schema<?> schema, String type) {
        Set<String> types = schema.getTypes();
        return types != null && types.contains(type);
    }
}
