package org.readout.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that no service owns, on a folder and a port of its own. */
public final class PostgresProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.server = launch();
    }

    public static PostgresProcess start(Path folder) throws IOException {
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
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** What tells a service to use it. */
    public String[] arguments(String database) {
        return new String[] {
            "--spring.datasource.url=" + url(database) + "?reWriteBatchedInserts=true",
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    public boolean has(String database) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    public void create(String database) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    /** As {@code kill -9} of the postmaster, whose children then end. */
    public void kill() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        kill(folder);
        server.close();
    }

    /** Kills the server that holds a folder. */
    public static void kill(Path folder)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                .get(0)
                                .strip()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    public void restart() throws IOException {
        server.close();
        server = launch();
    }

    /** After a kill. */
    public void startAgain() throws IOException {
        server = launch();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
