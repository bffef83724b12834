package org.readout.platform.description;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the components of records as the code declares them: what may be null is said to be null in OpenAPI 3.1. */
@Component
class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (raw.isRecord() && resolved != null) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(resolved.get$ref().substring(REFERENCE.length()));
            if (model != null && model.getProperties() != null) {
                describe(raw, model.getProperties());
            }
        }
        return resolved;
    }

    private static void describe(Class<?> raw, Map<String, Schema> properties) {
        for (RecordComponent part : raw.getRecordComponents()) {
            Schema<?> schema = properties.get(part.getName());
            if (schema != null && nullable(part)) {
                properties.put(part.getName(), orNull(schema));
            }
        }
    }

    private static boolean nullable(RecordComponent part) {
        return Arrays.stream(part.getAnnotatedType().getAnnotations())
                .anyMatch(a -> a.annotationType().equals(Nullable.class));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<?> either = new Schema<>();
            either.setDescription(schema.getDescription());
            Schema<?> named = new Schema<>();
            named.set$ref(schema.get$ref());
            Schema<?> none = new Schema<>();
            none.addType("null");
            either.setAnyOf(List.of(named, none));
            return either;
        }
        if (schema.getTypes() != null && !schema.getTypes().isEmpty()) {
            schema.addType("null");
        }
        return schema;
    }
}
