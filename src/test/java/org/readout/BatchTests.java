package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A batch gives what its lines give one by one, in whatever company they are stored. */
class BatchTests extends ServiceTests {

    private static final String BATCHES = "/api/v1/source-articles/batches";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String[] LEADERS = {
        "German Chancellor Olaf Scholz",
        "Russian President Vladimir Putin",
        "French President Emmanuel Macron",
        "Chinese President Xi Jinping",
        "Turkish President Recep Tayyip Erdogan",
        "Indian Prime Minister Narendra Modi"
    };
    private static final String[] SAYINGS = {
        "The call lasted an hour.",
        "The call lasted nearly an hour.",
        "It was their first call since December 2022.",
        "The two will speak again next week.",
        "\"We will help you as long as necessary,\" the first told the second."
    };

    /** Articles of which many are about the same people, some repeat or revise others, and some are sent twice. */
    private static List<String> lines(int count, boolean addresses) {
        Random random = new Random(count);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(12) == 0 && !out.isEmpty()) {
                out.add(out.get(random.nextInt(out.size())));
                continue;
            }
            int a = random.nextInt(LEADERS.length);
            int b = (a + 1 + random.nextInt(LEADERS.length - 1)) % LEADERS.length;
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(20));
            String text = "%s spoke by phone with %s on %d %s %d. %s %s"
                    .formatted(
                            LEADERS[a],
                            LEADERS[b],
                            day.getDayOfMonth(),
                            day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            day.getYear(),
                            SAYINGS[random.nextInt(SAYINGS.length)],
                            SAYINGS[random.nextInt(SAYINGS.length)]);
            ObjectNode article = MAPPER.createObjectNode()
                    .put("text", text)
                    .put("publisher", "P" + random.nextInt(4))
                    .put("publishedAt", day.toString());
            if (addresses && random.nextInt(3) == 0) {
                article.put("url", "https://example.org/" + random.nextInt(15));
            }
            out.add(MAPPER.writeValueAsString(article));
        }
        return out;
    }

    @Test
    void aBatchGivesWhatItsLinesGive() {
        compare(
                lines(60, false),
                together ->
                        assertThat(causes(together)).allMatch(c -> c.startsWith("ARTICLE_ADDED of an article on ")));
    }

    @Test
    void aBatchWithRevisionsGivesWhatItsLinesGive() {
        compare(lines(120, true), together -> {});
    }

    private void compare(List<String> lines, Consumer<Http> more) {
        try (Instance together =
                Instance.start(Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource())))) {
            Http.Answer answer =
                    together.http().with("POST", BATCHES, "application/x-ndjson", String.join("\n", lines));
            assertThat(answer.status()).isEqualTo(200);
            List<JsonNode> answered =
                    answer.body().lines().map(MAPPER::readTree).toList();
            assertThat(answered.stream().map(l -> l.path("line").asInt()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, lines.size()).boxed().toList());
            List<Integer> alone = lines.stream()
                    .map(l -> http.json("POST", "/api/v1/source-articles", l).status())
                    .toList();
            assertThat(answered.stream().filter(l -> l.path("status").asInt() == 201))
                    .hasSize((int) alone.stream().filter(s -> s == 201).count());
            assertThat(Records.of(together.http())).isEqualTo(Records.of(http));
            more.accept(together.http());
        }
    }

    /** The article that each change of a call names tells of that call. */
    private static List<String> causes(Http http) {
        List<String> out = new ArrayList<>();
        for (JsonNode change : http.all("/api/v1/changes?subject=CALL")) {
            JsonNode cause = change.path("cause");
            List<String> calls = new ArrayList<>();
            http.get("/api/v1/source-articles/" + cause.path("articleId").asString() + "/reports")
                    .json()
                    .path("items")
                    .forEach(r -> calls.add(r.path("participants").toString()));
            List<String> of = new ArrayList<>();
            http.get("/api/v1/calls/" + change.path("id").asString())
                    .json()
                    .path("participants")
                    .forEach(p -> of.add(p.path("leaderId").asString()));
            boolean own = calls.stream().anyMatch(c -> of.stream().allMatch(c::contains));
            out.add(cause.path("kind").asString() + (own ? " of an article on " : " of another article than on ") + of);
        }
        return out;
    }

    @Test
    void whoeverWaitsForAnAnswerBeforeTheNextLineGetsIt() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), openPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST " + BATCHES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 1; i <= 3; i++) {
                String line =
                        "{\"text\":\"French President Emmanuel Macron spoke by phone with Indian Prime Minister Narendra Modi on "
                                + (10 + i) + " May 2021.\"}\n";
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String answer = in.readLine();
                while (!answer.startsWith("{")) {
                    answer = in.readLine();
                }
                assertThat(answer).contains("\"line\":" + i).contains("\"status\":201");
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
