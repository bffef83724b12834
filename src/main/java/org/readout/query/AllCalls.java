package org.readout.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Awaited;
import org.readout.platform.Cursor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * All calls that a filter takes, part by part: no more than a few parts are held, and the next ones are asked for while one
 * is at work. Where parts end is in the index of a list without conditions, so that two of them can be read at once; of
 * other lists only the last call of a part tells.
 */
@Component
class AllCalls {

    private static final int AT_A_TIME = 4000;

    /** How many calls a statement is asked for where a part's end is known: others may have come in between by then. */
    private static final int IN_A_PART = AT_A_TIME + 100;

    private static final int HELD = 2;
    private static final int HELD_OF_WHOLE = 3;

    private final CallSearch search;
    private final CallPages pages;
    private final int atATime;
    private final int inAPart;
    private final SimpleAsyncTaskExecutor ahead = new SimpleAsyncTaskExecutor("ahead-");

    @Autowired
    AllCalls(CallSearch search, CallPages pages) {
        this(search, pages, AT_A_TIME, IN_A_PART);
    }

    AllCalls(CallSearch search, CallPages pages, int atATime, int inAPart) {
        this.search = search;
        this.pages = pages;
        this.atATime = atATime;
        this.inAPart = inAPart;
    }

    /**
     * Some of the calls.
     *
     * @param last the place of the last of them; null where no others come after it
     */
    private record Found(
            List<CallView.Answered> calls, @Nullable Cursor last) {}

    /** A part that is being read, and the place at which it ends. */
    private record Part(Future<Found> found, Supplier<@Nullable Cursor> end) {}

    /** Gives them to {@code taker} in their order. */
    void give(Supplier<CallFilter> filter, @Nullable String sort, Consumer<List<CallView.Answered>> taker) {
        CallSort order = CallSort.read(sort);
        int most = filter.get().isWhole() ? HELD_OF_WHOLE : HELD;
        Deque<Part> held = new ArrayDeque<>();
        int asked = 0;
        held.add(part(filter, order, null, asked++));
        try {
            while (!held.isEmpty()) {
                while (held.size() < most) {
                    Cursor place = held.getLast().end().get();
                    if (place == null) {
                        break;
                    }
                    held.add(part(filter, order, place, asked++));
                }
                List<CallView.Answered> calls =
                        Awaited.of(held.getFirst().found()).calls();
                if (!calls.isEmpty()) {
                    taker.accept(calls);
                }
                held.removeFirst();
            }
        } finally {
            held.forEach(part -> part.found().cancel(true));
        }
    }

    private Part part(Supplier<CallFilter> filter, CallSort order, @Nullable Cursor place, int number) {
        CallFilter rest = filter.get().sortedBy(order);
        if (rest.isWhole()) {
            Cursor end = search.place(rest.after(place, order), order, atATime).orElse(null);
            return new Part(ahead.submit(() -> between(filter, order, place, end)), () -> end);
        }
        Future<Found> found = ahead.submit(() -> {
            int from = order.isRanking() ? number * atATime : 0;
            List<CallSearch.Row> rows =
                    search.list(order.isRanking() ? rest : rest.after(place, order), order, from, atATime);
            return new Found(
                    pages.answers(rest, rows), rows.size() == atATime ? CallSort.at(rows.get(atATime - 1)) : null);
        });
        return new Part(found, () -> Awaited.of(found).last());
    }

    /** Those from one place to another, also where more have come there by now than a part has. */
    private Found between(Supplier<CallFilter> filter, CallSort order, @Nullable Cursor place, @Nullable Cursor end) {
        List<CallView.Answered> out = new ArrayList<>();
        Cursor from = place;
        List<CallSearch.Row> rows;
        do {
            rows = search.list(filter.get().after(from, order).until(end, order), order, 0, inAPart);
            rows.forEach(row -> out.add(row.answer()));
            from = rows.isEmpty() ? null : CallSort.at(rows.get(rows.size() - 1));
        } while (rows.size() == inAPart);
        return new Found(out, end);
    }
}
