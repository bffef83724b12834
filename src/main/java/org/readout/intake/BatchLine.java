package org.readout.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<BatchLine> taken = new ArrayList<>();
        return fault(file, number, () -> taken.add(of(file, number, post.get())))
                .orElseGet(() -> taken.get(0));
    }

    private static BatchLine of(@Nullable String file, int number, IntakeService.Taken taken) {
        return new BatchLine(
                file, number, taken.isNew() ? 201 : 200, taken.article().id(), null, null);
    }

    /** Why a line cannot be taken; empty where something can be done with it. */
    static Optional<BatchLine> fault(@Nullable String file, int number, Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (InvalidInput e) {
            return Optional.of(refused(file, number, Problem.input(e.errors())));
        } catch (Problem p) {
            return Optional.of(refused(file, number, p));
        } catch (JacksonException e) {
            InputError error = Problem.error(e);
            return Optional.of(new BatchLine(
                    file, number, 400, null, (error.pointer() + " " + error.detail()).strip(), List.of(error)));
        }
    }

    private static BatchLine refused(@Nullable String file, int number, Problem p) {
        return new BatchLine(
                file, number, p.statusCode(), null, p.getMessage(), p.errors().isEmpty() ? null : p.errors());
    }
}
