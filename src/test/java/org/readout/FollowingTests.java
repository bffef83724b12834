package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed followed as a stream of events. */
class FollowingTests extends ServiceTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    /** Reads {@code count} events after the last one known, then hangs up. */
    private List<JsonNode> events(long after, int count) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API + "/changes"))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", String.valueOf(after))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        List<JsonNode> out = new ArrayList<>();
        try (Stream<String> lines = response.body()) {
            Iterator<String> at = lines.iterator();
            String id = "";
            while (out.size() < count) {
                String line = at.next();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    JsonNode change = MAPPER.readTree(line.substring(5));
                    assertThat(change.path("seq").asString()).isEqualTo(id);
                    out.add(change);
                }
            }
        }
        return out;
    }

    @Test
    @Timeout(120)
    void aFollowerCutOffAtRandomEndsWithTheStoresState() throws IOException, InterruptedException {
        Random luck = new Random(7);
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (!articles.isEmpty() && luck.nextInt(3) == 0) {
                http.delete(API + "/source-articles/" + articles.remove(luck.nextInt(articles.size())));
            } else {
                articles.add(http.json(
                                "POST",
                                API + "/source-articles",
                                "{\"publisher\":\"P%d\",\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],\"date\":\"2024-11-%02d\"}]}"
                                        .formatted(i, 1 + luck.nextInt(20)))
                        .json()
                        .path("id")
                        .asString());
            }
        }
        List<JsonNode> all = http.all(API + "/changes");

        List<JsonNode> followed = new ArrayList<>();
        while (followed.size() < all.size()) {
            long seen = followed.isEmpty()
                    ? 0
                    : followed.get(followed.size() - 1).path("seq").asLong();
            followed.addAll(events(seen, Math.min(1 + luck.nextInt(40), all.size() - followed.size())));
        }

        assertThat(followed).isEqualTo(all);
        Map<String, String> calls = new LinkedHashMap<>();
        followed.stream()
                .filter(c -> c.path("subject").asString().equals("CALL"))
                .forEach(c -> calls.put(c.path("id").asString(), c.path("kind").asString()));
        assertThat(http.all(API + "/calls"))
                .allSatisfy(c -> assertThat(calls).containsKey(c.path("id").asString()));
    }

    @Test
    @Timeout(60)
    void whatChangesWhileOneListensArrives() throws IOException, InterruptedException {
        Thread later = new Thread(this::postMenafn);
        later.start();
        List<JsonNode> events = events(0, 2);
        later.join();
        assertThat(events).isEqualTo(http.all(API + "/changes").subList(0, 2));
    }
}
