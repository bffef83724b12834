package org.readout.platform;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Which part of a list a caller asks for. */
public record Paging(
        @Parameter(description = "How many; 20 when left out", example = "20") @Min(1) @Max(MOST) @Nullable
        Integer limit,

        @Parameter(description = "Where to go on, from the page before") @Nullable
        String cursor) {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    /** How many items. */
    public int most() {
        return limit == null ? USUAL : limit;
    }

    /** Whether the cursor leads backwards. */
    public boolean back() {
        return cursor != null && cursor.startsWith(Cursor.BACK);
    }

    /** The sort keys of the item before, so many of them; null for the first page. */
    public @Nullable Cursor after(int keys) {
        return Cursor.read(cursor, keys);
    }
}
