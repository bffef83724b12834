package org.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that do something at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** Runs all of them, each in a thread of its own; what each answers, in their order. */
    static <T> List<T> all(List<Callable<T>> clients) {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<T> out = new ArrayList<>();
            for (Future<T> client : threads.invokeAll(clients)) {
                out.add(client.get());
            }
            return out;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
