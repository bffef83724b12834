package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with a key of their own, and answers as callers prefer them. */
class OnceTests extends ServiceTests {

    private static final String JSON = "application/json";
    private static final String ARTICLES = API + "/source-articles";
    private static final String ARTICLE =
            "{\"text\":\"Olaf Scholz spoke with Vladimir Putin by phone on Friday.\",\"publishedAt\":\"2024-11-17\"}";

    private Http.Answer post(String path, String body, String key) {
        return http.with("POST", path, JSON, body, "Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theSameRequestIsAnsweredAsTheFirstTime() {
        String key = key();
        Http.Answer first = post(ARTICLES, ARTICLE, key);
        Http.Answer again = post(ARTICLES, ARTICLE, '"' + key + '"');

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(post(ARTICLES, ARTICLE, key()).status()).isEqualTo(200);
    }

    @Test
    void whatWasRefusedIsRefusedAgain() {
        String key = key();
        Http.Answer first = post(ARTICLES, "{\"colour\":1}", key);
        assertThat(first.status()).isEqualTo(400);
        assertThat(post(ARTICLES, "{\"colour\":1}", key).body()).isEqualTo(first.body());
    }

    @Test
    void aKeyBelongsToOneRequest() {
        String key = key();
        post(ARTICLES, ARTICLE, key);
        Http.Answer other = post(ARTICLES, ARTICLE.replace("Friday", "Monday"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("code").asString()).isEqualTo("UNPROCESSABLE");
        assertThat(post(API + "/extractions", ARTICLE, key).status()).isEqualTo(422);
        assertThat(http.all(ARTICLES)).hasSize(1);
    }

    @Test
    void manyAtOnceAreOne() {
        String key = key();
        List<Http.Answer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(ARTICLES, ARTICLE, key)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isIn(201, 409));
        assertThat(answers).anySatisfy(a -> assertThat(a.status()).isEqualTo(201));
        assertThat(answers)
                .filteredOn(a -> a.status() == 409)
                .allSatisfy(a -> assertThat(a.header("Retry-After")).isEqualTo("1"));
        assertThat(http.all(ARTICLES)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "two words", "\"half", "a\\b"})
    void aKeyIsVisibleAscii(String key) {
        Http.Answer answer = post(ARTICLES, ARTICLE, key);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void aRequestWhoseServerWasLostIsDoneAgain() {
        String key = key();
        post(ARTICLES, ARTICLE, key);
        jdbc.update("update kept_answer set status = null, headers = null, body = null where key = ?", key);
        assertThat(post(ARTICLES, ARTICLE, key).status()).isEqualTo(409);
        jdbc.update("update kept_answer set started_at = started_at - interval '1 minute' where key = ?", key);
        assertThat(post(ARTICLES, ARTICLE, key).status()).isEqualTo(200);
    }

    @Test
    void aTooLargeBodyIsStillTooLarge() {
        assertThat(post(ARTICLES, "x".repeat(3_000_000), key()).status()).isEqualTo(413);
    }

    @Test
    void anAnswerMayBeMinimal() {
        Http.Answer created = http.with("POST", ARTICLES, JSON, ARTICLE, "Prefer", "return=minimal");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEmpty();
        assertThat(created.header("Preference-Applied")).isEqualTo("return=minimal");
        Http.Answer patched = http.with(
                "PATCH", created.header("Location"), JSON, "{\"publisher\":\"X\"}", "Prefer", "return=minimal");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body()).isEmpty();
        assertThat(http.with("PATCH", created.header("Location"), JSON, "{\"x\":1}", "Prefer", "return=minimal")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void aCorrectedPublisherReachesTheCallsAtOnce() {
        String id = postMenafn();
        assertThat(http.all(API + "/calls?publisher=menafn")).isNotEmpty();
        http.json("PATCH", ARTICLES + "/" + id, "{\"publisher\":\"Another Agency\"}");
        assertThat(http.all(API + "/calls?publisher=menafn")).isEmpty();
        assertThat(http.all(API + "/calls?publisher=another%20agency")).isNotEmpty();
    }

    @Test
    void anArticleIsChangedOnlyAsItWasRead() {
        String at = ARTICLES + "/" + postMenafn();
        String tag = http.get(at).header("ETag");
        assertThat(http.with("PATCH", at, JSON, "{\"title\":\"A\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        assertThat(http.with("PATCH", at, JSON, "{\"title\":\"B\"}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
        assertThat(http.with("DELETE", at, JSON, "", "If-Match", tag).status()).isEqualTo(412);
        assertThat(http.get(at).json().path("title").asString()).isEqualTo("A");
        assertThat(http.with("DELETE", at, JSON, "", "If-Match", http.get(at).header("ETag"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aBatchIsAnsweredLineByLineWithAKeyToo() {
        String lines = ARTICLE + "\n" + ARTICLE.replace("Friday", "Monday") + "\n";
        for (int expected : new int[] {201, 200}) {
            Http.Answer answer = http.with(
                    "POST", ARTICLES + "/batches", "application/x-ndjson", lines, "Idempotency-Key", "a-batch");
            assertThat(answer.body().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("\"status\":" + expected));
        }
    }
}
