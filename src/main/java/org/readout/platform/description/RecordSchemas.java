package org.readout.platform.description;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Filled;
import org.springframework.stereotype.Component;

/** Describes the components of records as the code declares them: what may be null is said to be null in OpenAPI 3.1. */
@Component
class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            io.swagger.v3.core.converter.AnnotatedType type,
            ModelConverterContext context,
            Iterator<ModelConverter> chain) {
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
            AnnotatedType type = part.getAnnotatedType();
            if (schema != null) {
                fill(type, schema);
                if (type instanceof AnnotatedParameterizedType list && schema.getItems() != null) {
                    fill(list.getAnnotatedActualTypeArguments()[0], schema.getItems());
                }
                if (type.isAnnotationPresent(Nullable.class) && !type.isAnnotationPresent(NotNull.class)) {
                    properties.put(part.getName(), orNull(schema));
                }
            }
        }
    }

    private static void fill(AnnotatedType type, Schema<?> schema) {
        if (type.isAnnotationPresent(Filled.class)) {
            schema.setMinLength(1);
        }
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
