package org.readout.platform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Versions of things as entity tags (RFC 9110): a change may be made to depend on the version that was read. */
public final class Precondition {

    private Precondition() {}

    /** The strong entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The strong entity tag of what is shown, for things whose answers change with others than themselves. */
    public static String tag(JsonMapper json, Object shown) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(shown));
            return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Lets a change pass when the caller asks for what is shown with this tag, for anything, or for nothing.
     *
     * @param ifMatch the header as it came: entity tags, or {@code *}
     */
    public static void check(@Nullable String ifMatch, Supplier<String> tag) {
        if (ifMatch != null && !names(ifMatch, tag)) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "It has been changed since; read it anew.");
        }
    }

    private static boolean names(String ifMatch, Supplier<String> tag) {
        return ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag.get()::equals);
    }

    /**
     * Lets a change pass when the caller asks for this version, for any, or for none.
     *
     * @param ifMatch the header as it came: entity tags, or {@code *}
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !names(ifMatch, () -> tag(version))) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_FAILED, "It has been changed since; its version is " + version + " now.");
        }
    }
}
