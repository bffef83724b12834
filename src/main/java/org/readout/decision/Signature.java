package org.readout.decision;

import org.jspecify.annotations.Nullable;
import org.readout.platform.Caller;

/**
 * Who ruled, and why.
 *
 * @param who as the person is known to the caller
 * @param reason in the person's words
 */
public record Signature(@Nullable String who, @Nullable String reason) {

    /** The signature under what a request says. Where credentials are asked for, the credential says who. */
    public static Signature of(@Nullable String who, @Nullable String reason) {
        String known = Caller.name();
        return new Signature(known != null ? known : who, reason);
    }
}
