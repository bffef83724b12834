package org.readout.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.platform.InputError;
import org.springframework.http.HttpStatusCode;

/** A problem document (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Why the request was not served (RFC 9457)")
public record ProblemDocument(
        @Schema(description = "The page that explains this kind of problem", example = "/problems/invalid-input")
        String type,

        @Schema(description = "The kind of problem, in a word that stays", example = "INVALID_INPUT")
        ProblemCode code,

        @Schema(description = "The status in words", example = "Bad Request")
        String title,

        @Schema(description = "The HTTP status", example = "400")
        int status,

        @Schema(description = "What is wrong with this request", example = "limit is less than 1")
        String detail,

        @Schema(description = "The path asked for", example = "/api/v1/calls") @Nullable
        String instance,

        @Schema(description = "Each field or parameter that is wrong")
        List<InputError> errors) {

    /** What is said of a status, under the code and the title that it has. */
    public static ProblemDocument of(
            HttpStatusCode status, String detail, @Nullable String instance, List<InputError> errors) {
        org.springframework.http.HttpStatus known = org.springframework.http.HttpStatus.resolve(status.value());
        ProblemCode code = ProblemCode.of(status);
        return new ProblemDocument(
                code.type(),
                code,
                known == null ? "Error" : known.getReasonPhrase(),
                status.value(),
                detail,
                instance,
                errors);
    }

    /** The document as JSON, for places that no mapper reaches; quotes and controls escaped. */
    public String json() {
        return "{\"type\":" + quoted(type) + ",\"code\":" + quoted(code.name()) + ",\"title\":" + quoted(title)
                + ",\"status\":" + status + ",\"detail\":" + quoted(detail)
                + (instance == null ? "" : ",\"instance\":" + quoted(instance)) + "}";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
