package org.readout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readout.process.PostgresProcess;
import org.readout.process.ServiceProcess;

/** What was acknowledged is on disk, whoever is killed; what was not is safe to send again. */
@Tag("chaos")
class CrashTests {

    private static final int ROUNDS = Integer.getInteger("readout.chaos.rounds", 20);
    private static final int CLIENTS = 8;
    private static final int SOME = 20;

    private final Random luck = new Random(20);
    private final Map<String, String> acknowledged = new HashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private List<String> left = List.of();

    private Load load(ServiceProcess service) {
        return new Load(List.of(service.url()), numbers).retry(left).begin(CLIENTS);
    }

    private void note(Load load) {
        acknowledged.putAll(load.taken());
        left = load.left();
        assertThat(load.errors()).as("5xx other than 503").isZero();
    }

    /** Until some articles more have been taken, and then some more time. */
    private void letItRun(Load load) throws InterruptedException {
        int enough = load.taken().size() + SOME;
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> load.taken().size() >= enough);
        TimeUnit.MILLISECONDS.sleep(luck.nextInt(1500));
    }

    @Test
    void theServiceIsKilled(@TempDir Path folder) throws Exception {
        int port = ServiceProcess.freePort();
        String data = "--readout.data-dir=" + folder;
        List<Duration> starts = new ArrayList<>();
        ServiceProcess service = ServiceProcess.start(port, data);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (Load load = load(service)) {
                    letItRun(load);
                    service.kill();
                    load.close();
                    note(load);
                }
                service = ServiceProcess.launch(port, data);
                starts.add(service.awaitAnswer());
                service.awaitReady();
            }
            try (Load load =
                    new Load(List.of(service.url()), numbers).retry(left).begin(CLIENTS)) {
                letItRun(load);
                load.close();
                note(load);
            }
            report("service killed", starts, Store.holds(service.http(), acknowledged));
            Store.isAsReadAnew(service.http());
        } finally {
            service.close();
        }
    }

    @Test
    void theEmbeddedPostgresIsKilled(@TempDir Path folder) throws Exception {
        List<Duration> pauses = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(ServiceProcess.freePort(), "--readout.data-dir=" + folder)) {
            for (int round = 0; round < ROUNDS / 2; round++) {
                try (Load load = load(service)) {
                    letItRun(load);
                    PostgresProcess.kill(folder);
                    pauses.add(Pause.of(service));
                    letItRun(load);
                    load.close();
                    note(load);
                }
            }
            report("embedded PostgreSQL killed", pauses, Store.holds(service.http(), acknowledged));
            Store.isAsReadAnew(service.http());
        }
    }

    @Test
    void anExternalPostgresIsKilled(@TempDir Path folder) throws Exception {
        List<Duration> pauses = new ArrayList<>();
        try (PostgresProcess postgres = PostgresProcess.start(folder);
                ServiceProcess service =
                        ServiceProcess.start(ServiceProcess.freePort(), postgres.arguments("postgres"))) {
            for (int round = 0; round < ROUNDS / 2; round++) {
                try (Load load = load(service)) {
                    letItRun(load);
                    if (round % 2 == 0) {
                        postgres.kill();
                        postgres.startAgain();
                    } else {
                        postgres.restart();
                    }
                    pauses.add(Pause.of(service));
                    letItRun(load);
                    load.close();
                    note(load);
                }
            }
            report("external PostgreSQL killed or restarted", pauses, Store.holds(service.http(), acknowledged));
            Store.isAsReadAnew(service.http());
        }
    }

    @Test
    void theServiceIsStopped(@TempDir Path folder) throws Exception {
        int port = ServiceProcess.freePort();
        String data = "--readout.data-dir=" + folder;
        for (int round = 0; round < ROUNDS / 4; round++) {
            try (ServiceProcess service = ServiceProcess.start(port, data);
                    Load load = load(service)) {
                letItRun(load);
                service.stop();
                load.close();
                note(load);
            }
        }
        try (ServiceProcess service = ServiceProcess.start(port, data)) {
            int held = Store.holds(service.http(), acknowledged);
            assertThat(held).as("stored without being acknowledged").isEqualTo(acknowledged.size());
            System.out.printf("chaos: service stopped: %d rounds, %d acknowledged, none cut off%n", ROUNDS / 4, held);
        }
    }

    private void report(String what, List<Duration> pauses, int held) {
        List<Long> sorted = pauses.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                "chaos: %s: %d rounds, %d acknowledged, %d stored, lost 0, doubled 0; back after %d ms (median), %d ms (most)%n",
                what,
                pauses.size(),
                acknowledged.size(),
                held,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));
        assertThat(acknowledged).hasSizeGreaterThan(pauses.size());
    }
}
