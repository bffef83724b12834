package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.readout.kafka.Broker;
import tools.jackson.databind.json.JsonMapper;

/** Articles from a topic and changes to one, while instances come and go. */
class KafkaTests extends ServiceTests {

    private static final String ARTICLES = "readout.articles";
    private static final String DEAD = "readout.articles.dead";
    private static final String CHANGES = "readout.changes";
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PAIRS =
            List.of("Emmanuel Macron/Narendra Modi", "Olaf Scholz/Joe Biden", "Rishi Sunak/Giorgia Meloni");

    private static byte[] article(int n) {
        String[] pair = PAIRS.get(n % PAIRS.size()).split("/", -1);
        return JSON.writeValueAsBytes(Map.of(
                "text",
                "%s phoned %s on %d May 2023. Bulletin %d.".formatted(pair[0], pair[1], 1 + n % 28, n),
                "publisher",
                "Wire " + n % 7));
    }

    private static void send(Broker broker, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            broker.send(ARTICLES, PAIRS.get(n % PAIRS.size()) + n % 5, article(n));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> of, String name) {
        return new String(of.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The numbers of the changes up to the last that events tell of; those of other partitions may come after it. */
    private static List<Long> changes(Instance instance, List<ConsumerRecord<byte[], byte[]>> events) {
        long last =
                Broker.numbers(events).stream().mapToLong(Long::longValue).max().orElseThrow();
        return instance.jdbc().queryForList("select seq from change where seq <= ?", Long.class, last);
    }

    @Test
    void takesEachArticleOnceAndTellsOfEachChange() throws Exception {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Broker broker = Broker.start(ARTICLES, 4)) {
            String kafka = "--readout.kafka.bootstrap-servers=" + broker.address();
            send(broker, 0, 60);
            broker.send(ARTICLES, "a", "{\"text\":".getBytes(StandardCharsets.UTF_8));
            broker.send(ARTICLES, "b", "{\"publisher\":\"Wire\"}".getBytes(StandardCharsets.UTF_8));
            broker.send(ARTICLES, "c", new byte[] {'{', (byte) 0xff, '}'});
            Instance first = Instance.start(database, kafka);
            Instance second;
            try {
                broker.read(CHANGES, events -> Broker.added(events).size() >= 20);
                second = Instance.start(database, kafka);
                send(broker, 40, 120);
            } finally {
                first.close();
            }
            try (second) {
                send(broker, 100, 150);
                List<ConsumerRecord<byte[], byte[]>> events = broker.read(
                        CHANGES,
                        e -> Broker.added(e).size() >= 150
                                && changes(second, e).size()
                                        == Broker.numbers(e).size());
                assertThat(second.jdbc().queryForList("select cast(id as text) from source_article", String.class))
                        .containsExactlyInAnyOrderElementsOf(Broker.added(events));
                assertThat(changes(second, events)).containsExactlyInAnyOrderElementsOf(Broker.numbers(events));
                List<ConsumerRecord<byte[], byte[]>> dead = broker.read(DEAD, letters -> letters.size() >= 3);
                assertThat(dead)
                        .extracting(l -> new String(l.key(), StandardCharsets.UTF_8))
                        .containsExactlyInAnyOrder("a", "b", "c");
                assertThat(dead).allSatisfy(l -> {
                    assertThat(header(l, "readout-status")).isEqualTo("400");
                    assertThat(header(l, "kafka_dlt-original-topic")).isEqualTo(ARTICLES);
                });
                assertThat(dead)
                        .extracting(l -> header(l, "readout-reason"))
                        .anySatisfy(r -> assertThat(r).contains("/text"))
                        .anySatisfy(r -> assertThat(r).contains("UTF-8"));
                for (int n = 0; n < 150; n++) {
                    post(article(n));
                }
                assertThat(Records.of(second.http())).isEqualTo(Records.of(http));
            }
        }
    }

    /** The same, one by one. */
    private void post(byte[] article) {
        assertThat(http.json("POST", API + "/source-articles", new String(article, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
    }
}
