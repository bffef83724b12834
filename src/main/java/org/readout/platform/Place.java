package org.readout.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request's place among those served at a time: given back when it is over, or before by one that stays for long. */
public final class Place implements AutoCloseable {

    private static final String ATTRIBUTE = Place.class.getName();

    private final Semaphore places;
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(Semaphore places) {
        this.places = places;
    }

    /** The place of a request for which one was acquired. */
    public static Place of(HttpServletRequest request, Semaphore places) {
        Place taken = new Place(places);
        request.setAttribute(ATTRIBUTE, taken);
        return taken;
    }

    /** Gives back the place of a request that goes on without one. */
    public static void leave(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Place taken) {
            taken.close();
        }
    }

    /** Gives it back, once. */
    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            places.release();
        }
    }
}
