package org.readout.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field of the body or one parameter of the request. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is wrong with one field of the body (pointer) or one parameter of the request")
public record InputError(
        @Schema(description = "JSON Pointer (RFC 6901) to the field", example = "/publishedAt") @Nullable
        String pointer,

        @Schema(description = "Name of the query parameter or path variable", example = "limit") @Nullable
        String parameter,

        @Schema(description = "What is wrong with it", example = "is not a date")
        String detail) {

    public static InputError field(String pointer, String detail) {
        return new InputError(pointer, null, detail);
    }

    public static InputError parameter(String parameter, String detail) {
        return new InputError(null, parameter, detail);
    }

    /** What a value is not that should have been of a type. */
    public static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "is not one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        if (UUID.class == type) {
            return "is not an id";
        }
        if (LocalDate.class == type) {
            return "is not a date (YYYY-MM-DD)";
        }
        if (Instant.class == type || OffsetDateTime.class == type) {
            return "is not a date-time with offset";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "is not a whole number in range";
        }
        if (type == String.class) {
            return "is not a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "is not true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "is not an array";
        }
        return "is not an object of the kind expected";
    }
}
