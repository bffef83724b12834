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
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.query.words.Match;
import org.readout.query.words.Matches;
import org.springframework.stereotype.Component;

/** Pages of the calls that a filter takes. */
@Component
class CallPages {

    private static final int AT_A_TIME = 1000;

    private final CallSearch search;
    private final Matches matches;
    private final Answers answers;

    CallPages(CallSearch search, Matches matches, Answers answers) {
        this.answers = answers;
        this.search = search;
        this.matches = matches;
    }

    Page<CallView.Answered> page(CallFilter filter, @Nullable String sort, Paging paging) {
        CallSort order = CallSort.read(sort);
        filter.sortedBy(order);
        return order.isRanking() ? ranked(filter, order, paging) : sorted(filter, order, paging);
    }

    private Page<CallView.Answered> sorted(CallFilter filter, CallSort order, Paging paging) {
        int most = paging.most();
        boolean back = paging.back();
        CallSort way = back ? order.reversed() : order;
        Cursor place = paging.after(2);
        List<CallSearch.Row> found = search.list(filter.after(place, way), way, 0, most + 1);
        boolean more = found.size() > most;
        List<CallSearch.Row> shown = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = !shown.isEmpty() && (back ? place != null : more);
        boolean before = !shown.isEmpty() && (back ? more : place != null);
        return new Page<>(
                answers(filter, shown),
                after ? CallSort.at(shown.get(shown.size() - 1)).encode() : null,
                before ? CallSort.at(shown.get(0)).encodeBack() : null,
                null);
    }

    /** A ranking has no key to go on from but the place in it. */
    private Page<CallView.Answered> ranked(CallFilter filter, CallSort order, Paging paging) {
        int most = paging.most();
        Cursor place = paging.after(1);
        int from = place == null ? 0 : place.key(0, Integer::parseUnsignedInt);
        List<CallSearch.Row> found = search.list(filter, order, from, most + 1);
        boolean more = found.size() > most;
        return new Page<>(
                answers(filter, found.subList(0, Math.min(most, found.size()))),
                more ? Cursor.of(String.valueOf(from + most)).encode() : null,
                from > 0 ? Cursor.of(String.valueOf(Math.max(0, from - most))).encode() : null,
                null);
    }

    private List<CallView.Answered> answers(CallFilter filter, List<CallSearch.Row> calls) {
        String words = filter.words();
        if (words == null || calls.isEmpty()) {
            return calls.stream().map(CallSearch.Row::answer).toList();
        }
        Map<UUID, Match> found =
                matches.of(calls.stream().map(CallSearch.Row::id).toList(), words);
        return calls.stream()
                .map(c -> answers.matching(c.answer(), found.get(c.id())))
                .toList();
    }

    /** The same page for those who show calls otherwise than as they are answered. */
    Page<CallView> views(CallFilter filter, @Nullable String sort, Paging paging) {
        Page<CallView.Answered> page = page(filter, sort, paging);
        return new Page<>(page.items().stream().map(answers::view).toList(), page.next(), page.prev(), page.total());
    }

    /** How many calls a filter takes. */
    long count(CallFilter filter) {
        return search.count(filter);
    }

    List<LocalDate> daysOfChange(LocalDate before, int most) {
        return search.daysOfChange(before, most);
    }

    /** Gives every call of a filter to {@code taker}, so many at a time that no more need be held. */
    void all(Supplier<CallFilter> filter, @Nullable String sort, Consumer<List<CallView.Answered>> taker) {
        CallSort order = CallSort.read(sort);
        Cursor place = null;
        int given = 0;
        List<CallSearch.Row> found;
        do {
            CallFilter rest = filter.get().sortedBy(order);
            found = order.isRanking()
                    ? search.list(rest, order, given, AT_A_TIME)
                    : search.list(rest.after(place, order), order, 0, AT_A_TIME);
            if (!found.isEmpty()) {
                taker.accept(answers(rest, found));
                place = CallSort.at(found.get(found.size() - 1));
                given += found.size();
            }
        } while (found.size() == AT_A_TIME);
    }
}
