package org.readout.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.platform.InputError;

/** A key to be made. */
@Schema(name = "NewApiKey", description = "A key to be made")
record ApiKeyCommand(
        @Schema(
                description = "Whose it is to be",
                example = "ana",
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = ApiKeyCommand.LONGEST)
        @Nullable
        String name,

        @Schema(description = "What it is good for", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Role role,

        @Schema(description = "When it is to end; never, when left out", example = "2027-01-01T00:00:00Z") @Nullable
        Instant expiresAt) {

    static final int LONGEST = 200;

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    List<InputError> faults(Clock clock) {
        List<InputError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            errors.add(InputError.field("/name", "is missing, empty or longer than " + LONGEST + " characters"));
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(InputError.field("/name", "has control characters"));
        }
        if (role == null) {
            errors.add(InputError.field("/role", "is missing"));
        }
        if (expiresAt != null && !(expiresAt.isAfter(clock.instant()) && expiresAt.isBefore(END))) {
            errors.add(InputError.field("/expiresAt", "is not in the future, or beyond the year 9999"));
        }
        return errors;
    }
}
