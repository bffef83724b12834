package org.readout.call;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.readout.reconciliation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what is known of calls. */
@Service
@Transactional(readOnly = true)
public class CallCatalogue {

    private final Calls calls;
    private final CallRevisions revisions;
    private final StoredReports reports;
    private final RecordKeeper records;
    private final CallHistory history;
    private final EntityManager entities;

    CallCatalogue(
            Calls calls,
            CallRevisions revisions,
            StoredReports reports,
            RecordKeeper records,
            CallHistory history,
            EntityManager entities) {
        this.calls = calls;
        this.revisions = revisions;
        this.reports = reports;
        this.records = records;
        this.history = history;
        this.entities = entities;
    }

    /** The reports of an article, in the order of its text. */
    public List<ReportView> reportsOfArticle(UUID articleId) {
        return reports.findByArticleIdOrderByPosition(articleId).stream()
                .map(ReportView::of)
                .toList();
    }

    /** The call as the API shows it. */
    public CallView view(UUID id) {
        return CallView.of(find(id, ""));
    }

    /** The call, or the problem that it was never there, is another one now, or has no reports left. */
    public void require(UUID id, String below) {
        find(id, below);
    }

    /** What {@link #require} looks for. */
    Call find(UUID id, String below) {
        Call call = calls.findById(id).orElseThrow(() -> Problem.notFound("call", id));
        if (!call.live()) {
            throw left(call, below, heir -> calls.findById(heir).orElseThrow());
        }
        return call;
    }

    /** The call as it was known at a time. */
    RecordedCall find(UUID id, String below, @Nullable Instant asOf) {
        if (asOf == null) {
            return find(id, below);
        }
        RecordedCall call = known(id, asOf);
        if (!call.live()) {
            throw left(call, below, heir -> known(heir, asOf));
        }
        return call;
    }

    private RecordedCall known(UUID id, Instant asOf) {
        return revisions.at(id, asOf).orElseThrow(() -> {
            find(id, "");
            return Problem.of(HttpStatus.NOT_FOUND, "The call " + id + " was not known at " + asOf + ".");
        });
    }

    /** That the call has become another one, or has no reports. */
    private static Problem left(RecordedCall call, String below, Function<UUID, RecordedCall> calls) {
        RecordedCall at = call;
        for (UUID heir = at.mergedInto(); heir != null; heir = at.mergedInto()) {
            at = calls.apply(heir);
        }
        return at == call
                ? Problem.gone(
                        "call", call.callId(), "has no reports any more; the articles that told of it were withdrawn")
                : Problem.moved(URI.create("/api/v1/calls/" + at.callId() + below));
    }

    /** What the reports of the call come to, with the evidence. */
    Settled settled(RecordedCall call) {
        return call instanceof CallRevision past ? history.whole(past) : call.settled();
    }

    /** The call under another profile than the one its record is kept under. */
    Settled under(Profile profile, UUID id, String below) {
        return records.under(profile, find(id, below));
    }

    /** The records of a call, the latest first, {@code most} of them before a version. */
    List<CallRevision> revisions(UUID id, long before, int most) {
        if (calls.findById(id).isEmpty()) {
            throw Problem.notFound("call", id);
        }
        return revisions.before(id, before, most);
    }

    List<ReportView> reportsOf(UUID callId) {
        find(callId, "/reports");
        return reports.findByCallIdOrderByPublishedOnAscIdAsc(callId).stream()
                .map(ReportView::of)
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<RecordedCall> list(CallFilter filter, CallFilter.Sort sort, int most) {
        Query query =
                entities.createNativeQuery(filter.sql(sort), filter.rows()).setMaxResults(most);
        filter.bound().forEach(query::setParameter);
        return query.getResultList();
    }
}
