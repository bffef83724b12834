package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients at once, on the same things and on others: nobody waits for somebody who waits for them. */
class LockOrderTests extends ServiceTests {

    private static final String[][] PAIRS = {
        {"French President Emmanuel Macron", "Russian President Vladimir Putin"},
        {"German Chancellor Olaf Scholz", "Chinese President Xi Jinping"},
        {"Turkish President Recep Tayyip Erdogan", "US President Joe Biden"}
    };

    private long deadlocksBefore;

    @BeforeEach
    void count() {
        deadlocksBefore = deadlocks();
        person("lock-one", "Lock One");
        person("lock-two", "Lock Two");
        person("lock-three", "Lock Three");
    }

    @AfterEach
    void forget() {
        for (String id : List.of("lock-one", "lock-two", "lock-three")) {
            http.delete(API + "/leaders/" + id);
        }
    }

    private void person(String id, String name) {
        assertThat(http.json("POST", API + "/leaders", leader(id, name)).status())
                .isEqualTo(201);
    }

    private static String leader(String id, String name) {
        return """
                {"id":"%s","name":"%s","names":["%s"],"terms":[{"country":"AD","office":"PRIME_MINISTER","start":"2001-01-01","end":"2001-02-01","source":"own"}]}""".formatted(id, name, name + " " + (System.nanoTime() % 7));
    }

    private long deadlocks() {
        Long count = jdbc.queryForObject(
                "select deadlocks from pg_stat_database where datname = current_database()", Long.class);
        return count == null ? 0 : count;
    }

    /** How the service answers each request of clients that ask at once. */
    private static List<Integer> atOnce(List<Callable<List<Integer>>> clients) {
        return AtOnce.all(clients).stream().flatMap(List::stream).toList();
    }

    private void nobodyWasRefused(List<Integer> statuses) {
        assertThat(statuses).doesNotContain(500, 503);
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void mergingLeadersWhileOthersAreCorrected() {
        Callable<List<Integer>> merging = () -> {
            List<Integer> out = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Http.Answer made = http.json(
                        "POST", API + "/leaders/lock-one/merge", "{\"leaderId\":\"lock-two\",\"who\":\"ana\"}");
                out.add(made.status());
                out.add(http.delete(API + "/decisions/" + made.json().path("id").asString())
                        .status());
            }
            return out;
        };
        Callable<List<Integer>> correcting = () -> {
            List<Integer> out = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                out.add(http.with(
                                "PUT",
                                API + "/leaders/lock-three",
                                "application/json",
                                leader("lock-three", "Lock Three"),
                                "If-Match",
                                "*")
                        .status());
            }
            return out;
        };

        List<Integer> statuses = atOnce(List.of(merging, correcting, correcting));

