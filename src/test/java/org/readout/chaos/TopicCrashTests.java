package org.readout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readout.kafka.Broker;
import org.readout.process.PostgresProcess;
import org.readout.process.ServiceProcess;
import tools.jackson.databind.json.JsonMapper;

/** Articles come from a topic while instances are killed: each is stored once, and every change is told of. */
@Tag("chaos")
class TopicCrashTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ARTICLES = "readout.articles";
    private static final String CHANGES = "readout.changes";
    private static final int COUNT = Integer.getInteger("readout.chaos.articles", 200);
    private static final int ROUNDS = Integer.getInteger("readout.chaos.rounds", 3);

    private static void send(Broker broker, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            byte[] article = JSON.writeValueAsBytes(Map.of("text", Load.text(n)));
            broker.send(ARTICLES, "pair-" + n % 11, article);
        }
    }

    @Test
    void losesAndDoublesNothing(@TempDir Path folder) throws Exception {
        try (PostgresProcess postgres = PostgresProcess.start(folder);
                Broker broker = Broker.start(ARTICLES, 6)) {
            String kafka = "--readout.kafka.bootstrap-servers=" + broker.address();
            ServiceProcess survivor = ServiceProcess.start(
                    ServiceProcess.freePort(), CompanyTests.with(postgres.arguments("postgres"), kafka));
            try (survivor) {
                for (int round = 1; round <= ROUNDS; round++) {
                    int before = COUNT * (round - 1);
                    ServiceProcess victim = ServiceProcess.start(
                            ServiceProcess.freePort(), CompanyTests.with(postgres.arguments("postgres"), kafka));
                    try (victim) {
                        send(broker, before, before + COUNT);
                        broker.read(CHANGES, e -> Broker.added(e).size() >= before + COUNT / 4);
                        victim.kill();
                    }
                }
                List<ConsumerRecord<byte[], byte[]>> events =
                        broker.read(CHANGES, e -> Broker.added(e).size() >= COUNT * ROUNDS);
                Map<String, String> expected =
                        Broker.added(events).stream().collect(Collectors.toMap(id -> id, id -> id));
                assertThat(Store.holds(survivor.http(), expected)).isEqualTo(COUNT * ROUNDS);
                Set<Long> told = Broker.numbers(events);
                assertThat(survivor.http().all("/api/v1/changes?after=0").stream()
                                .map(c -> c.path("seq").asLong())
                                .filter(seq -> seq
                                        <= told.stream().mapToLong(n -> n).max().orElse(0))
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(told);
                System.out.printf(
                        "Topic: %d kills, %d articles sent, lost 0, doubled 0, %d events of %d changes%n",
                        ROUNDS, COUNT * ROUNDS, events.size(), told.size());
                Store.isAsReadAnew(survivor.http());
            }
        }
    }
}
