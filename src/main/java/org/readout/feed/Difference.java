package org.readout.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One property that a change gave another value, or another outcome. */
@Schema(name = "Difference", description = "A property that differs, in the shape that the API gives it")
public record Difference(
        @Schema(description = "The property, by the name of the field", example = "duration")
        String property,

        @Schema(description = "Its value before; null where it had none") @Nullable
        Object before,

        @Schema(description = "Its value now; null where it has none") @Nullable
        Object after,

        @Schema(
                description = "How the reports of a call stood to each other on it; null of leaders",
                example = "SINGLE")
        @Nullable
        String outcomeBefore,

        @Schema(description = "How they stand now; null of leaders", example = "COMPATIBLE") @Nullable
        String outcomeAfter) {

    /** The properties of two documents that differ. */
    public static List<Difference> of(JsonNode before, JsonNode after) {
        List<Difference> out = new ArrayList<>();
        for (String name : after.propertyNames()) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                out.add(new Difference(name, before.get(name), after.get(name), null, null));
            }
        }
        return out;
    }
}
