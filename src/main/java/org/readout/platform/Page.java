package org.readout.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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
        String next,

        @Schema(description = "The cursor of the page before; null on the first, and in lists that only go forward")
        @Nullable
        String prev,

        @Schema(description = "How many there are in all; null unless asked for by Prefer: count=exact") @Nullable
        Long total) {

    /** A page of a list that only goes forward. */
    public Page(List<T> items, @Nullable String next) {
        this(items, next, null, null);
    }

    /** Cuts {@code limit} items off a list fetched with one more, which tells whether another page follows. */
    public static <E, T> Page<T> cut(List<E> fetched, int limit, Function<E, T> view, Function<E, Cursor> cursor) {
        boolean more = fetched.size() > limit;
        List<E> shown = more ? fetched.subList(0, limit) : fetched;
        return new Page<>(
                shown.stream().map(view).toList(),
                more ? cursor.apply(shown.get(limit - 1)).encode() : null);
    }

    /**
     * Cuts the page asked for off a list that leads on and back.
     *
     * @param fetched in the way that the page asked for lies, with one more, which tells whether another follows there
     */
    public static <E> Page<E> between(List<E> fetched, Paging paging, Function<E, Cursor> at) {
        int most = paging.most();
        boolean back = paging.back();
        boolean more = fetched.size() > most;
        List<E> shown = new ArrayList<>(fetched.subList(0, Math.min(most, fetched.size())));
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = !shown.isEmpty() && (back || more);
        boolean before = !shown.isEmpty() && (back ? more : paging.cursor() != null);
        return new Page<>(
                shown,
                after ? at.apply(shown.get(shown.size() - 1)).encode() : null,
                before ? at.apply(shown.get(0)).encodeBack() : null,
                null);
    }

    /**
     * The page asked for of a list in the order of ids.
     *
     * @param list fetches so many items after an id, or from the first where it is null
     */
    public static <E, T> ResponseEntity<Page<T>> byId(
            Paging paging,
            BiFunction<@Nullable UUID, Integer, List<E>> list,
            Function<E, UUID> id,
            Function<E, T> view) {
        int most = paging.most();
        Cursor after = paging.after(1);
        return cut(
                        list.apply(after == null ? null : after.key(0, UUID::fromString), most + 1),
                        most,
                        view,
                        e -> Cursor.of(id.apply(e).toString()))
                .answer();
    }

    /** The same page with its items shown otherwise. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next, prev, total);
    }

    /** The same page of a list that has so many items in all. */
    public Page<T> of(long total) {
        return new Page<>(items, next, prev, total);
    }

    /** The answer, with {@code Link} headers to the pages beside it. */
    public ResponseEntity<Page<T>> answer() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, link(next, "next"));
        }
        if (prev != null) {
            answer.header(HttpHeaders.LINK, link(prev, "prev"));
        }
        return answer.body(this);
    }

    private static String link(String cursor, String relation) {
        String uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
        return "<" + uri + ">; rel=\"" + relation + "\"";
    }
}
