package org.readout.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    CallPages(CallSearch search) {
        this.search = search;
    }

    Page<CallView> page(CallFilter filter, @Nullable String sort, Paging paging) {
        int most = paging.most();
        CallFilter.Sort order = CallFilter.Sort.read(sort);
        boolean back = paging.back();
        CallFilter.Sort way = back ? order.reversed() : order;
        Cursor place = paging.after(2);
        List<RecordedCall> found = search.list(filter.after(place, way), way, most + 1);
        boolean more = found.size() > most;
        List<RecordedCall> shown = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = back ? place != null : more;
        boolean before = back ? more : place != null;
        return new Page<>(
                shown.stream().map(CallView::of).toList(),
                after && !shown.isEmpty()
                        ? order.at(shown.get(shown.size() - 1)).encode()
                        : null,
                before && !shown.isEmpty() ? order.at(shown.get(0)).encodeBack() : null,
                null);
    }

    /** How many calls a filter takes. */
    long count(CallFilter filter) {
        return search.count(filter);
    }

    /** Gives every call of a filter to {@code taker}, page by page, so that only one page is held at a time. */
    void all(Supplier<CallFilter> filter, @Nullable String sort, Consumer<CallView> taker) {
        String cursor = null;
        do {
            Page<CallView> page = page(filter.get(), sort, new Paging(AT_A_TIME, cursor));
            page.items().forEach(taker);
            cursor = page.next();
        } while (cursor != null);
    }
}
