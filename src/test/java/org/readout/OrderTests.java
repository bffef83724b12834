package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Through HTTP: neither order nor repetition nor what came and went shows in the records. */
class OrderTests extends ServiceTests {

    private static final String[] DURATIONS = {"an hour", "nearly an hour", "two hours", "over 90 minutes", "lengthy"};
    private static final String[] ORIGINS = {"Kremlin", "Bundesregierung", "White House"};
    private static final String[] PAIRS = {
        "\"Olaf Scholz\",\"Vladimir Putin\"", "\"Vladimir Putin\",\"Olaf Scholz\"", "\"Olaf Scholz\",\"Xi Jinping\""
    };

    private static String somePost(int number, Random random) {
        LocalDate day = LocalDate.parse("2024-11-10").plusDays(random.nextInt(12));
        List<String> parts = new ArrayList<>();
        parts.add("\"participants\":[" + PAIRS[random.nextInt(PAIRS.length)] + "]");
        switch (random.nextInt(6)) {
            case 0 -> parts.add("\"date\":\"2024-11\"");
            case 1 -> parts.add("\"duration\":\"an hour\"");
            default -> parts.add("\"date\":\"" + day + "\"");
        }
        if (random.nextBoolean() && parts.size() < 3 && !parts.get(1).startsWith("\"duration")) {
            parts.add("\"duration\":\"" + DURATIONS[random.nextInt(DURATIONS.length)] + "\"");
        }
        if (random.nextInt(3) == 0) {
            parts.add("\"origin\":\"" + ORIGINS[random.nextInt(ORIGINS.length)] + "\"");
        }
        if (random.nextInt(4) == 0) {
            parts.add("\"status\":\"" + (random.nextBoolean() ? "PLANNED" : "DENIED") + "\"");
        }
        if (random.nextInt(4) == 0) {
            parts.add("\"initiator\":\"" + (random.nextBoolean() ? "DE" : "MUTUAL") + "\"");
        }
        if (random.nextInt(4) == 0) {
            parts.add("\"previousCall\":\"2024-11-1" + random.nextInt(5) + "\"");
        }
        String published = random.nextInt(5) == 0 ? "" : ",\"publishedAt\":\"" + day.plusDays(random.nextInt(4)) + "\"";
        return "{\"publisher\":\"P" + number + "\"" + published + ",\"reports\":[{" + String.join(",", parts) + "}]}";
    }

    private String post(String body) {
        Http.Answer a = http.json("POST", API + "/source-articles", body);
        assertThat(a.status()).as(a.body()).isIn(200, 201);
        return a.json().path("id").asString();
    }

    private void emptied() {
        jdbc.execute(
                "truncate source_article, people_band, call_record, decision, change, rereading, staged_reading cascade");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theSameRecordsInAnyOrderWithAnyDetour(int seed) {
        Random random = new Random(seed);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            kept.add(somePost(i, random));
        }
        kept.forEach(this::post);
        List<String> expected = Records.of(http);
        assertThat(expected).isNotEmpty();

        for (int round = 0; round < 3; round++) {
            emptied();
            List<String> order = new ArrayList<>(kept);
            order.addAll(kept.subList(0, 3));
            Collections.shuffle(order, random);
            List<String> strangers = new ArrayList<>();
            for (String body : order) {
                if (random.nextInt(3) == 0) {
                    strangers.add(post(somePost(100 + strangers.size(), random)));
                }
                post(body);
                if (!strangers.isEmpty() && random.nextInt(3) == 0) {
                    http.delete(API + "/source-articles/" + strangers.remove(0));
                }
            }
            strangers.forEach(s -> http.delete(API + "/source-articles/" + s));

            assertThat(Records.of(http)).as("seed %d, round %d", seed, round).isEqualTo(expected);
            rereadWhole();
            assertThat(changedByRules()).as("seed %d, round %d", seed, round).isEmpty();
        }
    }

    /** The records that reading the store anew has changed, with those before. */
    private List<String> changedByRules() {
        List<String> out = new ArrayList<>();
        for (JsonNode c : http.get(API + "/changes?limit=200&subject=CALL&after=" + (lastChange() - 100))
                .json()
                .path("items")) {
            if (c.path("cause").path("kind").asString().equals("RULES")) {
                out.add(http.all(API + "/calls/" + c.path("id").asString() + "/revisions")
                        .toString());
            }
        }
        return out;
    }

    private long lastChange() {
        Long last = jdbc.queryForObject("select max(seq) from change", Long.class);
        return Math.max(100, last == null ? 0 : last);
    }

    /** Reads the whole store anew, and waits for it. */
    private JsonNode rereadWhole() {
        Http.Answer begun = http.json("POST", "/actuator/reread", "{}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        JsonNode progress = begun.json();
        while (!progress.path("phase").asString().equals("DONE")) {
            Thread.onSpinWait();
            progress = http.get("/actuator/reread").json();
        }
        return progress;
    }

    @Test
    void manyClientsAtOnceLoseAndDoubleNothing() throws Exception {
        Random random = new Random(5);
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bodies.add(somePost(i, random));
        }
        bodies.forEach(this::post);
        List<String> expected = Records.of(http);
        emptied();
        Collections.shuffle(bodies, random);

        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> posts = new ArrayList<>();
            bodies.forEach(b -> posts.add(clients.submit(() -> post(b))));
            for (Future<?> p : posts) {
                p.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            clients.shutdownNow();
        }

        assertThat(Records.of(http)).isEqualTo(expected);
    }

    @Test
    void rereadingTakesUpWhatTheRegistryHasLearnt() {
        String article = http.json("POST", API + "/source-articles", """
                        {"text":"Berlin, November 17, 2024. German Chancellor Olaf Scholz spoke by phone with President Xavier Newcomer on November 15, 2024.","publisher":"A"}""")
                .json()
                .path("id")
                .asString();
        String known = post(
                "{\"publisher\":\"B\",\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"date\":\"2024-11-15\"}]}");
        List<JsonNode> before = http.all(API + "/calls");
        jdbc.update(
                "insert into leader (id, name, created_at, updated_at) values ('xavier-newcomer', 'Xavier Newcomer', now(), now())");
        jdbc.update(
                "insert into leader_name (leader_id, position, spelling) values ('xavier-newcomer', 0, 'Xavier Newcomer')");
        jdbc.update(
                "insert into leader_term (leader_id, position, country, office, started, source) values ('xavier-newcomer', 0, 'PT', 'PRESIDENT', '2020', 'registry')");
        jdbc.update("update registry set revision = revision + 1");

        JsonNode progress = rereadWhole();

        jdbc.update("delete from leader where id = 'xavier-newcomer'");
        jdbc.update("update registry set revision = revision + 1");
        assertThat(progress.path("articlesRead").asInt()).isEqualTo(2);
        assertThat(progress.path("differing").asInt()).isEqualTo(1);
        assertThat(progress.path("callsChanged").asInt()).isEqualTo(1);
        JsonNode call = http.get(API + "/calls?participant=xavier-newcomer")
                .json()
                .path("items")
                .get(0);
        assertThat(call.path("articleCount").asInt()).isEqualTo(1);
        assertThat(before.stream().map(c -> c.path("id"))).hasSizeLessThanOrEqualTo(2);
        if (before.size() == 2) {
            assertThat(before.stream().map(c -> c.path("id"))).contains(call.path("id"));
            assertThat(http.all(API + "/calls/" + call.path("id").asString() + "/revisions")
                            .get(0)
                            .path("cause")
                            .path("kind")
                            .asString())
                    .isEqualTo("RULES");
        }
        assertThat(article).isNotEqualTo(known);
    }
}
