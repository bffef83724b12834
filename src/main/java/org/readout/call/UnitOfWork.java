package org.readout.call;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/**
 * The one place where what the persistence context holds is written out, or forgotten: rows are read and written beside
 * it, in bulk, and what it remembers must neither lag behind them nor stay in memory while thousands of calls pass by.
 */
@Component
class UnitOfWork {

    private final EntityManager entities;

    UnitOfWork(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes what is to be stored as a row of its own. */
    void add(Object entity) {
        entities.persist(entity);
    }

    /** Writes what is due, before rows are read or written beside the entities. */
    void write() {
        entities.flush();
    }

    /** Writes what is due and forgets all entities, so that they are read as the rows are now. */
    void refresh() {
        entities.flush();
        entities.clear();
    }
}
