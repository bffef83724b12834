package org.readout.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Caller;
import org.readout.platform.Checked;
import org.readout.platform.InputError;

/**
 * Who ruled, and why. Where credentials are asked for, the credential says who, whatever the request says.
 *
 * @param who as the person is known to the caller
 * @param reason in the person's words
 */
public record Signature(@Nullable String who, @Nullable String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    /** Checks what parameters say. */
    public static Checked<Signature> of(@Nullable String who, @Nullable String reason) {
        List<InputError> errors = new ArrayList<>();
        return Checked.of(checked(who, reason, errors, InputError::parameter, ""), errors);
    }

    /** Checks what a body says, naming each field that is wrong. */
    public static Signature of(@Nullable String who, @Nullable String reason, List<InputError> errors) {
        return checked(who, reason, errors, InputError::field, "/");
    }

    private static Signature checked(
            @Nullable String who,
            @Nullable String reason,
            List<InputError> errors,
            BiFunction<String, String, InputError> error,
            String prefix) {
        if (who != null && (who.isBlank() || who.length() > LONGEST_NAME)) {
            errors.add(error.apply(prefix + "who", "is empty or longer than " + LONGEST_NAME + " characters"));
        }
        if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            errors.add(error.apply(prefix + "reason", "is empty or longer than " + LONGEST_REASON + " characters"));
        }
        String known = Caller.name();
        return new Signature(known != null ? known : who, reason);
    }
}
