package org.readout.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that no service owns, on a folder and a port of its own. */
final class PostgresProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.server = launch();
    }

    static PostgresProcess start(Path folder) throws IOException {
        return new PostgresProcess(folder, ServiceProcess.freePort());
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** What tells a service to use it. */
    String[] arguments(String database) {
        return new String[] {
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database
                    + "?reWriteBatchedInserts=true",
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    void create(String database) throws java.sql.SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    /** As {@code kill -9} of the postmaster, whose children then end. */
    void kill() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        kill(folder);
        server.close();
    }

    /** Kills the server that holds a folder. */
    static void kill(Path folder) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                .get(0)
                                .strip()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    void restart() throws IOException {
        server.close();
        server = launch();
    }

    /** After a kill. */
    void startAgain() throws IOException {
        server = launch();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
