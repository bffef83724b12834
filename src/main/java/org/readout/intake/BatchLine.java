package org.readout.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.platform.Problem;
import tools.jackson.core.JacksonException;

/** What became of one line of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BatchLine", description = "What became of one line of a batch")
record BatchLine(
        @Schema(description = "The file; left out for a batch of lines", example = "articles.ndjson") @Nullable
        String file,

        @Schema(description = "Number of the line, from 1") int line,

        @Schema(description = "201 stored, 200 there already, else why not")
        int status,

        @Nullable UUID id,
        @Nullable String detail,
        @Nullable List<InputError> errors) {

    /** What becomes of a line, or of a file, when it is posted. */
    static BatchLine of(@Nullable String file, int number, Supplier<IntakeService.Taken> post) {
        try {
            IntakeService.Taken taken = post.get();
            return new BatchLine(
                    file, number, taken.isNew() ? 201 : 200, taken.article().id(), null, null);
        } catch (InvalidInput e) {
            Problem p = Problem.input(e.errors());
            return new BatchLine(file, number, p.statusCode(), null, p.getMessage(), p.errors());
        } catch (Problem p) {
            return new BatchLine(
                    file,
                    number,
                    p.statusCode(),
                    null,
                    p.getMessage(),
                    p.errors().isEmpty() ? null : p.errors());
        } catch (JacksonException e) {
            InputError error = Problem.error(e);
            return new BatchLine(
                    file, number, 400, null, (error.pointer() + " " + error.detail()).strip(), List.of(error));
        }
    }
}
