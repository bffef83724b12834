package org.readout.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
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

    /** At most so many calls of the filter, sorted, after the first {@code from}. */
    @SuppressWarnings("unchecked")
    @Transactional(readOnly = true)
    List<RecordedCall> list(CallFilter filter, CallSort sort, int from, int most) {
        Query query = entities.createNativeQuery(filter.sql(sort), filter.rows())
                .setFirstResult(from)
                .setMaxResults(most);
        filter.bound().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Days before one on which the record of a call changed, the latest first. */
    @SuppressWarnings("unchecked")
    @Transactional(readOnly = true)
    List<LocalDate> daysOfChange(LocalDate before, int most) {
        return entities.createNativeQuery("""
                        select distinct cast(updated_at at time zone 'UTC' as date) as day from call_revision
                        where updated_at < cast(:before as timestamp) at time zone 'UTC' order by day desc limit :most""", LocalDate.class)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
    }

    @Transactional(readOnly = true)
    long count(CallFilter filter) {
        Query query = entities.createNativeQuery("select count(*) " + filter.from(), Long.class);
        filter.bound().forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }
}
