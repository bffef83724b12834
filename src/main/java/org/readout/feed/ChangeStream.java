package org.readout.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Place;
import org.readout.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feed as Server-Sent Events: each follower reads on from where it is, so that a slow one keeps nobody back and one
 * that was cut off misses nothing. Each has a thread: of asynchronous requests whose caller hangs up amid an event the
 * container counts some as running for ever, and then waits for them when the service stops.
 */
@Component
class ChangeStream {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final int MOST_FOLLOWERS = 200;
    private static final int AT_A_TIME = 200;
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    /** After so many looks in vain a comment is sent: whoever has gone is noticed, and proxies keep the line. */
    private static final int LOOKS_IN_VAIN = 15;

    private final Feed feed;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
    private final CountDownLatch closing = new CountDownLatch(1);

    ChangeStream(Feed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        closing.countDown();
    }

    /**
     * Sends what changed after a number, and then what changes, until the follower leaves or the service stops. Followers
     * have places of their own.
     */
    void follow(
            HttpServletRequest request, HttpServletResponse response, long after, Change.@Nullable Subject subject) {
        if (!places.tryAcquire()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, MOST_FOLLOWERS + " others follow the feed already.");
        }
        try {
            Place.leave(request);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.flushBuffer();
            send(response, after, subject);
        } catch (IOException | DataAccessException e) {
            LOG.debug("changes event=cut", e); // a follower that has not left comes back with the last id it has
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void send(HttpServletResponse to, long after, Change.@Nullable Subject subject)
            throws IOException, InterruptedException {
        long at = after;
        int inVain = LOOKS_IN_VAIN;
        int found;
        do {
            List<Change> more = feed.list(at, subject, null, null, AT_A_TIME);
            found = more.size();
            inVain = found > 0 ? 0 : inVain + 1;
            for (Change change : more) {
                write(to, event(change));
                at = change.seq();
            }
            if (inVain > LOOKS_IN_VAIN) {
                write(to, ":nothing new\n\n");
                inVain = 0;
            }
        } while (!closing.await(found == AT_A_TIME ? 0 : SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS));
    }

    private String event(Change change) {
        return "id:%d\nevent:change\ndata:%s\n\n".formatted(change.seq(), json.writeValueAsString(change));
    }

    private static void write(HttpServletResponse to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        to.flushBuffer();
    }
}
