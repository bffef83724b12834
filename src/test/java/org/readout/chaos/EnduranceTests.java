package org.readout.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readout.process.ServiceProcess;

/** Many clients for a while: nothing fails, and memory stays what it is. */
@Tag("chaos")
class EnduranceTests {

    private static final int SECONDS = Integer.getInteger("readout.chaos.seconds", 60);
    private static final int WRITERS = 8;
    private static final int READERS = 32;
    private static final int SAMPLES = 10;
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/calls",
            "/api/v1/calls?participant=olaf-scholz&from=2023",
            "/api/v1/calls?country=FR&sort=-updatedAt",
            "/api/v1/statements?participant=Putin",
            "/api/v1/leaders?q=Zelensky",
            "/api/v1/statistics/calls?by=pair",
            "/api/v1/source-articles?limit=50",
            "/api/v1/changes?after=10",
            "/");

    @Test
    void holdsWritersAndReaders(@TempDir Path folder) throws Exception {
        try (ServiceProcess service = ServiceProcess.start(ServiceProcess.freePort(), "--readout.data-dir=" + folder)) {
            AtomicInteger read = new AtomicInteger();
            AtomicInteger failed = new AtomicInteger();
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> readers = new ArrayList<>();
            List<Long> memory = new ArrayList<>();
            try (Load load = new Load(List.of(service.url()), new AtomicInteger()).begin(WRITERS)) {
                for (int i = 0; i < READERS; i++) {
                    Random random = new Random(i);
                    Thread thread = new Thread(() -> {
                        while (!over.get()) {
                            int status = service.http().status("GET", QUESTIONS.get(random.nextInt(QUESTIONS.size())));
                            read.incrementAndGet();
                            if (status >= 400) {
                                failed.incrementAndGet();
                            }
                        }
                    });
                    thread.start();
                    readers.add(thread);
                }
                for (int i = 0; i < SAMPLES; i++) {
                    TimeUnit.MILLISECONDS.sleep(SECONDS * 1000L / SAMPLES);
                    memory.add(resident(service.pid()));
                }
                over.set(true);
                for (Thread reader : readers) {
                    reader.join();
                }
                load.close();
                System.out.printf(
                        "chaos: %d s: %d articles posted, %d answers read, %d failed; resident MB %s%n",
                        SECONDS,
                        load.taken().size(),
                        read.get(),
                        failed.get() + load.left().size(),
                        memory);
                assertThat(failed).hasValue(0);
                assertThat(load.left()).isEmpty();
                assertThat(load.cutOff()).isZero();
            }
            long half = memory.get(SAMPLES / 2);
            assertThat(memory.get(SAMPLES - 1))
                    .as("resident MB, at half time %d", half)
                    .isLessThan(half * 5 / 4);
        }
    }

    /** Megabytes that a process holds; 0 where the system does not tell. */
    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
