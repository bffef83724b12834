package org.readout.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Bounds;
import org.readout.platform.Constraints;
import org.readout.platform.Filled;
import org.readout.platform.InputError;

/** A key to be made. */
@Schema(name = "NewApiKey", description = "A key to be made")
record ApiKeyCommand(
        @Schema(description = "Whose it is to be", example = "ana") @NotNull @Filled @Size(max = Bounds.NAME) @Nullable
        String name,

        @Schema(description = "What it is good for") @NotNull @Nullable
        Role role,

        @Schema(description = "When it is to end; never, when left out", example = "2027-01-01T00:00:00Z") @Nullable
        Instant expiresAt) {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    List<InputError> faults(Clock clock) {
        List<InputError> errors = new ArrayList<>(Constraints.faults(this, ""));
        if (name != null && name.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(InputError.field("/name", "has control characters"));
        }
        if (expiresAt != null && !(expiresAt.isAfter(clock.instant()) && expiresAt.isBefore(END))) {
            errors.add(InputError.field("/expiresAt", "is not in the future, or beyond the year 9999"));
        }
        return errors;
    }
}
