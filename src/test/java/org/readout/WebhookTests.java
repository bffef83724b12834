package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes posted to a receiver that verifies them, fails at random, and ends with the store's state. */
class WebhookTests extends ServiceTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Writes that are followed; more of them take their time. */
    private static final int WRITES = Integer.getInteger("readout.test.writes", 200);

    private static final String HOOKS = API + "/webhooks";

    private final Follower follower = new Follower();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private final Random luck = new Random(11);
    private volatile String secret = "";
    private volatile int failing;
    private volatile int answer = 204;
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        jdbc.execute("truncate webhook");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void close() {
        jdbc.execute("truncate webhook");
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            new Webhook(secret).verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        JsonNode event = MAPPER.readTree(body);
        if (!exchange.getRequestHeaders()
                .getFirst("webhook-id")
                .equals("change-" + event.path("id").asString())) {
            faults.add("another id: " + body);
        }
        boolean refused = luck.nextInt(100) < failing;
        if (!refused || luck.nextBoolean()) {
            follower.take(event.path("data"));
            taken.add(event);
        }
        exchange.sendResponseHeaders(refused ? 500 : answer, -1);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in";
    }

    private JsonNode hook(String more) {
        Http.Answer made = http.json("POST", HOOKS, "{\"url\":\"" + url() + "\"" + more + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        secret = made.json().path("secret").asString();
        return made.json();
    }

    private JsonNode held(JsonNode hook) {
        return http.get(HOOKS + "/" + hook.path("id").asString()).json();
    }

    private String post(int i) {
        return http.json(
                        "POST",
                        API + "/source-articles",
                        "{\"publisher\":\"P%d\",\"reports\":[{\"participants\":[\"Olaf Scholz\",\"%s\"],\"date\":\"2024-11-%02d\"}]}"
                                .formatted(
                                        i,
                                        luck.nextBoolean() ? "Vladimir Putin" : "Emmanuel Macron",
                                        1 + luck.nextInt(20)))
                .json()
                .path("id")
                .asString();
    }

    /** Posts, withdrawals and mergers in no order. */
    private void write(int many) {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int what = luck.nextInt(10);
            if (what < 3 && !articles.isEmpty()) {
                http.delete(API + "/source-articles/" + articles.remove(luck.nextInt(articles.size())));
            } else if (what == 3) {
                List<JsonNode> calls = http.all(API + "/calls?participant=vladimir-putin");
                if (calls.size() > 1) {
                    String into = calls.get(0).path("id").asString();
                    String other = calls.get(1).path("id").asString();
                    http.json("POST", API + "/calls/" + into + "/merge", "{\"callId\":\"" + other + "\"}");
                }
            } else {
                articles.add(post(i));
            }
        }
    }

    @Test
    @Timeout(600)
    void followersEndWithTheStoresState() throws IOException, InterruptedException {
        failing = 10;
        hook(",\"after\":0");
        Follower byPages = new Follower();
        Follower byEvents = new Follower();
        for (int round = 0; round < WRITES / 20; round++) {
            write(20);
            int limit = 1 + luck.nextInt(200);
            http.get(API + "/changes?after=" + byPages.seen() + "&limit=" + limit)
                    .json()
                    .path("items")
                    .forEach(byPages::take);
            http.events(byEvents.seen(), 1 + luck.nextInt(20)).forEach(byEvents::take);
        }
        JsonNode page;
        do {
            page = http.get(API + "/changes?limit=200&after=" + byPages.seen()).json();
            page.path("items").forEach(byPages::take);
        } while (!page.path("items").isEmpty());
        while (byEvents.seen() < byPages.seen()) {
            http.events(byEvents.seen(), 1).forEach(byEvents::take);
        }
        while (follower.seen() < byPages.seen()) {
            assertThat(taken.poll(30, TimeUnit.SECONDS)).as("a post").isNotNull();
        }

        String store = Follower.stateOf(http);
        assertThat(byPages.state()).isEqualTo(store);
        assertThat(byEvents.state()).isEqualTo(store);
        assertThat(follower.state()).isEqualTo(store);
        assertThat(faults).isEmpty();
    }

    @Test
    @Timeout(60)
    void onlyWhatIsAskedForIsPosted() throws InterruptedException {
        post(0);
        hook(",\"subjects\":[\"CALL\"]");
        postMenafn();
        JsonNode event = taken.poll(30, TimeUnit.SECONDS);
        assertThat(event.path("type").asString()).startsWith("org.readout.call.");
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("data"))
                .isEqualTo(http.all(API + "/changes?subject=call").get(1));
    }

    @Test
    void aPatchThatSaysNothingChangesNothing() {
        JsonNode hook = hook(",\"subjects\":[\"CALL\"]");
        String at = HOOKS + "/" + hook.path("id").asString();
        for (String patch : List.of("{}", "{\"enabled\":false}", "{}")) {
            Http.Answer patched = http.json("PATCH", at, patch);
            assertThat(patched.status()).as(patched.body()).isEqualTo(200);
            assertThat(patched.json().path("subjects").toString()).isEqualTo("[\"CALL\"]");
        }
        assertThat(held(hook).path("disabledAt").isNull()).isFalse();
    }

    @Test
    @Timeout(60)
    void oneThatNeverTakesAnythingIsDisabledAndCanGoOn() throws InterruptedException {
        answer = 500;
        JsonNode hook = hook("");
        post(0);
        for (int i = 0; i < 11; i++) {
            taken.poll(30, TimeUnit.SECONDS);
        }
        JsonNode held = held(hook);
        while (held.path("disabledAt").isNull()) {
            Thread.onSpinWait();
            held = held(hook);
        }
        assertThat(held.path("attempts").asInt()).isEqualTo(11);
        assertThat(held.path("lastError").asString()).isEqualTo("answered 500");
        assertThat(held.path("secret").isNull()).isTrue();

        answer = 200;
        http.json("PATCH", HOOKS + "/" + hook.path("id").asString(), "{\"enabled\":true}");
        while (!held(hook).path("failingSince").isNull()) {
            assertThat(taken.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(held(hook).path("disabledAt").isNull()).isTrue();
    }

    @Test
    @Timeout(60)
    void oneThatIsGoneIsNotAskedAgain() throws InterruptedException {
        answer = 410;
        JsonNode hook = hook("");
        post(0);
        assertThat(taken.poll(30, TimeUnit.SECONDS)).isNotNull();
        while (held(hook).path("disabledAt").isNull()) {
            Thread.onSpinWait();
        }
        assertThat(held(hook).path("attempts").asInt()).isEqualTo(1);
        assertThat(http.delete(HOOKS + "/" + hook.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(http.get(HOOKS).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /url",
                "{\"url\":\"ftp://example.org/\"} | /url",
                "{\"url\":\"http://user@127.0.0.1/\"} | /url",
                "{\"url\":\"not an address\"} | /url",
                "{\"url\":\"http://127.0.0.1/\",\"after\":-1} | /after",
                "{\"url\":\"http://127.0.0.1/\",\"subjects\":[null]} | /subjects/0",
                "{\"url\":\"http://127.0.0.1/\",\"subjects\":[\"WEATHER\"]} | /subjects/0"
            })
    void whatCannotBePostedToIsRefused(String body, String pointer) {
        Http.Answer answered = http.json("POST", HOOKS, body);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
}
