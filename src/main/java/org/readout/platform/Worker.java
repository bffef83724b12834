package org.readout.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work in the background again and again: at once while there is some, and looks for more after a while. */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** One piece of work. */
    @FunctionalInterface
    public interface Work {
        /** Does what is due; false where nothing is. */
        boolean step() throws InterruptedException;
    }

    private final String name;
    private final Duration look;
    private final Work work;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Worker(String name, Duration look, Work work) {
        this.name = name;
        this.look = look;
        this.work = work;
    }

    /**
     * Begins with the work.
     *
     * @param threads how many do it beside one another
     * @param look how long to wait where nothing is due
     */
    public static Worker start(String name, int threads, Duration look, Work work) {
        Worker worker = new Worker(name, look, work);
        for (int i = 1; i <= threads; i++) {
            Thread thread = new Thread(worker::run, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        return worker;
    }

    private void run() {
        try {
            boolean more;
            do {
                more = step();
            } while (!closing.await(more ? 0 : look.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A step that fails is no reason to stop: the database may be back at the next look. */
    private boolean step() throws InterruptedException {
        try {
            return work.step();
        } catch (RuntimeException e) {
            if (closing.getCount() > 0) {
                LOG.warn("{} event=failed", name, e);
            }
            return false;
        }
    }

    /** Ends after the step under way. */
    @Override
    public void close() {
        closing.countDown();
    }
}
