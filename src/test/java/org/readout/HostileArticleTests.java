package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Long articles made of what costs most: taken or refused, in bounded time. */
class HostileArticleTests extends ServiceTests {

    /** A megabyte takes its time: {@code -Dreadout.test.bytes=1048576}. */
    private static final int BYTES = Integer.getInteger("readout.test.bytes", 1 << 18);

    private static final Duration WITHIN = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Olaf Scholz Vladimir Putin ",
                "Olaf Scholz, Vladimir Putin, Xi Jinping and ",
                "“",
                "\"",
                "'",
                "“Olaf Scholz said. ” ",
                ",",
                ". ",
                "\n",
                "e\u0301\u0323\u0308",
                "\u202e\u2066",
                "\u200b",
                "\u0130\ufb03",
                "Olaf Scholz called Vladimir Putin. ",
                "Olaf Scholz called Vladimir Putin on 2 May 2023. “It lasted an hour,” Putin said. ",
                "Olaf Scholz called Vladimir Putin on 2 May 2023 for an hour and ",
                "he called him and ",
                "1 ",
                "according to "
            })
    void costsBoundedTime(String piece) {
        int times = BYTES / piece.getBytes(StandardCharsets.UTF_8).length;
        long from = System.nanoTime();
        Http.Answer answer = http.text(
                API + "/source-articles/texts?publishedAt=2024-11-17&publisher=P", piece.repeat(times) + " x");
        assertThat(answer.status())
                .as(() -> answer.body().substring(0, Math.min(answer.body().length(), 400)))
                .isIn(201, 400, 413, 422);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        System.out.printf(
                "hostile article: %6d ms %d %8d bytes <- %.40s%n",
                took.toMillis(), answer.status(), answer.response().body().length, piece.strip());
        assertThat(took).isLessThan(WITHIN);
        assertThat(http.get(API + "/calls?limit=200").status()).isEqualTo(200);
        if (answer.status() == 201) {
            assertThat(http.delete(answer.header("Location")).status()).isEqualTo(204);
        }
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Instance instance = Instance.start(
                database, "--spring.transaction.default-timeout=1s", "--spring.jdbc.template.query-timeout=1s")) {
            Http there = instance.http();
            JdbcTemplate held = instance.jdbc();
            held.execute((java.sql.Connection c) -> {
                c.setAutoCommit(false);
                c.createStatement().execute("lock table source_article, call_record in access exclusive mode");
                for (Http.Answer answer : new Http.Answer[] {
                    there.get(API + "/calls"),
                    there.get(API + "/source-articles"),
                    there.text(API + "/source-articles/texts", "Macron phoned Modi on 2 May 2023.")
                }) {
                    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.header("Retry-After")).isEqualTo("10");
                    assertThat(answer.json().path("detail").asString()).contains("longer");
                }
                c.rollback();
                c.setAutoCommit(true);
                return null;
            });
            assertThat(there.get(API + "/calls").status()).isEqualTo(200);
            assertThat(there.get(API + "/source-articles").json().path("items")).isEmpty();
        }
    }
}
