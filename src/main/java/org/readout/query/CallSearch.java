package org.readout.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.readout.call.RecordedCall;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds calls by what their records say. */
@Repository
class CallSearch {

    private final EntityManager entities;

    CallSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** The first {@code most} calls of the filter, sorted. */
    @SuppressWarnings("unchecked")
    @Transactional(readOnly = true)
    List<RecordedCall> list(CallFilter filter, CallFilter.Sort sort, int most) {
        Query query =
                entities.createNativeQuery(filter.sql(sort), filter.rows()).setMaxResults(most);
        filter.bound().forEach(query::setParameter);
        return query.getResultList();
    }

    @Transactional(readOnly = true)
    long count(CallFilter filter) {
        Query query = entities.createNativeQuery("select count(*) " + filter.from(), Long.class);
        filter.bound().forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }
}
