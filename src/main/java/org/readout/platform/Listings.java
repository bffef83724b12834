package org.readout.platform;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** Reads listings; what the database refuses is told as of any repository. */
@Repository
public class Listings {

    private final EntityManager entities;

    Listings(EntityManager entities) {
        this.entities = entities;
    }

    /** The part of a listing that is asked for, with how many rows there are in all if that is. */
    public <E> Page<E> page(Listing<E> listing, Paging paging, boolean counted) {
        return listing.page(entities, paging, counted);
    }
}
