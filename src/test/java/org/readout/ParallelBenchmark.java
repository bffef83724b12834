package org.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How many articles a second eight clients post, each about two leaders of its own, beside one client: against services
 * that run already on one database, their ports as arguments. One and eight take turns, so that whatever else the machine
 * does meets both.
 */
public final class ParallelBenchmark {

    private static final String[] PEOPLE = {
        "French President Emmanuel Macron", "Russian President Vladimir Putin",
        "German Chancellor Olaf Scholz", "Chinese President Xi Jinping",
        "Turkish President Recep Tayyip Erdogan", "US President Joe Biden",
        "Indian Prime Minister Narendra Modi", "Ukrainian President Volodymyr Zelenskyy",
        "Italian Prime Minister Giorgia Meloni", "Japanese Prime Minister Fumio Kishida",
        "Polish Prime Minister Donald Tusk", "Brazilian President Luiz Inacio Lula da Silva",
        "Canadian Prime Minister Justin Trudeau", "Israeli Prime Minister Benjamin Netanyahu",
        "Serbian President Aleksandar Vucic", "Hungarian Prime Minister Viktor Orban"
    };
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int EACH = 30;
    private static final int WARM_UP = 4;

    private final List<Http> services;
    private int posted;

    private ParallelBenchmark(List<Http> services) {
        this.services = services;
    }

    /**
     * Runs it.
     *
     * @param args the ports of the services, apart by spaces or commas
     */
    public static void main(String[] args) throws Exception {
        List<Http> services = new ArrayList<>();
        for (String port : String.join(" ", args).split("[ ,]+")) {
            services.add(new Http(Integer.parseInt(port)));
        }
        new ParallelBenchmark(services).run();
    }

    private void run() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            rate(CLIENTS, EACH);
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = rate(1, EACH * 2);
            double eight = rate(CLIENTS, EACH);
            ratios.add(eight / one);
            System.out.printf(
                    Locale.ROOT, "one client %.1f/s, eight clients %.1f/s: %.2f times%n", one, eight, eight / one);
        }
        System.out.printf(
                Locale.ROOT,
                "median of %d: %.2f times%n",
                ROUNDS,
                ratios.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow());
    }

    private double rate(int clients, int each) throws Exception {
        int round = posted++;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> work = IntStream.range(0, clients)
                    .mapToObj(c -> (Callable<Integer>) () -> post(c, round, each))
                    .toList();
            long start = System.nanoTime();
            int sent = 0;
            for (Future<Integer> done : threads.invokeAll(work)) {
                sent += done.get();
            }
            return sent / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private int post(int client, int round, int number) {
        Random random = new Random(31L * round + client);
        Http http = services.get(client % services.size());
        for (int i = 0; i < number; i++) {
            String text = "%s and %s spoke by phone on %d May 2024. The call lasted %d minutes, a spokesman said. %s"
                    .formatted(
                            PEOPLE[2 * client],
                            PEOPLE[2 * client + 1],
                            1 + random.nextInt(28),
                            20 + random.nextInt(60),
                            PostingBenchmark.filler(random, 250));
            Http.Answer answer = http.json(
                    "POST",
                    "/api/v1/source-articles",
                    "{\"publisher\":\"P%d\",\"publishedAt\":\"2024-06-01\",\"text\":\"%s\"}"
                            .formatted(random.nextInt(50), text));
            if (answer.status() != 201) {
                throw new IllegalStateException(answer.status() + " " + answer.body());
            }
        }
        return number;
    }
}
