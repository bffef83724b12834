package org.readout.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
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
}
