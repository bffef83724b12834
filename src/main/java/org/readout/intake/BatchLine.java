package org.readout.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.platform.Problem;
import org.readout.platform.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What became of one line of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BatchLine", description = "What became of one line of a batch")
record BatchLine(
        @Schema(description = "Number of the line, from 1") int line,

        @Schema(description = "201 stored, 200 there already, else why not")
        int status,

        @Nullable UUID id,
        @Nullable String detail,
        @Nullable List<InputError> errors) {

    static BatchLine of(int number, String line, JsonMapper json, Function<ArticleCommand, IntakeService.Taken> take) {
        try {
            String fault = Text.fault(line);
            if (fault != null) {
                throw Problem.field("", fault);
            }
            IntakeService.Taken taken = take.apply(json.readValue(line, ArticleCommand.class));
            return new BatchLine(
                    number, taken.isNew() ? 201 : 200, taken.article().id(), null, null);
        } catch (InvalidInput e) {
            Problem p = Problem.input(e.errors());
            return new BatchLine(number, p.statusCode(), null, p.getMessage(), p.errors());
        } catch (Problem p) {
            return new BatchLine(
                    number, p.statusCode(), null, p.getMessage(), p.errors().isEmpty() ? null : p.errors());
        } catch (JacksonException e) {
            InputError error = Problem.error(e);
            return new BatchLine(number, 400, null, (error.pointer() + " " + error.detail()).strip(), List.of(error));
        }
    }
}
