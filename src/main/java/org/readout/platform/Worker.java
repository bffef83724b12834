package org.readout.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Does work in the background from when the service is ready until it stops: at once while there is some, and looks for
 * more after a while.
 */
public abstract class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final int threads;
    private final Duration look;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * A worker that has not begun.
     *
     * @param threads how many do the work beside one another; none where there is nothing to do
     * @param look how long the first of them waits where nothing is due
     */
    protected Worker(String name, int threads, Duration look) {
        this.name = name;
        this.threads = threads;
        this.look = look;
    }

    /** Does what is due; false where nothing is. */
    protected abstract boolean step() throws InterruptedException;

    /** Begins with the work. */
    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        IntStream.rangeClosed(1, threads).forEach(nth -> {
            Thread thread = new Thread(() -> run(nth), name + "-" + nth);
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Ends after the step under way. */
    @EventListener(ContextClosedEvent.class)
    public void end() {
        closing.countDown();
    }

    /** The work of the nth thread, which looks for more an nth as often as the first: one that finds nothing is enough. */
    private void run(int nth) {
        try {
            boolean more;
            do {
                more = tried();
            } while (!closing.await(more ? 0 : nth * look.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A step that fails is no reason to stop: the database may be back at the next look. */
    private boolean tried() throws InterruptedException {
        try {
            return step();
        } catch (RuntimeException e) {
            if (closing.getCount() > 0) {
                LOG.warn("{} event=failed", name, e);
            }
            return false;
        }
    }
}
