package org.readout.delivery;

import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Outbound;
import org.readout.platform.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts changes to webhooks: each in its order, at least once, the same id at every attempt. One that does not take a
 * change is asked again after longer and longer times, and is disabled when the last of them is over.
 */
@Component
class Deliveries extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int WORKERS = 4;
    private static final int AT_A_TIME = 20;
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration LEASE = ANSWER.plusSeconds(15);

    private final Webhooks webhooks;
    private final Feed feed;
    private final Outbound outbound;
    private final JsonMapper json;
    private final Clock clock;
    private final List<Duration> waits;

    Deliveries(
            Webhooks webhooks,
            Feed feed,
            Outbound outbound,
            JsonMapper json,
            Clock clock,
            @Value("${readout.webhooks.retry-after}") List<Duration> waits,
            @Value("${readout.webhooks.look-every}") Duration look) {
        super("webhooks", WORKERS, look);
        this.webhooks = webhooks;
        this.feed = feed;
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
        this.waits = waits;
    }

    /** Posts what is due to one webhook; false where nothing is. */
    @Override
    protected boolean step() throws InterruptedException {
        Optional<Webhook> due = webhooks.lease(LEASE);
        if (due.isPresent()) {
            deliver(due.get());
        }
        return due.isPresent();
    }

    private void deliver(Webhook to) throws InterruptedException {
        List<Change> due = feed.list(to.lastSeq(), null, null, null, AT_A_TIME);
        Instant until = clock.instant().plus(LEASE).minus(ANSWER);
        for (Change change : due) {
            boolean last = change == due.get(due.size() - 1) || clock.instant().isAfter(until);
            Refusal refusal = to.wants(change) ? post(to, change) : null;
            if (refusal != null) {
                Duration wait = refusal.forEver() ? null : waitAfter(to.attempts());
                webhooks.refused(to.id(), refusal.reason(), wait);
                LOG.info(
                        "webhooks event=refused id={} seq={} reason={} disabled={}",
                        to.id(),
                        change.seq(),
                        refusal.reason(),
                        wait == null);
                return;
            }
            webhooks.taken(to.id(), change.seq(), to.wants(change), last);
            if (last) {
                return;
            }
        }
    }

    private @Nullable Duration waitAfter(int failed) {
        return failed < waits.size() ? waits.get(failed) : null;
    }

    /** Why a change was not taken. */
    private record Refusal(String reason, boolean forEver) {}

    private @Nullable Refusal post(Webhook to, Change change) throws InterruptedException {
        String id = "change-" + change.seq();
        String body = json.writeValueAsString(CloudEvent.of(change));
        long seconds = clock.instant().getEpochSecond();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(to.url()))
                    .timeout(ANSWER)
                    .header("Content-Type", CloudEvent.MEDIA_TYPE)
                    .header("User-Agent", "Readout")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", String.valueOf(seconds))
                    .header(
                            "webhook-signature",
                            new com.standardwebhooks.Webhook(Objects.requireNonNull(to.secret()))
                                    .sign(id, seconds, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build();
            int status = outbound.client()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? null : new Refusal("answered " + status, status == HttpStatus.GONE.value());
        } catch (IOException | WebhookSigningException | FilteredHostException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Refusal(why.length() > 200 ? why.substring(0, 200) : why, false);
        }
    }
}
