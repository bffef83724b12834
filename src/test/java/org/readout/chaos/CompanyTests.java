package org.readout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.Http;
import org.readout.Records;
import org.readout.process.PostgresProcess;
import org.readout.process.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** Several instances on one PostgreSQL are as good as one. */
@Tag("chaos")
class CompanyTests {

    private static final int ARTICLES = Integer.getInteger("readout.chaos.articles", 200);
    private static final int CLIENTS = 8;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void giveWhatOneGives(int instances, @TempDir Path folder) throws Exception {
        List<String> expected;
        try (PostgresProcess postgres = PostgresProcess.start(folder)) {
            postgres.create("alone");
            try (ServiceProcess alone = ServiceProcess.start(ServiceProcess.freePort(), postgres.arguments("alone"))) {
                for (int i = 0; i < ARTICLES; i++) {
                    post(alone, i);
                }
                expected = Records.of(alone.http());
            }
            List<ServiceProcess> all = new ArrayList<>();
            try {
                for (int i = 0; i < instances; i++) {
                    all.add(ServiceProcess.launch(
                            ServiceProcess.freePort(),
                            with(postgres.arguments("postgres"), "--readout.outbound.allow-private=true")));
                }
                for (ServiceProcess one : all) {
                    one.awaitReady();
                }
                Map<String, AtomicInteger> posted = postTogether(all);
                for (ServiceProcess one : all) {
                    assertThat(Records.of(one.http())).isEqualTo(expected);
                }
                Http http = all.get(0).http();
                List<JsonNode> changes = http.all("/api/v1/changes");
                assertThat(changes.stream().map(c -> c.path("seq").asLong()).distinct())
                        .hasSize(changes.size());
                assertThat(posted.values()).allSatisfy(n -> assertThat(n.get()).isEqualTo(1));
                assertThat(posted).hasSize(changes.size());
                Store.isAsReadAnew(http);
                System.out.printf(
                        "chaos: %d instances, %d articles from %d clients: %d calls as from one, %d changes each posted once%n",
                        instances, ARTICLES, CLIENTS, expected.size(), changes.size());
            } finally {
                all.forEach(ServiceProcess::close);
            }
        }
    }

    /** Each client posts every article in an order of its own, to any instance; how often each change was posted on. */
    private static Map<String, AtomicInteger> postTogether(List<ServiceProcess> all) throws Exception {
        Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.computeIfAbsent(exchange.getRequestHeaders().getFirst("webhook-id"), k -> new AtomicInteger())
                    .incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Http http = all.get(0).http();
            http.json(
                    "POST",
                    "/api/v1/webhooks",
                    "{\"url\":\"http://127.0.0.1:" + receiver.getAddress().getPort() + "/\"}");
            List<Future<?>> under = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                Random random = new Random(c);
                under.add(clients.submit(() -> {
                    List<Integer> order = new ArrayList<>();
                    for (int i = 0; i < ARTICLES; i++) {
                        order.add(i);
                    }
                    Collections.shuffle(order, random);
                    order.forEach(i -> post(all.get(random.nextInt(all.size())), i));
                }));
            }
            for (Future<?> one : under) {
                one.get();
            }
            int changes = http.all("/api/v1/changes").size();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> told.size() >= changes);
            return told;
        } finally {
            clients.shutdownNow();
            receiver.stop(0);
        }
    }

    private static void post(ServiceProcess to, int number) {
        Http.Answer answer = to.http().text("/api/v1/source-articles/texts?publishedAt=2024-06-01", Load.text(number));
        for (int tries = 0; answer.status() == 503 && tries < 20; tries++) {
            answer = to.http().text("/api/v1/source-articles/texts?publishedAt=2024-06-01", Load.text(number));
        }
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    static String[] with(String[] arguments, String more) {
        List<String> out = new ArrayList<>(List.of(arguments));
        out.add(more);
        return out.toArray(String[]::new);
    }
}
