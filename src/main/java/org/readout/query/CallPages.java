package org.readout.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.springframework.stereotype.Component;

/** Pages of the calls that a filter takes. */
@Component
class CallPages {

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
}
