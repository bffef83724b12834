package org.readout.feed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.springframework.boot.thread.Threading;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The feed as Server-Sent Events: each follower reads on from where it is, so that a slow one keeps nobody back and one
 * that was cut off misses nothing.
 */
@Component
class ChangeStream {

    private static final int MOST_FOLLOWERS = 200;
    private static final int AT_A_TIME = 200;
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    /** After so many looks in vain a comment is sent: whoever has gone is noticed, and proxies keep the line. */
    private static final int LOOKS_IN_VAIN = 15;

    private final Feed feed;
    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("changes-");
    private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
    private final CountDownLatch closing = new CountDownLatch(1);

    ChangeStream(Feed feed, Environment environment) {
        this.feed = feed;
        if (Threading.VIRTUAL.isActive(environment)) {
            threads.setVirtualThreads(true);
        }
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        closing.countDown();
    }

    /** Sends what changed after a number, and then what changes, until the follower leaves. */
    SseEmitter follow(long after, Change.@Nullable Subject subject) {
        if (!places.tryAcquire()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, MOST_FOLLOWERS + " others follow the feed already.");
        }
        SseEmitter emitter = new SseEmitter(0L);
        threads.execute(() -> {
            try {
                send(emitter, after, subject);
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e); // the follower has left
            } catch (DataAccessException e) {
                emitter.complete(); // the follower comes back with the last id it has
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                emitter.complete();
            } finally {
                places.release();
            }
        });
        return emitter;
    }

    private void send(SseEmitter emitter, long after, Change.@Nullable Subject subject)
            throws IOException, InterruptedException {
        long at = after;
        int inVain = LOOKS_IN_VAIN;
        do {
            List<Change> more = feed.list(at, subject, null, null, AT_A_TIME);
            for (Change c : more) {
                emitter.send(SseEmitter.event()
                        .id(String.valueOf(c.seq()))
                        .name("change")
                        .data(c, MediaType.APPLICATION_JSON));
                at = c.seq();
            }
            inVain = more.isEmpty() ? inVain + 1 : 0;
            if (inVain > LOOKS_IN_VAIN) {
                emitter.send(SseEmitter.event().comment("nothing new"));
                inVain = 0;
            }
            if (more.size() == AT_A_TIME) {
                continue;
            }
            if (closing.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                return;
            }
        } while (closing.getCount() > 0);
    }
}
