package org.readout.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedServerTests {

    /** A service that stores a row and then waits to be killed. */
    public static final class Victim {
        public static void main(String[] args) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]));
            try (Connection c = connect(server);
                    Statement s = c.createStatement()) {
                s.execute("create table kept (word text)");
                s.execute("insert into kept values ('stored')");
            }
            System.out.println("STORED");
            System.in.read();
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), "postgres", "");
    }

    @Test
    void keepsItsDataAcrossAKillAndStopsTheServerThatWasLeft(@TempDir Path folder) throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitStored(victim);
        long orphan = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());

        victim.destroyForcibly();
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive)).contains(true);

        try (EmbeddedServer server = EmbeddedServer.start(folder);
                Connection c = connect(server);
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("select word, current_setting('fsync') from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("stored");
            assertThat(rows.getString(2)).isEqualTo("on");
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void refusesAFolderThatAnotherServiceHolds(@TempDir Path folder) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(server.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedServer.start(folder)).hasMessageContaining("readout.data-dir");
        }
    }

    private static void awaitStored(Process victim) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("STORED")) {
                    return;
                }
            }
        }
        throw new AssertionError("The service ended before it stored anything");
    }

    @Test
    void startsAgainWhereItWasWhenItIsKilled(@TempDir Path folder) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            try (Connection c = connect(server);
                    Statement s = c.createStatement()) {
                s.execute("create table kept as select 'stored' as word");
            }
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                    .get(0)
                                    .strip()))
                    .orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            assertThat(words(server)).isEqualTo("stored");
        }
    }

    /** What was stored, as soon as the server answers. */
    private static String words(EmbeddedServer server) throws SQLException {
        SQLException last = null;
        for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < until; ) {
            try (Connection c = connect(server);
                    ResultSet found = c.createStatement().executeQuery("select word from kept")) {
                found.next();
                return found.getString(1);
            } catch (SQLException e) {
                last = e;
                Thread.onSpinWait();
            }
        }
        throw Objects.requireNonNull(last);
    }
}
