package org.readout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Gives every test the real PostgreSQL: in a container where a Docker engine answers, else embedded. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
    private static final Map<String, Object> PROPERTIES = start();

    private static Map<String, Object> start() {
        if (!"embedded".equals(System.getProperty("readout.test.database"))) {
            try {
                if (DockerClientFactory.instance().isDockerAvailable()) {
                    return container();
                }
            } catch (RuntimeException e) {
                LOG.warn("No container could be started; tests run on embedded PostgreSQL", e);
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
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", PROPERTIES));
    }
}
