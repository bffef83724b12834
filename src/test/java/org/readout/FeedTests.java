package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Feeds of a server on this machine, polled. */
@Timeout(60)
class FeedTests extends ServiceTests {

    private static final String FEEDS = API + "/feeds";
    private static final String RSS = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title><link>https://wire.example/</link>
            <description>d</description><language>en</language>
            <item><title>Leaders talk</title><link>https://wire.example/1</link><guid>wire-1</guid>
              <pubDate>Sun, 17 Nov 2024 09:00:00 GMT</pubDate>
              <description>&lt;p&gt;Olaf Scholz spoke by phone with Vladimir Putin on Friday.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
            <item><title>Others talk</title><link>https://wire.example/2</link><guid>wire-2</guid>
              <pubDate>Sun, 17 Nov 2024 10:00:00 GMT</pubDate><description>Emmanuel Macron phoned Olaf Scholz on Saturday.</description></item>
            </channel></rss>""";

    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile String body = RSS;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException {
        jdbc.execute("truncate feed_source");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        jdbc.execute("truncate feed_source");
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        String tag = "\"" + body.hashCode() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (status != 200 || tag.equals(known)) {
            exchange.sendResponseHeaders(status != 200 ? status : 304, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
        asked.add(String.valueOf(known));
    }

    private String add() {
        Http.Answer made = http.json(
                "POST",
                FEEDS,
                "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "/rss\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return FEEDS + "/" + made.json().path("id").asString();
    }

    /** The feed once it has been polled again. */
    private JsonNode polled(String feed, String before) throws InterruptedException {
        assertThat(asked.poll(30, TimeUnit.SECONDS)).isNotNull();
        JsonNode now = http.get(feed).json();
        while (now.path("polledAt").toString().equals(before)) {
            Thread.onSpinWait();
            now = http.get(feed).json();
        }
        return now;
    }

    private String again(String feed) {
        String before = http.get(feed).json().path("polledAt").toString();
        http.json("PATCH", feed, "{\"enabled\":true}");
        return before;
    }

    @Test
    void entriesComeInAsArticlesOnce() throws InterruptedException {
        String feed = add();
        JsonNode first = polled(feed, "null");
        assertThat(first.path("articles").asInt()).isEqualTo(2);
        assertThat(first.path("lastError").isNull()).isTrue();
        JsonNode article = http.get(API + "/source-articles?url=https://wire.example/1")
                .json()
                .at("/items/0");
        assertThat(article.path("publisher").asString()).isEqualTo("Example Wire");
        assertThat(article.path("publishedAt").asString()).startsWith("2024-11-17T09:00");
        assertThat(article.path("externalIds").toString()).isEqualTo("[\"wire-1\"]");
        assertThat(http.get(API + "/source-articles/" + article.path("id").asString() + "/text")
                        .body())
                .isEqualTo("Leaders talk\nOlaf Scholz spoke by phone with Vladimir Putin on Friday.");
        assertThat(http.all(API + "/calls")).hasSize(2);

        String before = again(feed);
        assertThat(polled(feed, before).path("articles").asInt()).isEqualTo(2);
        body = RSS.replace("wire-2", "wire-3").replace("wire.example/2", "wire.example/3");
        before = again(feed);
        assertThat(polled(feed, before).path("articles").asInt()).isEqualTo(3);
        assertThat(http.json("PATCH", feed, "{}").status()).isEqualTo(200);
    }

    @Test
    void aFeedThatFailsIsAskedLaterAndLater() throws InterruptedException {
        status = 503;
        String feed = add();
        JsonNode failed = polled(feed, "null");
        assertThat(failed.path("failures").asInt()).isEqualTo(1);
        assertThat(failed.path("lastError").asString()).isEqualTo("answered 503");
        assertThat(failed.path("nextPollAt").asString())
                .isGreaterThan(failed.path("polledAt").asString());

        status = 200;
        body =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss version='2.0'><channel><title>&e;</title></channel></rss>";
        JsonNode hostile = polled(feed, again(feed));
        assertThat(hostile.path("lastError").asString()).contains("DOCTYPE");
        assertThat(http.all(API + "/source-articles")).isEmpty();

        status = 410;
        assertThat(polled(feed, again(feed)).path("disabledAt").isNull()).isFalse();
        assertThat(http.delete(feed).status()).isEqualTo(204);
        assertThat(http.get(feed).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /url",
                "{\"url\":\"file:///etc/passwd\"} | /url",
                "{\"url\":\"http://127.0.0.1/\",\"minutes\":1} | /minutes",
                "{\"url\":\"http://127.0.0.1/\",\"publisher\":\" \"} | /publisher",
                "{\"url\":\"http://127.0.0.1/\",\"enabled\":true} | /enabled"
            })
    void whatCannotBePolledIsRefused(String body, String pointer) {
        Http.Answer refused = http.json("POST", FEEDS, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void aFeedIsPolledOnce() throws InterruptedException {
        polled(add(), "null");
        assertThat(http.json(
                                "POST",
                                FEEDS,
                                "{\"url\":\"http://127.0.0.1:"
                                        + server.getAddress().getPort() + "/rss\"}")
                        .status())
                .isEqualTo(409);
    }
}
