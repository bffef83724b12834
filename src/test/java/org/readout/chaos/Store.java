package org.readout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.readout.Http;
import tools.jackson.databind.JsonNode;

/** What a service has stored, held against what its clients were told. */
final class Store {

    private static final String API = "/api/v1";

    private Store() {}

    /** Every article that was acknowledged is there, once, whole, and no other twice; how many there are. */
    static int holds(Http http, Map<String, String> acknowledged) {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> texts = new HashMap<>();
        List<String> halves = new ArrayList<>();
        for (JsonNode article : http.all(API + "/source-articles")) {
            String id = article.path("id").asString();
            ids.merge(id, 1, Integer::sum);
            String text = http.get(API + "/source-articles/" + id + "/text").body();
            texts.merge(text, 1, Integer::sum);
            JsonNode reports =
                    http.get(API + "/source-articles/" + id + "/reports").json().path("items");
            if (reports.isEmpty() || reports.get(0).path("callId").isNull()) {
                halves.add(text);
            }
        }
        List<String> lost = acknowledged.values().stream()
                .filter(id -> !ids.containsKey(id))
                .toList();
        assertThat(lost).as("lost").isEmpty();
        assertThat(texts.values().stream().filter(n -> n > 1)).as("doubled").isEmpty();
        assertThat(halves).as("half-written").isEmpty();
        return ids.size();
    }

    /** Reading the whole store anew changes no record. */
    static void isAsReadAnew(Http http) {
        long before = last(http);
        assertThat(http.json("POST", "/actuator/reread", "{}").status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    JsonNode progress = http.get("/actuator/reread").json();
                    return !progress.path("finishedAt").isNull();
                });
        assertThat(http.get("/actuator/reread").json().path("failed").asInt()).isZero();
        assertThat(http.all(API + "/changes?subject=CALL&after=" + before))
                .as("changed by reading anew")
                .isEmpty();
    }

    private static long last(Http http) {
        List<JsonNode> all = http.all(API + "/changes?subject=CALL");
        return all.isEmpty() ? 0 : all.get(all.size() - 1).path("seq").asLong();
    }
}
