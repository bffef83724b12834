package org.readout.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.call.RecordedCall;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.StatementCluster;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Calls as others show them: lists, one call with its evidence, counts. */
@Service
public class ReadSide {

    private static final int REVISIONS = 50;

    private final CallLookup calls;
    private final CallPages pages;
    private final AllCalls all;
    private final RelatedCalls related;
    private final Counterparts counterparts;
    private final CallCounts counts;
    private final NamedInQuery named;
    private final Answers answers;

    ReadSide(
            CallLookup calls,
            CallPages pages,
            AllCalls all,
            RelatedCalls related,
            Counterparts counterparts,
            CallCounts counts,
            NamedInQuery named,
            Answers answers) {
        this.answers = answers;
        this.calls = calls;
        this.pages = pages;
        this.all = all;
        this.related = related;
        this.counterparts = counterparts;
        this.counts = counts;
        this.named = named;
    }

    /**
     * One call with all that its record rests on.
     *
     * @param findings by the name of the call's field
     */
    public record Detail(
            CallView call,
            Map<String, FindingView> findings,
            List<StatementCluster> statements,
            AccountsView accounts,
            List<RelatedCall> related,
            List<RevisionView> revisions) {}

    /** A page of the calls that a query takes. */
    public Page<CallView> calls(CallQuery query, @Nullable String sort, Paging paging) {
        return pages.views(query.filter(named), sort, paging);
    }

    /** Refuses what {@link #all} could not give. */
    public void check(CallQuery query, @Nullable String sort) {
        query.filter(named).sortedBy(CallSort.read(sort));
    }

    /** Gives all calls that a query takes to {@code taker}, so many at a time that no more need be held. */
    public void all(CallQuery query, @Nullable String sort, Consumer<List<CallView>> taker) {
        allAnswered(
                query,
                sort,
                page -> taker.accept(page.stream()
                        .map(call -> answers.view(new CallView.Answered(call)))
                        .toList()));
    }

    /** The same calls as JSON, in UTF-8. */
    public void allAnswered(CallQuery query, @Nullable String sort, Consumer<List<byte[]>> taker) {
        all.give(
                () -> query.filter(named),
                sort,
                page -> taker.accept(page.stream().map(CallView.Answered::utf8).toList()));
    }

    /** How many calls were known at a time. */
    public long count(Instant asOf) {
        return pages.count(new CallFilter(asOf));
    }

    /** Days before one on which the record of a call changed, the latest first. */
    public List<LocalDate> daysOfChange(LocalDate before, int most) {
        return pages.daysOfChange(before, most);
    }

    /** The latest calls. */
    public Page<CallView> latest(int most) {
        return pages.views(new CallFilter(null), null, new Paging(most, null));
    }

    /** The calls that people have in common, the latest first. */
    public Page<CallView> callsOf(List<String> leaderIds, int most) {
        return pages.views(new CallFilter(null).participants(leaderIds), null, new Paging(most, null));
    }

    /** The calls with an outcome on some property, those that changed last first. */
    public Page<CallView> callsWith(String outcome, int most) {
        return pages.views(new CallFilter(null).outcome(outcome), "-updatedAt", new Paging(most, null));
    }

    /** Two calls that may be one. */
    public record Twins(CallView one, CallView other) {}

    /** Pairs of calls of a day of which one has all the people of the other, those that changed last first. */
    public List<Twins> twins(int most) {
        return related.twins(most).stream()
                .map(pair -> new Twins(
                        CallView.of(calls.require(pair.get(0), "")), CallView.of(calls.require(pair.get(1), ""))))
                .toList();
    }

    /** Calls on which a person's decision is contradicted by reports that came later, the latest decisions first. */
    public List<CallView> contradicted(int most) {
        return related.decided().stream()
                .map(id -> CallView.of(calls.require(id, "")))
                .filter(c -> !c.contradictedDecisions().isEmpty())
                .limit(most)
                .toList();
    }

    /** One call, or the problem that there is none or that it is another one now. */
    public Detail call(UUID id) {
        RecordedCall call = calls.require(id, "");
        CallRecord record = calls.settled(call).record();
        return new Detail(
                CallView.of(call),
                FindingView.all(record),
                record.statements(),
                AccountsView.of(id, record),
                related.of(id),
                calls.revisions(id, Long.MAX_VALUE, REVISIONS).stream()
                        .map(RevisionView::of)
                        .toList());
    }

    /** With whom a leader has calls, with whom most first. */
    public List<Counterpart> counterparts(String leaderId, int most) {
        return counterparts.of(leaderId, 0, most);
    }

    /** The pairs of people with the most calls, and how many. */
    public CallStatistics pairs(int most) {
        return counts.count(
                new CallFilter(null), List.of(Dimension.PAIR), UriComponentsBuilder.fromPath("/calls"), most);
    }
}
