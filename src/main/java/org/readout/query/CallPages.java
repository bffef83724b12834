package org.readout.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.springframework.stereotype.Component;

/** Pages of the calls that a filter takes. */
@Component
class CallPages {

    private static final int AT_A_TIME = 200;

    private final CallSearch search;
    private final Matches matches;

    CallPages(CallSearch search, Matches matches) {
        this.search = search;
        this.matches = matches;
    }

    Page<CallView> page(CallFilter filter, @Nullable String sort, Paging paging) {
        CallSort order = CallSort.read(sort);
        filter.sortedBy(order);
        return order.isRanking() ? ranked(filter, order, paging) : sorted(filter, order, paging);
    }

    private Page<CallView> sorted(CallFilter filter, CallSort order, Paging paging) {
        int most = paging.most();
        boolean back = paging.back();
        CallSort way = back ? order.reversed() : order;
        Cursor place = paging.after(2);
        List<RecordedCall> found = search.list(filter.after(place, way), way, 0, most + 1);
        boolean more = found.size() > most;
        List<RecordedCall> shown = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = !shown.isEmpty() && (back ? place != null : more);
        boolean before = !shown.isEmpty() && (back ? more : place != null);
        return new Page<>(
                views(filter, shown),
                after ? order.at(shown.get(shown.size() - 1)).encode() : null,
                before ? order.at(shown.get(0)).encodeBack() : null,
                null);
    }

    /** A ranking has no key to go on from but the place in it. */
    private Page<CallView> ranked(CallFilter filter, CallSort order, Paging paging) {
        int most = paging.most();
        Cursor place = paging.after(1);
        int from = place == null ? 0 : place.key(0, Integer::parseUnsignedInt);
        List<RecordedCall> found = search.list(filter, order, from, most + 1);
        boolean more = found.size() > most;
        return new Page<>(
                views(filter, found.subList(0, Math.min(most, found.size()))),
                more ? Cursor.of(String.valueOf(from + most)).encode() : null,
                from > 0 ? Cursor.of(String.valueOf(Math.max(0, from - most))).encode() : null,
                null);
    }

    private List<CallView> views(CallFilter filter, List<RecordedCall> calls) {
        String words = filter.words();
        Map<UUID, Match> found = words == null || calls.isEmpty()
                ? Map.of()
                : matches.of(calls.stream().map(RecordedCall::callId).toList(), words);
        return calls.stream()
                .map(c -> CallView.of(c, c.settled(), found.get(c.callId())))
                .toList();
    }

    /** How many calls a filter takes. */
    long count(CallFilter filter) {
        return search.count(filter);
    }

    List<LocalDate> daysOfChange(LocalDate before, int most) {
        return search.daysOfChange(before, most);
    }

    /** Gives every call of a filter to {@code taker}, page by page, so that only one page is held at a time. */
    void all(Supplier<CallFilter> filter, @Nullable String sort, Consumer<List<CallView>> taker) {
        String cursor = null;
        do {
            Page<CallView> page = page(filter.get(), sort, new Paging(AT_A_TIME, cursor));
            taker.accept(page.items());
            cursor = page.next();
        } while (cursor != null);
    }
}
