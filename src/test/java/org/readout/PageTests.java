package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for people. */
class PageTests extends ServiceTests {

    private Http.Answer page(String path, int status) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        return answer;
    }

    private String call() {
        postDefenceTalks();
        postMenafn();
        return http.get(API + "/calls?participant=putin&from=2024")
                .json()
                .at("/items/0/id")
                .asString();
    }

    private Http.Answer read(String form) {
        return http.bytes("POST", "/read", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/calls",
                "/calls?participant=&q=&from=&to=&status=",
                "/calendar",
                "/calendar?month=2024-02",
                "/network",
                "/work",
                "/leaders/olaf-scholz",
                "/pairs/olaf-scholz/vladimir-putin"
            })
    void everyPageIsThereWithAndWithoutCalls(String path) {
        page(path, 200);
        call();
        assertThat(page(path, 200).body()).contains("<main").doesNotContain("${", "th:", "<script", "style=\"");
    }

    @Test
    void aCallShowsTheWordsThatItsValuesRestOn() {
        String body = page("/calls/" + call(), 200).body();

        assertThat(body)
                .contains("<mark title=\"duration\">nearly an hour</mark>", "<mark title=\"duration\">one-hour</mark>")
                .contains("50 to 59 (best 55) minutes", "Accounts side by side", "Nobody states: initiator");
    }

    @Test
    void aSearchTakesAnySpellingAndGoesOn() {
        call();
        assertThat(page("/calls?participant=%D0%9F%D1%83%D1%82%D0%B8%D0%BD", 200)
                        .body())
                .contains("2024-11-15", "2022-12");
        assertThat(page("/calls?participant=Kim", 400).body()).contains("did you mean");
    }

    @Test
    void theReaderCanBeTriedOut() {
        Http.Answer answer = read(
                "publishedAt=2024-11-17&text=Emmanuel+Macron+phoned+Olaf+Scholz+on+Friday.%0D%0AIt+lasted+an+hour.");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("It tells of 1 call.", ">an hour</mark>", "2024-11-15");
        assertThat(http.all(API + "/source-articles")).isEmpty();
        assertThat(read("text=").body()).contains("/text is empty");
        assertThat(read("text=Words&publishedAt=yesterday").body()).contains("/publishedAt");
    }

    @Test
    void whatIsStoredNeverRuns() {
        String evil = "<script>alert(1)</script>";
        http.json("POST", API + "/source-articles", """
                {"publisher":"%1$s","title":"%1$s","publishedAt":"2024-11-17","text":"Emmanuel Macron phoned Olaf Scholz on Friday. %1$s"}""".formatted(evil));
        String id = http.get(API + "/calls").json().at("/items/0/id").asString();

        assertThat(page("/calls/" + id, 200).body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(read("text=" + evil + "&publisher=" + evil).body()).doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({
        "/calls/01a20238-574b-7894-81f4-dc09a9c7fad2, 404",
        "/calls/not-an-id, 400",
        "/leaders/nobody-at-all, 404",
        "/pairs/olaf-scholz/nobody-at-all, 404",
        "/calls?from=yesterday, 400"
    })
    void whatIsNotThereIsSaidOnAPage(String path, int status) {
        assertThat(page(path, status).body()).contains("To the start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-input", "not-found", "busy", "merged"})
    void theTypeOfAProblemLeadsToAPage(String slug) {
        Http.Answer answer = http.get("/problems/" + slug);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void aMonthHasItsCallsOnTheirDays() {
        String call = call();
        String body = page("/calendar?month=2024-11", 200).body().replaceAll("\\s+", " ");
        assertThat(body)
                .containsPattern("<time datetime=\"2024-11-15\">15</time> <ul>.*?" + call)
                .doesNotContain("datetime=\"2024-10-31\"")
                .contains("month=2024-10", "month=2024-12");
        page("/calendar?month=soon", 400);
    }

    @Test
    void theWorkListHasTwinsAndContradictedDecisions() {
        for (String people : new String[] {"\"Olaf Scholz\",\"Putin\"", "\"Olaf Scholz\",\"Putin\",\"Macron\""}) {
            http.json(
                    "POST",
                    API + "/source-articles",
                    "{\"reports\":[{\"participants\":[" + people + "],\"date\":\"2024-05-02\"}]}");
        }
        String id = http.get(API + "/calls?participant=macron")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(page("/work", 200).body()).contains("Olaf Scholz, Vladimir Putin", "/calls/" + id);
        http.json("PUT", API + "/calls/" + id + "/decisions/duration", "{\"value\":\"20 minutes\"}");
        http.json(
                "POST",
                API + "/source-articles",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\",\"Macron\"],\"date\":\"2024-05-02\",\"duration\":\"two hours\"}]}");
        String section = page("/work", 200).body();
        section = section.substring(section.indexOf("contradict a decision"), section.indexOf("may be one"));
        assertThat(section).contains("/calls/" + id);
    }
}
