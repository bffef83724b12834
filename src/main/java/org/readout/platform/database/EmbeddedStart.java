package org.readout.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Begins the PostgreSQL beside the service when no {@code spring.datasource.url} says where one is. It starts while the
 * service is still put together: stopping what a killed service left, and recovery, take seconds.
 */
final class EmbeddedStart implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String EMBEDDED = "embedded";

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.getProperty("spring.datasource.url", EMBEDDED).equals(EMBEDDED)
                && ClassUtils.isPresent(LIBRARY, context.getClassLoader())) {
            Start start = new Start(Path.of(environment.getRequiredProperty("readout.data-dir")));
            context.registerBean(EmbeddedServer.class, start::server);
            context.addApplicationListener(start);
        }
    }

    /** A server on its way; stopped by the context it was given to, or here when that failed before. */
    private static final class Start implements ApplicationListener<ApplicationFailedEvent> {

        private final FutureTask<EmbeddedServer> starting;
        private boolean given;

        Start(Path folder) {
            this.starting = new FutureTask<>(() -> EmbeddedServer.start(folder));
            Thread starter = new Thread(starting, "embedded-postgres");
            starter.setDaemon(true);
            starter.start();
        }

        EmbeddedServer server() {
            EmbeddedServer server = started();
            given = true;
            return server;
        }

        private EmbeddedServer started() {
            try {
                return starting.get();
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                throw new IllegalStateException(cause.getMessage(), cause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while the embedded PostgreSQL was starting", e);
            }
        }

        @Override
        public void onApplicationEvent(ApplicationFailedEvent event) {
            if (!given) {
                try {
                    started().close();
                } catch (IOException | IllegalStateException e) {
                    event.getException().addSuppressed(e);
                }
            }
        }
    }
}
