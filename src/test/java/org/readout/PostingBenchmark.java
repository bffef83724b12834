package org.readout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What posting the 10,000th article of two leaders costs beside the 100th of two others: the service on embedded
 * PostgreSQL, one client; the last hundred of both are posted in turn, so that whatever else the machine does meets both.
 */
public final class PostingBenchmark {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final String[] MANY = {"French President Emmanuel Macron", "Russian President Vladimir Putin"};
    private static final String[] FEW = {"Chinese President Xi Jinping", "Turkish President Recep Tayyip Erdogan"};
    private static final String[] LENGTHS = {"an hour", "nearly an hour", "90 minutes", "over two hours"};

    private final Random random = new Random(7);
    private final Http http;

    private PostingBenchmark(int port) {
        this.http = new Http(port);
    }

    /**
     * Runs it.
     *
     * @param args how many articles of one pair, 10,000 when left out
     */
    public static void main(String[] args) throws IOException {
        int many = args.length > 0 && args[0].matches("\\d+") ? Integer.parseInt(args[0]) : 10_000;
        Path folder = Files.createTempDirectory("posting");
        try (ConfigurableApplicationContext service = SpringApplication.run(
                ReadoutApplication.class, "--server.port=0", "--readout.data-dir=" + folder.resolve("data"))) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            new PostingBenchmark(port).run(many);
        }
    }

    private void run(int many) {
        for (int i = 0; i < 50; i++) {
            post(FEW, i);
        }
        List<Double> last = new ArrayList<>();
        for (int i = 0; i < many - 50; i++) {
            last.add(post(MANY, i));
            if (last.size() == 1_000) {
                System.out.printf(Locale.ROOT, "to %d: median %.1f ms%n", i + 1, median(last));
                last.clear();
            }
        }
        List<Double> few = new ArrayList<>();
        List<Double> lots = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            few.add(post(FEW, 50 + i));
            lots.add(post(MANY, many - 50 + i));
        }
        System.out.printf(
                Locale.ROOT,
                "around the 100th: median %.1f ms; around the %dth: median %.1f ms; ratio %.2f%n",
                median(few),
                many,
                median(lots),
                median(lots) / median(few));
    }

    /** Posts an article on a day of six years and answers how long that took, in milliseconds. */
    private double post(String[] pair, int number) {
        LocalDate day = LocalDate.of(2018, 1, 2).plusDays(number / 4 % 2_400);
        String filler = filler(random, 60);
        String told = switch (random.nextInt(10)) {
            case 0 -> filler + " The statement came weeks after " + pair[0] + " spoke by phone with " + pair[1] + ".";
            case 1, 2 -> pair[0] + " held a phone call with " + pair[1] + ", a spokesman said. " + filler;
            default ->
                pair[0] + " and " + pair[1] + " spoke by phone on " + DAY.format(day) + ". The call lasted "
                        + LENGTHS[random.nextInt(LENGTHS.length)] + ". " + filler;
        };
        String body = "{\"publisher\":\"P%d\",\"publishedAt\":\"%s\",\"text\":\"%s\"}"
                .formatted(random.nextInt(300), day.plusDays(random.nextInt(3)), told);
        long start = System.nanoTime();
        Http.Answer answer = http.json("POST", "/api/v1/source-articles", body);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return millis;
    }

    /** A sentence of words that mean nothing. */
    static String filler(Random random, int words) {
        StringBuilder out = new StringBuilder("Po");
        for (int i = 0; i < words; i++) {
            out.append(' ');
            for (int k = 0; k < 2 + random.nextInt(3); k++) {
                out.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
        }
        return out.append('.').toString();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
