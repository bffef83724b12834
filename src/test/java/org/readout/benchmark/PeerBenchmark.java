package org.readout.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leanpeer.LeanPeer;
import org.readout.process.PostgresProcess;
import org.readout.process.ServiceProcess;

/**
 * The service beside a lean one over the same PostgreSQL, and beside pgbench where that is installed: the same works, in
 * turn in one run, over HTTP on loopback. Medians of rounds; on a machine that does other work besides, only the ratios mean
 * something.
 */
public final class PeerBenchmark {

    private static final int CLIENTS = 8;
    private static final int SEEDS = 2_000;
    private static final int BATCH = 500;
    private static final String PEER_ANSWERS = "/calls?q=nothing";

    private final double seconds = Double.parseDouble(System.getProperty("readout.benchmark.seconds", "5"));
    private final int rounds = Integer.getInteger("readout.benchmark.rounds", 3);
    private final String only = System.getProperty("readout.benchmark.only", "abcdenxs");
    private final List<String> table = new ArrayList<>();
    /** Those that have served before: the first work warms up what all works share, which takes the compiler a while; as does the first that posts. */
    private final Set<ServiceProcess> warm = new HashSet<>();

    /** The next article to post; in a store that is kept, beyond those of the runs before, which would only be found again. */
    private final AtomicInteger articles = new AtomicInteger(
            System.getProperty("readout.benchmark.folder") == null
                    ? SEEDS
                    : (int) (System.currentTimeMillis() / 1000 % 100_000) * 20_000 + SEEDS);

    private final ServiceProcess ours;
    private final ServiceProcess peer;
    private final PgBench pgbench;

    private PeerBenchmark(ServiceProcess ours, ServiceProcess peer, PgBench pgbench) {
        this.ours = ours;
        this.peer = peer;
        this.pgbench = pgbench;
    }

