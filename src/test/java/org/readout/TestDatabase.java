package org.readout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Gives every test the real PostgreSQL: in a container where a Docker engine answers, else embedded. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final Duration CONTAINER_WITHIN = Duration.ofMinutes(2);

    /** Begun when it is asked for first: a program that only has this class on its path begins none. */
    private static final class Started {
        static final Map<String, Object> PROPERTIES = start();
    }

    private static Map<String, Object> start() {
        if (!"embedded".equals(System.getProperty("readout.test.database"))) {
            Optional<Map<String, Object>> container = containerInTime();
            if (container.isPresent()) {
                return container.get();
            }
        }
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "run");
            LOG.info("Tests run on embedded PostgreSQL in {}", folder);
            return Map.of("readout.data-dir", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A container where an engine answers and has one up in time; an engine that cannot pull images tries for minutes. */
    private static Optional<Map<String, Object>> containerInTime() {
        CompletableFuture<Optional<Map<String, Object>>> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> {
            try {
                started.complete(
                        DockerClientFactory.instance().isDockerAvailable()
                                ? Optional.of(container())
                                : Optional.empty());
            } catch (RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        starter.setDaemon(true);
        starter.start();
        try {
            return started.get(CONTAINER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("No container within {}; tests run on embedded PostgreSQL", CONTAINER_WITHIN, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Map<String, Object> container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        LOG.info("Tests run on PostgreSQL in a container: {}", container.getJdbcUrl());
        return Map.of(
                "spring.datasource.url", container.getJdbcUrl() + "&reWriteBatchedInserts=true",
                "spring.datasource.username", container.getUsername(),
                "spring.datasource.password", container.getPassword());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        MapPropertySource database = new MapPropertySource("test-database", Started.PROPERTIES);
        if (sources.contains(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, database);
        } else {
            sources.addFirst(database);
        }
    }
}
