package org.readout.platform;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of things as entity tags (RFC 9110): a change may be made to depend on the version that was read. */
public final class Precondition {

    private Precondition() {}

    /** The strong entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change pass when the caller asks for this version, for any, or for none.
     *
     * @param ifMatch the header as it came: entity tags, or {@code *}
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch != null
                && !ifMatch.strip().equals("*")
                && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag(version)::equals)) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_FAILED, "It has been changed since; its version is " + version + " now.");
        }
    }
}
