package org.readout.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Clients that post articles at once until they are told to stop, and remember what they were told. */
final class Load implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String[][] LEADERS = {
        {"German Chancellor Olaf Scholz", "Russian President Vladimir Putin"},
        {"French President Emmanuel Macron", "Indian Prime Minister Narendra Modi"},
        {"US President Joe Biden", "Chinese President Xi Jinping"},
        {"Turkish President Recep Tayyip Erdogan", "Ukrainian President Volodymyr Zelenskyy"},
        {"French President Emmanuel Macron", "German Chancellor Olaf Scholz"}
    };
    private static final String[] LENGTHS = {"an hour", "nearly an hour", "40 minutes", "about half an hour"};

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> urls;
    private final AtomicInteger numbers;
    private final Queue<String> again = new ConcurrentLinkedQueue<>();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    Load(List<String> urls, AtomicInteger numbers) {
        this.urls = urls;
        this.numbers = numbers;
    }

    /** An article that tells of a call; the same number gives the same one. */
    static String text(int number) {
        Random random = new Random(number);
        String[] pair = LEADERS[random.nextInt(LEADERS.length)];
        LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(500));
        return "%s spoke by phone with %s on %d %s %d. The call lasted %s. Bulletin %d of the day, desk %d."
                .formatted(
                        pair[0],
                        pair[1],
                        day.getDayOfMonth(),
                        day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        day.getYear(),
                        LENGTHS[random.nextInt(LENGTHS.length)],
                        number,
                        random.nextInt(1000));
    }

    /** Begins, with so many clients; each posts what was cut off before, then what is new. */
    Load begin(int clients) {
        for (int i = 0; i < clients; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                while (stop.getCount() > 0) {
                    String text = again.poll();
                    post(urls.get(random.nextInt(urls.size())), text != null ? text : text(numbers.incrementAndGet()));
                }
            });
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    /** Articles to be posted before new ones. */
    Load retry(List<String> texts) {
        again.addAll(texts);
        return this;
    }

    private void post(String url, String text) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/api/v1/source-articles/texts?publishedAt=2024-06-01"))
                .header("Content-Type", "text/plain")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(text))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            statuses.computeIfAbsent(answer.statusCode(), s -> new AtomicInteger())
                    .incrementAndGet();
            if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                taken.put(text, MAPPER.readTree(answer.body()).path("id").asString());
            } else {
                again.add(text);
                pause();
            }
        } catch (IOException e) {
            cutOff.incrementAndGet();
            again.add(text);
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            stop.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it; every request under way is waited for. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What was answered 2xx: the id by the text. */
    Map<String, String> taken() {
        return taken;
    }

    /** What was posted without being taken. */
    List<String> left() {
        return List.copyOf(again);
    }

    int errors() {
        return statuses.entrySet().stream()
                .filter(e -> e.getKey() >= 500 && e.getKey() != 503)
                .mapToInt(e -> e.getValue().get())
                .sum();
    }

    int cutOff() {
        return cutOff.get();
    }
}
