package org.readout.platform;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread does. */
public final class Awaited {

    private Awaited() {}

    /**
     * What came of it.
     *
     * @throws RuntimeException the very one that it failed with
     * @throws IllegalStateException if it failed with another kind of error, or if the wait was interrupted
     */
    public static <T> T of(Future<T> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
