package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a problem document that names the field, and is stored nowhere. */
class BadInputTests extends ServiceTests {

    private static final String ARTICLES = API + "/source-articles";

    private void assertProblem(Http.Answer answer, int status, String named) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("errors").toString()).contains(named);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("org.", "select ");
        assertThat(jdbc.queryForObject("select count(*) from source_article", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /text",
                "{\"text\":\"\"} | /text",
                "{\"text\":\"  \\n \"} | /text",
                "{\"text\":\"a\\u0000b\"} | /text",
                "{\"text\":\"a\\ud800b\"} | /text",
                "{\"text\":5} | /text",
                "{\"text\":\"x\",\"text\":\"y\"} | /text",
                "{\"text\":\"x\",\"colour\":\"red\"} | /colour",
                "{\"text\":\"x\",\"publishedAt\":20241117} | /publishedAt",
                "{\"text\":\"x\",\"publishedAt\":\"2024-02-30\"} | /publishedAt",
                "{\"text\":\"x\",\"publishedAt\":\"+999999999-12-31\"} | /publishedAt",
                "{\"text\":\"x\",\"publishedAt\":\"2024-11-17T08:00:00\"} | /publishedAt",
                "{\"text\":\"x\",\"kind\":\"BLOG\"} | /kind",
                "{\"text\":\"x\",\"kind\":1} | /kind",
                "{\"text\":\"x\",\"language\":\"not a tag\"} | /language",
                "{\"text\":\"x\",\"externalIds\":[\"\"]} | /externalIds/0",
                "{\"reports\":[]} | /reports",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\"]}]} | /reports/0/participants",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"date\":\"2024-02-30\"}]} | /reports/0/date",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"duration\":\"purple\"}]} | /reports/0/duration",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"initiator\":\"FR\"}]} | /reports/0/initiator",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"status\":\"DISPUTED\"}]} | /reports/0/status",
                "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"length\":\"1h\"}]} | /reports/0/length",
                "{\"text\": | well-formed",
                "[] | object",
            })
    void namesTheFieldOfTheBody(String body, String named) {
        assertProblem(http.json("POST", ARTICLES, body), 400, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b"})
    void refusesPlainTextThatIsNoText(String body) {
        assertProblem(http.text(ARTICLES, body), 400, "pointer");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = {'a', (byte) 0xff, 'b'};

        assertProblem(http.bytes("POST", ARTICLES, "text/plain", bytes), 400, "is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET /api/v1/calls?a%00b=1 | -",
                "GET /api/v1/calls?a%0Ab=1 | -",
                "GET /calls?%EF%BF%BF=1 | -",
                "POST /api/v1/reconcile?a%01=1 | -",
                "GET /api/v1/calls | Prefer: a\u0085b",
                "GET /api/v1/calls | X-Request-Id: a\u0085b",
                "GET /api/v1/calls/01930000-0000-7000-8000-000000000000 | If-None-Match: \u009f",
                "POST /api/v1/source-articles | Idempotency-Key: \u0081",
                "GET /api/v1/calls | Authorization: \u0081",
                "GET /api/v1/calls | Origin: \u0081",
            })
    void refusesNamesAndHeadersThatNobodySends(String line, String header) throws IOException {
        try (RawHttp raw = new RawHttp(openPort())) {
            int status = raw.send(line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + (header == null ? "" : header + "\r\n") + "Content-Length: 1\r\n\r\nx")
                    .status();
            assertThat(status).isBetween(header == null ? 400 : 200, 415);
        }
    }

    @Test
    void refusesABodyOverTheLimit() {
        String body = "a".repeat(2 * 1024 * 1024 + 1);

        Http.Answer answer = http.text(ARTICLES, body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/calls?limit=0, limit",
        "/calls?limit=100000, limit",
        "/calls?limit=-1, limit",
        "/calls?limit=ten, limit",
        "/leaders?limit=201, limit",
        "/calls?cursor=abc, cursor",
        "/statements?cursor=!!!, cursor",
        "/calls?from=2024-02-30, from",
        "/calls?from=%2B999999999-12-31, from",
        "/calls?status=MAYBE, status",
        "/calls?medium=pigeon, medium",
        "/calls?outcome=colour:conflict, outcome",
        "/calls?sort=name, sort",
        "/calls?minDuration=-5, minDuration",
        "/calls?updatedSince=yesterday, updatedSince",
        "/calls?colour=red, colour",
        "/calls?from=2024-01-01&from=2024-01-02, from",
        "/leaders?q=%00, q",
        "/calls/not-an-id, id",
    })
    void namesTheParameter(String path, String named) {
        assertProblem(http.get(API + path), 400, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls/01a20238-574b-7894-81f4-dc09a9c7fad2", "/leaders/nobody-at-all", "/nothing-here"})
    void answersNotFoundAsAProblem(String path) {
        Http.Answer answer = http.get(API + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void answersAWrongMethodAndMediaTypeAsAProblem() {
        assertProblem(http.json("PUT", API + "/calls", "{}"), 405, "");
        assertProblem(
                http.bytes("POST", ARTICLES, "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8)), 415, "");
    }

    @Test
    void takesEveryLineOfABatchForItself() {
        String lines =
                "{\"text\":\"Emmanuel Macron phoned Olaf Scholz on Friday.\",\"publishedAt\":\"2024-11-17\"}\n{\"text\":\"\"}\nnot json\nnull\n[]\n";

        Http.Answer answer = http.lines(ARTICLES, lines);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().lines().map(l -> l.replaceAll(".*\"status\":(\\d+).*", "$1")))
                .containsExactly("201", "400", "400", "400", "400");
        assertThat(http.all(API + "/calls")).hasSize(1);
    }
}
