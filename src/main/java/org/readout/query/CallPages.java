package org.readout.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
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
        filter.after(paging.after(2), order);
        List<RecordedCall> found = search.list(filter, order, most + 1);
        return Page.cut(found, most, CallView::of, order::after);
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
