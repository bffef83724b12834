package org.readout.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        CallSort way = paging.back() ? order.reversed() : order;
        List<CallSearch.Row> found = search.list(filter.after(paging.after(2), way), way, 0, paging.most() + 1);
        Page<CallSearch.Row> page = Page.between(found, paging, CallSort::at);
        return new Page<>(answers(filter, page.items()), page.next(), page.prev(), null);
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

    List<CallView.Answered> answers(CallFilter filter, List<CallSearch.Row> calls) {
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
        return page(filter, sort, paging).map(answers::view);
    }

    /** How many calls a filter takes. */
    long count(CallFilter filter) {
        return search.count(filter);
    }

    List<LocalDate> daysOfChange(LocalDate before, int most) {
        return search.daysOfChange(before, most);
    }
}
