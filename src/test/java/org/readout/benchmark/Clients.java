package org.readout.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** So many clients at once, each on a connection of its own, that cost little themselves. */
final class Clients {

    /** What came of them: requests a second, and the time that 99 of 100 took no longer than, in milliseconds. */
    record Rate(double perSecond, double p99, long bytes) {}

    /** A request: the body is null for a GET. */
    record Request(String path, String type, String body) {
        static Request get(String path) {
            return new Request(path, null, null);
        }

        byte[] bytes(int port) {
            byte[] payload = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            String head = (body == null ? "GET " : "POST ") + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n"
                    + (body == null ? "" : "Content-Type: " + type + "\r\nContent-Length: " + payload.length + "\r\n")
                    + "\r\n";
            byte[] start = head.getBytes(StandardCharsets.UTF_8);
            byte[] out = Arrays.copyOf(start, start.length + payload.length);
            System.arraycopy(payload, 0, out, start.length, payload.length);
            return out;
        }
    }

    private Clients() {}

    /**
     * Lets clients ask for a while, each once at least.
     *
     * @param requests the request of each number, from {@code from} on
     */
    static Rate run(int port, int clients, double seconds, int from, IntFunction<Request> requests)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long until = start + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            long[] bytes = new long[clients];
            for (int c = 0; c < clients; c++) {
                int client = c;
                all.add(threads.submit(() -> {
                    List<Long> times = new ArrayList<>();
                    try (Connection connection = new Connection(port)) {
                        int number = from + client;
                        long now = System.nanoTime();
                        do {
                            bytes[client] +=
                                    connection.send(requests.apply(number).bytes(port));
                            long then = System.nanoTime();
                            times.add(then - now);
                            now = then;
                            number += clients;
                        } while (now < until);
                    }
                    return times;
                }));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                times.addAll(one.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            times.sort(null);
            return new Rate(
                    times.size() / took,
                    times.isEmpty() ? Double.NaN : times.get((int) (times.size() * 0.99)) / 1e6,
                    Arrays.stream(bytes).sum());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A connection that is kept. */
    static final class Connection implements AutoCloseable {
        private final int port;
        private final byte[] buffer = new byte[1 << 16];
        private Socket socket;
        private InputStream in;

        Connection(int port) throws IOException {
            this.port = port;
            open();
        }

        private void open() throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(600_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        /** Sends a request and reads its answer; how many bytes the body has. */
        long send(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            String status = line();
            if (!status.startsWith("HTTP/1.1 2")) {
                throw new IOException(status + " to " + new String(request, StandardCharsets.UTF_8));
            }
            long length = -1;
            boolean chunked = false;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = true;
                } else if (lower.equals("connection: close")) {
                    last = true;
                }
            }
            long bytes = chunked ? chunks() : skip(Math.max(0, length));
            if (last) {
                close();
                open();
            }
            return bytes;
        }

        private long chunks() throws IOException {
            long all = 0;
            for (long size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
                all += skip(size);
                line();
            }
            line();
            return all;
        }

        private long skip(long length) throws IOException {
            for (long left = length; left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("The answer ended early");
                }
                left -= n;
            }
            return length;
        }

        private String line() throws IOException {
            StringBuilder out = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("The answer ended early");
                }
                if (c != '\r') {
                    out.append((char) c);
                }
            }
            return out.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
