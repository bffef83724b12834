package org.readout.inlet;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.intake.PageInlet;
import org.readout.platform.InvalidInput;
import org.readout.platform.Outbound;
import org.readout.platform.Problem;
import org.readout.platform.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Polls feeds, one after another: asks only for what is new (ETag, Last-Modified), waits as long as it is told, and longer
 * after every failure. What an entry links to is never fetched.
 */
@Component
class FeedPoller extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int LARGEST = 8 << 20;
    private static final int MOST_DOUBLINGS = 12;

    private final FeedSources feeds;
    private final PageInlet inlet;
    private final Outbound outbound;
    private final boolean enabled;

    FeedPoller(
            FeedSources feeds,
            PageInlet inlet,
            Outbound outbound,
            @Value("${readout.feeds.enabled}") boolean enabled,
            @Value("${readout.feeds.look-every}") Duration look) {
        super("feeds", enabled ? 1 : 0, look);
        this.feeds = feeds;
        this.inlet = inlet;
        this.outbound = outbound;
        this.enabled = enabled;
    }

    /** Whether feeds may be registered and are polled. */
    boolean enabled() {
        return enabled;
    }

    /** Polls one feed that is due; false where none is. */
    @Override
    protected boolean step() throws InterruptedException {
        Optional<FeedSource> due = feeds.lease(LEASE);
        if (due.isPresent()) {
            FeedSources.Polled polled = poll(due.get());
            feeds.polled(due.get().id(), polled);
            LOG.info("feeds event=polled id={} fresh={} error={}", due.get().id(), polled.fresh(), polled.error());
        }
        return due.isPresent();
    }

    private FeedSources.Polled poll(FeedSource feed) throws InterruptedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(feed.url()))
                    .timeout(ANSWER)
                    .header("User-Agent", "Readout")
                    .header("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1");
            if (feed.etag() != null) {
                request.header("If-None-Match", feed.etag());
            }
            if (feed.lastModified() != null) {
                request.header("If-Modified-Since", feed.lastModified());
            }
            HttpResponse<InputStream> answer =
                    outbound.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return answered(feed, answer, body);
            }
        } catch (IOException | FeedException | FilteredHostException | IllegalArgumentException e) {
            return failed(
                    feed,
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()),
                    null);
        }
    }

    private FeedSources.Polled answered(FeedSource feed, HttpResponse<InputStream> answer, InputStream body)
            throws IOException, FeedException {
        int status = answer.statusCode();
        if (status == HttpStatus.NOT_MODIFIED.value()) {
            return new FeedSources.Polled(
                    feed.etag(), feed.lastModified(), 0, null, false, false, Duration.ofMinutes(feed.minutes()));
        }
        if (status != HttpStatus.OK.value()) {
            return status == HttpStatus.GONE.value()
                    ? new FeedSources.Polled(null, null, 0, "answered 410", true, true, LONGEST_WAIT)
                    : failed(
                            feed,
                            "answered " + status,
                            answer.headers().firstValue("Retry-After").orElse(null));
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return failed(feed, "is larger than " + LARGEST + " bytes", null);
        }
        SyndFeed read = new SyndFeedInput()
                .build(new XmlReader(
                        new ByteArrayInputStream(bytes),
                        answer.headers().firstValue("Content-Type").orElse(null)));
        List<String> refused = new ArrayList<>();
        int fresh = 0;
        for (SyndEntry entry : read.getEntries()) {
            fresh += take(feed, read, entry, refused) ? 1 : 0;
        }
        return new FeedSources.Polled(
                answer.headers().firstValue("ETag").orElse(null),
                answer.headers().firstValue("Last-Modified").orElse(null),
                fresh,
                refused.isEmpty() ? null : cut(refused.size() + " entries were not taken: " + refused.get(0)),
                false,
                false,
                Duration.ofMinutes(feed.minutes()));
    }

    private boolean take(FeedSource feed, SyndFeed read, SyndEntry entry, List<String> refused) {
        try {
            Date date = Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return inlet.take(
                    html(entry),
                    blankToNull(entry.getLink()),
                    feed.publisher() != null ? feed.publisher() : blankToNull(read.getTitle()),
                    blankToNull(entry.getTitle()),
                    date == null
                            ? null
                            : date.toInstant().atOffset(ZoneOffset.UTC).toString(),
                    blankToNull(read.getLanguage()),
                    feed.kind(),
                    Stream.of(blankToNull(entry.getUri()))
                            .filter(Objects::nonNull)
                            .toList());
        } catch (InvalidInput e) {
            refused.add(entry.getUri() + ": " + Problem.input(e.errors()).getMessage());
        } catch (Problem e) {
            refused.add(entry.getUri() + ": " + e.getMessage());
        }
        return false;
    }

    /** All that the feed itself has of an entry: its contents, else its description, under its title. */
    private static String html(SyndEntry entry) {
        List<SyndContent> parts = entry.getContents().isEmpty() && entry.getDescription() != null
                ? List.of(entry.getDescription())
                : entry.getContents();
        String title = Objects.requireNonNullElse(entry.getTitle(), "");
        return "<body><p>" + title + "</p>"
                + parts.stream()
                        .map(SyndContent::getValue)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("</p><p>", "<p>", "</p>"))
                + "</body>";
    }

    private FeedSources.Polled failed(FeedSource feed, String error, @Nullable String retryAfter) {
        Duration wait = Duration.ofMinutes((long) feed.minutes() << Math.min(feed.failures(), MOST_DOUBLINGS));
        Duration told = retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : Duration.ZERO;
        Duration longer = told.compareTo(wait) > 0 ? told : wait;
        return new FeedSources.Polled(
                feed.etag(),
                feed.lastModified(),
                0,
                cut(error),
                true,
                false,
                longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer);
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
