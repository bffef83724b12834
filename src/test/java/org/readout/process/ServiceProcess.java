package org.readout.process;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.readout.Http;
import org.readout.ReadoutApplication;

/** The service in a virtual machine of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;
    private final long startedAt = System.nanoTime();

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the service at a port; does not wait until it is ready. */
    public static ServiceProcess launch(int port, String... arguments) throws IOException {
        return launch(ReadoutApplication.class, path -> !path.endsWith("test-classes"), port, arguments);
    }

    /**
     * Starts an application at a port.
     *
     * @param classes which part of this virtual machine's class path is on its
     */
    public static ServiceProcess launch(Class<?> application, Predicate<String> classes, int port, String... arguments)
            throws IOException {
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "chaos")), "service", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC", // as Java chooses by itself on a machine of 512 MB
                "-XX:FlightRecorderOptions=stackdepth=256",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(classes)
                        .collect(Collectors.joining(File.pathSeparator)),
                application.getName(),
                "--server.port=" + port));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(process, port, log);
    }

    public static ServiceProcess start(int port, String... arguments) throws IOException, InterruptedException {
        ServiceProcess started = launch(port, arguments);
        started.awaitReady();
        return started;
    }

    /** A port that nobody has now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it is ready; how long that took since the process was started. */
    public Duration awaitReady() throws InterruptedException {
        return await("/actuator/health/readiness");
    }

    /** Waits until it answers; how long that took since the process was started. */
    public Duration awaitAnswer() throws InterruptedException {
        return await("/api/v1/calls?limit=1");
    }

    /** Waits until a path is answered with 200; how long that took since the process was started. */
    public Duration await(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedAt);
                }
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new AssertionError("The service ended, see " + log, e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError(path + " was not answered in time, see " + log);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Http http() {
        return new Http(port);
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** As {@code kill}; waits until it has ended. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The service did not end, see " + log);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