        nobodyWasRefused(statuses);
        assertThat(statuses).containsOnly(200, 204);
    }

    @Test
    void withdrawingSixCopiesAtOnce() {
        for (int round = 0; round < 5; round++) {
            int day = round + 1;
            List<String> ids = IntStream.range(0, 6)
                    .mapToObj(i -> post("Copy " + i, PAIRS[0], day, 0))
                    .toList();
            List<Callable<List<Integer>>> clients = new ArrayList<>();
            ids.forEach(id -> clients.add(
                    () -> List.of(http.delete(API + "/source-articles/" + id).status())));

            List<Integer> statuses = atOnce(clients);

            nobodyWasRefused(statuses);
            assertThat(statuses).containsOnly(204);
        }
        assertThat(http.all(API + "/calls")).isEmpty();
    }

    @Test
    void eightClientsDoAllThereIsToDo() {
        List<Callable<List<Integer>>> clients = new ArrayList<>();
        for (int c = 0; c < 8; c++) {
            Random random = new Random(c);
            clients.add(() -> {
                List<Integer> out = new ArrayList<>();
                for (int i = 0; i < 15; i++) {
                    out.add(something(random));
                }
                return out;
            });
        }
        clients.add(() -> {
            List<Integer> out = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                out.add(http.json("POST", "/actuator/reread", "{}").status());
                out.add(http.get("/actuator/reread").status());
            }
            return out;
        });

        nobodyWasRefused(atOnce(clients));

        for (JsonNode article : http.all(API + "/source-articles")) {
            http.get(API + "/source-articles/" + id(article) + "/reports")
                    .json()
                    .path("items")
                    .forEach(report -> assertThat(http.get(API + "/calls/"
                                            + report.path("callId").asString())
                                    .status())
                            .isEqualTo(200));
        }
        List<Long> numbers = http.all(API + "/changes").stream()
                .map(c -> c.path("seq").asLong())
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    private int something(Random random) {
        String[] pair = PAIRS[random.nextInt(PAIRS.length)];
        int day = 1 + random.nextInt(3);
        List<JsonNode> articles = http.get(API + "/source-articles?limit=20")
                .json()
                .path("items")
                .valueStream()
                .toList();
        List<JsonNode> calls = http.get(API + "/calls?limit=20")
                .json()
                .path("items")
                .valueStream()
                .toList();
        int what = articles.isEmpty() || calls.isEmpty() ? 0 : random.nextInt(10);
        JsonNode article = articles.isEmpty() ? null : articles.get(random.nextInt(articles.size()));
        JsonNode call = calls.isEmpty() ? null : calls.get(random.nextInt(calls.size()));
        return switch (what) {
            case 4 -> http.delete(API + "/source-articles/" + id(article)).status();
            case 5 ->
                http.json(
                                "PATCH",
                                API + "/source-articles/" + id(article),
                                "{\"publishedAt\":\"2024-05-%02d\"}".formatted(day + 3))
                        .status();
            case 6 ->
                http.json(
                                "PUT",
                                API + "/calls/" + id(call) + "/decisions/duration",
                                "{\"value\":\"%d minutes\",\"who\":\"ana\"}".formatted(20 + random.nextInt(60)))
                        .status();
            case 7 ->
                http.json(
                                "POST",
                                API + "/calls/" + id(call) + "/merge",
                                "{\"callId\":\"%s\"}".formatted(id(calls.get(random.nextInt(calls.size())))))
                        .status();
            case 8 -> {
                List<JsonNode> reports = http.get(API + "/calls/" + id(call) + "/reports")
                        .json()
                        .path("items")
                        .valueStream()
                        .toList();
                yield reports.size() < 2
                        ? 200
                        : http.json(
                                        "POST",
                                        API + "/calls/" + id(call) + "/split",
                                        "{\"reportIds\":[\"%s\"]}".formatted(id(reports.get(0))))
                                .status();
            }
            case 9 -> {
                JsonNode decision = http.get(API + "/decisions?standing=true&limit=1")
                        .json()
                        .path("items")
                        .path(0);
                yield decision.isMissingNode()
                        ? 200
                        : http.delete(API + "/decisions/" + id(decision)).status();
            }
            default -> status("Paper " + random.nextInt(4), pair, day, random.nextInt(1_000));
        };
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private String post(String publisher, String[] pair, int day, int number) {
        return send(publisher, pair, day, number).json().path("id").asString();
    }

    private int status(String publisher, String[] pair, int day, int number) {
        return send(publisher, pair, day, number).status();
    }

    private Http.Answer send(String publisher, String[] pair, int day, int number) {
        String text =
                "%s and %s spoke by phone on May %d, 2024. The call lasted %d minutes, and the two talked about trade, grain and the talks that are to be held in Istanbul before the end of the summer, a spokesman told reporters."
                        .formatted(pair[0], pair[1], day, 10 + number % 50);
        return http.json(
                "POST",
                API + "/source-articles",
                "{\"publisher\":\"%s\",\"publishedAt\":\"2024-05-%02d\",\"text\":\"%s\"}"
                        .formatted(publisher, day + 1, text));
    }
}