    /**
     * Runs it.
     *
     * @param args how large the store is, in 100,000 calls; a folder to keep it in for the next run
     */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        double scale = Double.parseDouble(args[0]);
        String kept = System.getProperty("readout.benchmark.folder");
        Path folder =
                kept == null ? Files.createTempDirectory("readout-benchmark") : Files.createDirectories(Path.of(kept));
        try (PostgresProcess postgres = PostgresProcess.start(folder)) {
            if (!postgres.has("benchmark")) {
                postgres.create("benchmark");
            }
            String url = postgres.url("benchmark");
            List<String> arguments = List.of(postgres.arguments("benchmark"));
            ServiceProcess ours = ServiceProcess.start(ServiceProcess.freePort(), arguments.toArray(String[]::new));
            try (ours;
                    Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                GeneratedStore store = new GeneratedStore(connection);
                if (store.number("select count(*) from source_article") == 0) {
                    fill(store, ours, (int) (scale * 100_000));
                }
                try (ServiceProcess peer = peer(arguments)) {
                    peer.await(PEER_ANSWERS);
                    new PeerBenchmark(ours, peer, PgBench.find(url, folder)).run(store, arguments);
                }
            }
        }
    }

    private static ServiceProcess peer(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(arguments);
        all.add("--spring.config.name=peer");
        return ServiceProcess.launch(
                LeanPeer.class,
                path -> !path.endsWith("/classes"),
                ServiceProcess.freePort(),
                all.toArray(String[]::new));
    }

    private static void fill(GeneratedStore store, ServiceProcess ours, int calls) throws IOException, SQLException {
        long start = System.nanoTime();
        try (Clients.Connection connection = new Clients.Connection(ours.port())) {
            for (int from = 0; from < SEEDS; from += BATCH) {
                connection.send(batch(from, BATCH).bytes(ours.port()));
            }
        }
        System.out.printf("%d articles posted: %.0f s%n", SEEDS, (System.nanoTime() - start) / 1e9);
        store.grow(calls);
        for (String part : GeneratedArticles.text("peer.sql").split(";\\s*\\n", -1)) {
            if (!part.isBlank()) {
                store.run(part);
            }
        }
        System.out.printf("%d calls: %.0f s%n", calls, (System.nanoTime() - start) / 1e9);
    }

    private static Clients.Request batch(int from, int count) {
        String lines = IntStream.range(from, from + count)
                .mapToObj(GeneratedArticles::line)
                .collect(Collectors.joining("\n"));
        return new Clients.Request("/api/v1/source-articles", "application/x-ndjson", lines);
    }

    private void run(GeneratedStore store, List<String> arguments)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        System.out.println(store.strings(
                "select 'calls ' || count(*) || ', articles ' || (select count(*) from source_article) || ', '"
                        + " || pg_size_pretty(pg_database_size(current_database())) from call_record"));
        List<String> ids = store.strings("select cast(id as text) from peer.number");
        List<String> leaders = store.strings(
                "select p from call_record c, unnest(c.participants) p group by p order by count(*) desc limit 25");
        List<String> places = store.strings(
                "select date_latest || '/' || id from peer.call where date_latest is not null order by md5(cast(id as text)) limit 2000");
        List<String> words = List.of(
                "fishermen",
                "w%d",
                "prisoners children",
                "\"grain on their way\"",
                "earthquake -grain",
                "v%d observers",
                "ammunition");
        compare(
                'a',
                "GET one call",
                n -> Clients.Request.get("/api/v1/calls/" + ids.get(n % ids.size())),
                n -> Clients.Request.get("/calls/" + ids.get(n % ids.size())),
                """
                \\set n random(1, 20000)
                select answer from call_record where id = (select id from peer.number where n = :n);
                """,
                store);
        compare(
                'b',
                "list of 20 by leader and dates",
                n -> Clients.Request.get("/api/v1/calls?participant=" + leaders.get(n % leaders.size()) + "&from="
                        + year(n) + "-01-01&to=" + year(n) + "-12-31"),
                n -> Clients.Request.get("/calls?participant=" + leaders.get(n % leaders.size()) + "&from=" + year(n)
                        + "-01-01&to=" + year(n) + "-12-31"),
                null,
                store);
        compare(
                'c',
                "deep page by cursor",
                n -> Clients.Request.get("/api/v1/calls?cursor=" + cursor(places.get(n % places.size()))),
                n -> Clients.Request.get(
                        "/calls?after=" + places.get(n % places.size()).replace("/", "&id=")),
                null,
                store);
        compare(
                'd',
                "full text",
                n -> Clients.Request.get("/api/v1/calls?q=" + query(words, n)),
                n -> Clients.Request.get("/calls?q=" + query(words, n)),
                null,
                store);
        compare(
                'e',
                "POST an article",
                n -> new Clients.Request("/api/v1/source-articles", "application/json", GeneratedArticles.line(n)),
                n -> new Clients.Request("/articles", "application/json", GeneratedArticles.line(n)),
                null,
                store);
        if (only.indexOf('n') >= 0) {
            batches();
        }
        if (only.indexOf('x') >= 0) {
            export(store);
        }
        if (only.indexOf('s') >= 0) {
            starts(arguments);
        }
        table.forEach(System.out::println);
    }

    private static int year(int n) {
        return 2024 + n / 7 % 18;
    }

    private static String query(List<String> words, int n) {
        return words.get(n % words.size())
                .formatted(n % 97)
                .replace("\"", "%22")
                .replace(" ", "%20");
    }

    private static String cursor(String place) {
        String[] parts = place.split("/", -1);
        return org.readout.platform.Cursor.of(parts[0], parts[1]).encode();
    }

    private void compare(
            char name,
            String work,
            IntFunction<Clients.Request> ask,
            IntFunction<Clients.Request> askPeer,
            String sql,
            GeneratedStore store)
            throws InterruptedException, ExecutionException, IOException, SQLException {
        if (only.indexOf(name) < 0) {
            return;
        }
        boolean posts = name == 'e';
        List<Clients.Rate> rates = new ArrayList<>();
        List<Clients.Rate> peers = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            Clients.Rate rate = measure(ours, ask, posts, round);
            Clients.Rate other = measure(peer, askPeer, posts, round);
            System.out.printf("  %s %.0f %.0f%n", name, rate.perSecond(), other.perSecond());
            if (round >= 0) {
                rates.add(rate);
                peers.add(other);
                if (sql != null && pgbench != null) {
                    floor.add(pgbench.run(sql, CLIENTS, seconds));
                }
            }
        }
        double mine = median(rates.stream().map(Clients.Rate::perSecond).toList());
        double theirs = median(peers.stream().map(Clients.Rate::perSecond).toList());
        row(
                "(" + name + ") " + work,
                "%.0f/s".formatted(mine),
                "%.0f/s".formatted(theirs),
                "%.2f".formatted(mine / theirs),
                floor.isEmpty() ? "" : "%.2f".formatted(mine / median(floor)),
                "%.0f ms".formatted(median(rates.stream().map(Clients.Rate::p99).toList())),
                "%.0f ms".formatted(median(peers.stream().map(Clients.Rate::p99).toList())));
    }

    private Clients.Rate measure(ServiceProcess of, IntFunction<Clients.Request> ask, boolean posts, int round)
            throws InterruptedException, ExecutionException {
        int from = posts ? articles.getAndAdd(1_000_000) : (round + 1) * 1000;
        boolean cold = round < 0 && (posts || !warm.contains(of));
        double asked = seconds * (cold ? 6 : 1);
        if (round < 0) {
            warm.add(of);
        }
        return Clients.run(of.port(), CLIENTS, asked, from, ask);
    }

    /** Articles in batches, by one client. */
    private void batches() throws InterruptedException, ExecutionException {
        int lines = 500;
        List<Double> rates = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            int from = articles.getAndAdd(1_000_000);
            Clients.Rate rate = Clients.run(ours.port(), 1, seconds, 0, n -> batch(from + n * lines, lines));
            if (round >= 0) {
                rates.add(rate.perSecond() * lines);
            }
        }
        row("(n) NDJSON intake, one client", "%.0f/s".formatted(median(rates)), "", "", "", "", "");
    }

    /** Every call at once, beside what COPY gives of the same bytes. */
    private void export(GeneratedStore store) throws SQLException, InterruptedException, ExecutionException {
        List<Double> rates = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            long start = System.nanoTime();
            Clients.Rate rate = Clients.run(ours.port(), 1, 0.001, 0, n -> Clients.Request.get("/api/v1/calls.ndjson"));
            double took = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            long copied = store.copyOut("copy (select answer from call_record) to stdout");
            double copyTook = (System.nanoTime() - start) / 1e9;
            if (round >= 0) {
                rates.add(rate.bytes() / took / 1e6);
                copies.add(copied / copyTook / 1e6);
            }
        }
        double mine = median(rates);
        row(
                "(x) export of all calls",
                "%.1f MB/s".formatted(mine),
                "",
                "",
                "%.2f of COPY".formatted(mine / median(copies)),
                "",
                "");
    }

    /** From the start of a virtual machine to the first answer, of either in turn. */
    private void starts(List<String> arguments) throws IOException, InterruptedException {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            double own;
            try (ServiceProcess started =
                    ServiceProcess.launch(ServiceProcess.freePort(), arguments.toArray(String[]::new))) {
                own = started.awaitAnswer().toMillis() / 1e3;
            }
            double other;
            try (ServiceProcess started = peer(arguments)) {
                other = started.await(PEER_ANSWERS).toMillis() / 1e3;
            }
            if (round >= 0) {
                mine.add(own);
                theirs.add(other);
            }
        }
        row(
                "(s) start to the first answer",
                "%.1f s".formatted(median(mine)),
                "%.1f s".formatted(median(theirs)),
                "%.1f".formatted(median(mine) / median(theirs)),
                "",
                "",
                "");
    }

    private void row(String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        System.out.println(row);
        table.add(row);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
