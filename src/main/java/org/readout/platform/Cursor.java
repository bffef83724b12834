package org.readout.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sort keys of the last item of a page, as an opaque word. */
public record Cursor(List<String> keys) {

    /** What a cursor begins with that leads to the items before its keys. */
    static final String BACK = "~";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** Reads a cursor of so many keys; null stays null. */
    public static @Nullable Cursor read(@Nullable String cursor, int keys) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = Text.utf8(
                            Base64.getUrlDecoder().decode(cursor.startsWith(BACK) ? cursor.substring(1) : cursor))
                    .orElseThrow(IllegalArgumentException::new);
            List<String> parts = List.of(text.split("\u001F", -1));
            if (parts.size() != keys || Text.fault(text) != null) {
                throw new IllegalArgumentException();
            }
            return new Cursor(parts);
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    /** The key at {@code index}, read by {@code parse}; a cursor that does not fit is the caller's error. */
    public <T> T key(int index, Function<String, T> parse) {
        try {
            return parse.apply(keys.get(index));
        } catch (RuntimeException e) {
            throw bad();
        }
    }

    private static Problem bad() {
        return Problem.parameter("cursor", "is not a cursor of this list");
    }

    /** The word for the items after these keys. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\u001F", keys).getBytes(StandardCharsets.UTF_8));
    }

    /** The word for the items before these keys, in lists that go backwards too. */
    public String encodeBack() {
        return BACK + encode();
    }
}
