package org.readout.call;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.readout.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what is known of calls. */
@Service
@Transactional(readOnly = true)
public class CallCatalogue {

    private final Calls calls;
    private final StoredReports reports;
    private final EntityManager entities;

    CallCatalogue(Calls calls, StoredReports reports, EntityManager entities) {
        this.calls = calls;
        this.reports = reports;
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

    Call find(UUID id, String below) {
        Call call = calls.findById(id).orElseThrow(() -> Problem.notFound("call", id));
        UUID heir = call.mergedInto();
        if (heir != null) {
            throw Problem.moved(URI.create("/api/v1/calls/" + last(heir) + below));
        }
        if (!call.live()) {
            throw Problem.gone("call", id, "has no reports any more; the articles that told of it were withdrawn");
        }
        return call;
    }

    private UUID last(UUID id) {
        UUID at = id;
        for (Call call = calls.findById(at).orElseThrow();
                call.mergedInto() != null;
                call = calls.findById(at).orElseThrow()) {
            at = java.util.Objects.requireNonNull(call.mergedInto());
        }
        return at;
    }

    List<ReportView> reportsOf(UUID callId) {
        find(callId, "/reports");
        return reports.findByCallIdOrderByPublishedOnAscIdAsc(callId).stream()
                .map(ReportView::of)
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Call> list(CallFilter filter, CallFilter.Sort sort, int most) {
        Query query = entities.createNativeQuery(filter.sql(sort), Call.class).setMaxResults(most);
        filter.bound().forEach(query::setParameter);
        return query.getResultList();
    }
}
