package org.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Where the service listens while it asks nobody who they are, and how much of it is served. */
class ListeningTests extends ServiceTests {

    @Test
    void whoeverIsNotAskedIsOnThisMachine() throws IOException {
        Map<String, Integer> hosts = Map.of(
                "localhost:1",
                200,
                "127.0.0.1",
                200,
                "[::1]:80",
                200,
                "readout.example",
                403,
                "127.0.0.1.example",
                403);
        for (Map.Entry<String, Integer> host : hosts.entrySet()) {
            try (RawHttp raw = new RawHttp(openPort())) {
                assertThat(raw.send("GET /api/v1/calls HTTP/1.1\r\nHost: " + host.getKey() + "\r\n\r\n")
                                .status())
                        .as(host.getKey())
                        .isEqualTo(host.getValue());
            }
        }
    }

    @Test
    void listensElsewhereOnlyWithCredentials() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        assertThatThrownBy(() -> Instance.start(database, "--server.address=0.0.0.0"))
                .hasMessageContaining("0.0.0.0");
        assertThatThrownBy(() -> Instance.start(database, "--readout.access.open-to=nobody"))
                .hasMessageContaining("no key");

        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ReadoutApplication.main(
                    database.arguments("--server.address=0.0.0.0", "--new-key=ops", "--role=contributor"));
        } finally {
            System.setOut(console);
        }
        String key = said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.startsWith("readout_"))
                .findFirst()
                .orElseThrow();
        try (Instance instance = Instance.start(
                database,
                "--server.address=0.0.0.0",
                "--readout.access.public-reading=true",
                "--readout.limits.requests-per-caller=3",
                "--readout.limits.requests-per-address=4",
                "--readout.limits.part-within=0s")) {
            Http ops = instance.http().as(key);
            assertThat(ops.get(API + "/calls").status()).isEqualTo(200);
            assertThat(ops.delete(API + "/statements/" + UUID.randomUUID()).status())
                    .isEqualTo(403);
            assertThat(ops.text(API + "/source-articles/texts", "x").status()).isEqualTo(408);
            Http.Answer last = ops.get(API + "/calls");
            assertThat(last.header("RateLimit")).startsWith("\"requests\";r=0;t=");
            Http.Answer more = ops.get(API + "/calls");
            assertThat(more.status()).isEqualTo(429);
            assertThat(Integer.parseInt(more.header("Retry-After"))).isBetween(1, 60);
            assertThat(more.json().path("code").asString()).isEqualTo("TOO_MANY_REQUESTS");

            Http stranger = instance.http();
            assertThat(stranger.get(API + "/calls").status()).isEqualTo(200);
            assertThat(stranger.text(API + "/source-articles/texts", "x").status())
                    .isEqualTo(401);
            assertThat(stranger.get("/actuator/prometheus").status()).isEqualTo(401);
            assertThat(stranger.as("readout_guess").get(API + "/calls").status())
                    .isEqualTo(401);
            assertThat(stranger.as("readout_guess").get(API + "/calls").status())
                    .isEqualTo(429);
            assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldSo() throws IOException {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Instance instance =
                        Instance.start(database, "--readout.limits.at-a-time=1", "--readout.limits.wait-at-most=1ms");
                RawHttp slow = new RawHttp(instance.port())) {
            slow.send(
                    "POST /api/v1/extractions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{");
            Gauge places = instance.meters().get("readout.places").gauge();
            Awaitility.await().until(places::value, free -> free == 0);
            Http.Answer refused = instance.http().get(API + "/calls");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(instance.http().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            slow.send("\"text\":\"x\"}");
            assertThat(slow.status()).isEqualTo(200);
            Awaitility.await().until(places::value, free -> free == 1);
            assertThat(instance.http().get(API + "/calls").status()).isEqualTo(200);
            try (RawHttp follower = new RawHttp(instance.port())) {
                Awaitility.await().until(places::value, free -> free == 1);
                follower.send(
                        "GET /api/v1/changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream, */*;q=0.1\r\n\r\n");
                assertThat(follower.status()).isEqualTo(200);
                assertThat(instance.http().get(API + "/calls").status()).isEqualTo(200);
            }
        }
    }
}
