package org.readout.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of this service's own, durable, on a folder that it alone holds. A server that outlived a killed service
 * is stopped before the folder is used again, but only when it is provably that folder's.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ANY_PORT = 0;
    private static final int STARTS = 20;
    private static final long BETWEEN_STARTS = 500;

    private final FileChannel channel;
    private final FileLock lock;
    private final Path home;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private EmbeddedPostgres server;

    private EmbeddedServer(FileChannel channel, FileLock lock, Path home, EmbeddedPostgres server) throws IOException {
        this.channel = channel;
        this.lock = lock;
        this.home = home;
        this.server = server;
        this.port = server.getPort();
        watch();
    }

    static EmbeddedServer start(Path folder) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Files.createDirectories(home);
        FileChannel channel =
                FileChannel.open(home.resolve("readout.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another service holds the data folder " + home + "; set readout.data-dir to another one");
        }
        Path data = home.resolve("postgres");
        Path complete = home.resolve("initialised");
        stopOrphan(data);
        if (!Files.exists(complete) && Files.exists(data)) {
            LOG.info("Clearing {}: its first start was cut off before anything was stored", data);
            delete(data);
        }
        LOG.info("Starting embedded PostgreSQL on {}", data);
        EmbeddedPostgres server = launch(home, ANY_PORT);
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
        return new EmbeddedServer(channel, lock, home, server);
    }

    private static EmbeddedPostgres launch(Path home, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "50")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofMinutes(2));
        return (port == ANY_PORT ? builder : builder.setPort(port)).start();
    }

    /** Starts the server again, where it was, when it ends before the service does. */
    private void watch() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
        process(lines.get(0)).ifPresent(p -> p.onExit().thenRunAsync(this::startAgain));
    }

    private synchronized void startAgain() {
        try {
            letGo();
            for (int i = 1; closing.getCount() > 0; i++) {
                LOG.warn("The embedded PostgreSQL has ended; starting it again");
                try {
                    Files.deleteIfExists(home.resolve("postgres/postmaster.pid"));
                    server = launch(home, port);
                    watch();
                    return;
                } catch (IOException | IllegalStateException e) {
                    if (i == STARTS) {
                        LOG.error("The embedded PostgreSQL does not start again; restart the service", e);
                        return;
                    }
                    closing.await(BETWEEN_STARTS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the one that has ended let go of what it held. */
    private void letGo() {
        try {
            server.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nothing was left to stop", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Stops a server that still runs on the folder; the lock is ours, so whoever started it is gone. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : process(lines.get(0));
        boolean ofFolder = lines.size() > 1 && Path.of(lines.get(1).strip()).equals(data);
        if (process.isEmpty() || !isPostgres(process.get()) || !ofFolder) {
            Files.delete(pidFile);
            return;
        }
        ProcessHandle orphan = process.get();
        LOG.warn("Stopping the PostgreSQL (process {}) that a killed service left on {}", orphan.pid(), data);
        orphan.destroy();
        if (!exits(orphan)) {
            orphan.destroyForcibly();
            if (!exits(orphan)) {
                throw new IllegalStateException("Process " + orphan.pid() + " holds " + data + " and does not stop");
            }
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static boolean exits(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        stop();
    }

    private synchronized void stop() throws IOException {
        server.close();
        lock.release();
        channel.close();
    }
}
