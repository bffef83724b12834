package org.readout.chaos;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.readout.Http;
import org.readout.process.ServiceProcess;

/** How long a service cannot serve. */
final class Pause {

    private Pause() {}

    /** From now until an article can be posted and lists be read again. */
    static Duration of(ServiceProcess service) {
        long from = System.nanoTime();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Http http = service.http();
                    return http.get("/api/v1/calls?limit=1").status() == 200
                            && http.text("/api/v1/source-articles/texts", Load.text(-1))
                                            .status()
                                    < 300;
                });
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
