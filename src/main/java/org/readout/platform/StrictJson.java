package org.readout.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Takes only what the API describes: no unknown or repeated properties, no numbers for strings, no broken Unicode. */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    /** A string that is no text. */
    static final class Refused extends MismatchedInputException {
        Refused(JsonParser parser, String message) {
            super(parser, message, String.class);
        }
    }

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate [Oo]bject property \"([^\"]{1,200})\"");

    @Bean
    JsonMapperBuilderCustomizer strictInput() {
        return builder -> {
            builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
            builder.enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
            builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            builder.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
            builder.withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
            builder.withCoercionConfig(
                    LogicalType.Enum,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
            SimpleModule text = new SimpleModule("readout-text");
            text.addDeserializer(String.class, new TextDeserializer());
            builder.addModule(text);
        };
    }

    /** The field at fault and what is wrong with it, in words of the API. */
    static InputError error(JacksonException e) {
        if (e instanceof DatabindException d) {
            String pointer = pointer(d);
            if (d instanceof UnrecognizedPropertyException) {
                return InputError.field(pointer, "is not a known property");
            }
            if (d instanceof Refused) {
                return InputError.field(pointer, d.getOriginalMessage());
            }
            if (d instanceof MismatchedInputException m && m.getTargetType() != null) {
                return InputError.field(pointer, InputError.expected(m.getTargetType()));
            }
            return InputError.field(pointer, "cannot be read");
        }
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
        if (duplicate.find()) {
            return InputError.field("/" + duplicate.group(1).replace("~", "~0").replace("/", "~1"), "is given twice");
        }
        if (e instanceof StreamReadException && e.getLocation() != null) {
            return InputError.field(
                    "",
                    "is not well-formed JSON in UTF-8 (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")");
        }
        return InputError.field("", "is not well-formed JSON in UTF-8");
    }

    private static String pointer(DatabindException e) {
        StringBuilder out = new StringBuilder();
        for (JacksonException.Reference r : e.getPath()) {
            out.append('/')
                    .append(
                            r.getPropertyName() != null
                                    ? r.getPropertyName().replace("~", "~0").replace("/", "~1")
                                    : String.valueOf(r.getIndex()));
        }
        return out.toString();
    }

    private static final class TextDeserializer extends StdScalarDeserializer<String> {
        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            String fault = Text.fault(text);
            if (fault != null) {
                throw new Refused(parser, fault);
            }
            return text;
        }
    }
}
