package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever posts while others do is answered as if alone. */
class PostingAtOnceTests extends ServiceTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ARTICLES = API + "/source-articles";
    private static final String[] LEADERS = {
        "Olaf Scholz", "Vladimir Putin", "Emmanuel Macron", "Xi Jinping", "Narendra Modi", "Joe Biden"
    };

    private static String article(int n) {
        String a = LEADERS[n % LEADERS.length];
        String b = LEADERS[(n + 1 + n / LEADERS.length) % LEADERS.length];
        var article = MAPPER.createObjectNode()
                .put("text", "%s spoke by phone with %s on %d May 2023.".formatted(a, b, 1 + n % 28))
                .put("publishedAt", "2023-05-30");
        if (n % 4 == 0) {
            article.put("url", "https://example.org/" + n);
        }
        return MAPPER.writeValueAsString(article);
    }

    private List<Http.Answer> atOnce(List<String> bodies) {
        List<Callable<Http.Answer>> clients = new ArrayList<>();
        bodies.forEach(body -> clients.add(() -> http.json("POST", ARTICLES, body)));
        return AtOnce.all(clients);
    }

    @Test
    void eachIsAnsweredForItself() {
        List<String> bodies = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            bodies.add(article(n));
        }
        bodies.add(article(3));
        bodies.add(article(4));
        bodies.add("{\"publishedAt\":\"2023-05-30\"}");
        bodies.add("{\"text\":\"It rained.\",\"reports\":[{\"participants\":[\"Olaf Scholz\"]}]}");
        List<Http.Answer> answers = atOnce(bodies);

        for (int n = 0; n < 24; n++) {
            JsonNode stored = answers.get(n).json();
            assertThat(stored.path("id").isString()).as(answers.get(n).body()).isTrue();
            assertThat(stored.path("reports"))
                    .isEqualTo(http.get(ARTICLES + "/" + stored.path("id").asString())
                            .json()
                            .path("reports"));
            assertThat(http.get(ARTICLES + "/" + stored.path("id").asString() + "/text")
                            .body())
                    .isEqualTo(MAPPER.readTree(bodies.get(n)).path("text").asString());
        }
        assertThat(List.of(answers.get(3).status(), answers.get(24).status())).containsExactlyInAnyOrder(201, 200);
        assertThat(answers.get(24).json().path("id"))
                .isEqualTo(answers.get(3).json().path("id"));
        assertThat(answers.get(25).json().path("id"))
                .isEqualTo(answers.get(4).json().path("id"));
        assertThat(answers.get(26).json().at("/errors/0/pointer").asString()).isEqualTo("/text");
        assertThat(answers.get(27).json().at("/errors/0/pointer").asString()).startsWith("/reports/0/participants");
    }

    @Test
    void whoeverWaitsForAPairKeepsNobodyElseBack() throws Exception {
        http.json("POST", ARTICLES, article(0));
        UUID people = Objects.requireNonNull(
                jdbc.queryForObject("select people_id from report order by id limit 1", UUID.class));
        int clients = 2 + 2 * Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try (Connection other = Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock = other.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
                lock.setInt(1, 0x52440000 | 3);
                lock.setInt(2, people.hashCode());
                lock.execute();
            }
            List<Future<Http.Answer>> waiting = new ArrayList<>();
            for (int n = 0; n < clients; n++) {
                String body = "{\"text\":\"Olaf Scholz phoned Vladimir Putin on 2 June 2023. Item " + n + ".\"}";
                waiting.add(threads.submit(() -> http.json("POST", ARTICLES, body)));
            }
            assertThat(http.json("POST", ARTICLES, article(2)).status()).isEqualTo(201);
            assertThat(waiting).noneMatch(Future::isDone);
            other.rollback();
            for (Future<Http.Answer> answer : waiting) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theRecordsAreThoseOfOneAfterTheOther() {
        List<String> bodies = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            bodies.add(article(n));
        }
        atOnce(bodies);
        try (Instance alone = Instance.start(Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource())))) {
            bodies.forEach(body -> alone.http().json("POST", ARTICLES, body));
            assertThat(Records.of(http)).isEqualTo(Records.of(alone.http()));
        }
    }
}
