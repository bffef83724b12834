package org.readout.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list, and where the next part begins.
 *
 * @param <T> what is listed
 */
public record Page<T>(
        @Schema(description = "The items of this page") List<T> items,

        @Schema(description = "The cursor of the next page; null on the last") @Nullable
        String next) {

    /** Cuts {@code limit} items off a list fetched with one more, which tells whether another page follows. */
    public static <E, T> Page<T> cut(List<E> fetched, int limit, Function<E, T> view, Function<E, Cursor> cursor) {
        boolean more = fetched.size() > limit;
        List<E> shown = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(
                shown.stream().map(view).toList(),
                more ? cursor.apply(shown.get(limit - 1)).encode() : null);
    }

    /** The answer, with a {@code Link} header to the next page. */
    public ResponseEntity<Page<T>> answer() {
        if (next == null) {
            return ResponseEntity.ok(this);
        }
        String uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", next)
                .build()
                .toUriString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"")
                .body(this);
    }
}
