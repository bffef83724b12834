package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people have: pages, files, long batches. */
class IntakeTests extends ServiceTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ARTICLES = API + "/source-articles";
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Site | Leaders talk</title>
            <link rel="canonical" href="https://news.example/leaders-talk">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList"},
              {"@type":["NewsArticle"],"headline":"Leaders talk &amp; agree","datePublished":"2024-11-17T09:30:00+01:00",
               "publisher":{"@type":"Organization","name":"Example News"}}]}</script>
            <style>p { color: red }</style></head>
            <body><nav><a href="/">Home</a> Olaf Scholz spoke with Xi Jinping on Monday</nav>
            <article><h1>Leaders talk</h1>
            <p>German Chancellor <b>Olaf&nbsp;Scholz</b>   spoke by phone
               with Russian President Vladimir&#32;Putin on Friday.</p><p>The call lasted <i>nearly an hour</i>.</p>
            <script>track("Emmanuel Macron called Joe Biden")</script>
            <aside>Read also: Macron called Biden</aside></article><footer>© Example</footer></body></html>""";

    private Http.Answer page(String path, String html) {
        return http.bytes("POST", ARTICLES + path, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"/pages", "''"})
    void aPageIsReadAsItIsShown(String path) {
        Http.Answer answer = page(path, PAGE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode article = answer.json();
        assertThat(article.path("title").asString()).isEqualTo("Leaders talk & agree");
        assertThat(article.path("publisher").asString()).isEqualTo("Example News");
        assertThat(article.path("publishedAt").asString()).startsWith("2024-11-17");
        assertThat(article.path("language").asString()).isEqualTo("en");
        assertThat(article.path("url").asString()).isEqualTo("https://news.example/leaders-talk");

        String text = http.get(answer.header("Location") + "/text").body();
        assertThat(text.replace('\u00A0', ' '))
                .isEqualTo(
                        "Leaders talk\nGerman Chancellor Olaf Scholz spoke by phone with Russian President Vladimir Putin on Friday.\nThe call lasted nearly an hour.");
        assertThat(article.path("reports")).hasSize(1);
        assertThat(article.at("/reports/0/date").asString()).isEqualTo("2024-11-15");
        article.at("/reports/0/claims")
                .forEach(c -> assertThat(text.substring(
                                c.at("/span/start").asInt(), c.at("/span/end").asInt()))
                        .isEqualTo(c.at("/span/exact").asString()));
    }

    @Test
    void whatTheCallerSaysOfAPageCounts() {
        JsonNode article = page("/pages?publisher=Reposter&title=Mine&publishedAt=2024-11-18", PAGE)
                .json();
        assertThat(article.path("publisher").asString()).isEqualTo("Reposter");
        assertThat(article.path("title").asString()).isEqualTo("Mine");
        assertThat(article.path("publishedAt").asString()).isEqualTo("2024-11-18");
    }

    @Test
    void whatAPageSaysThatCannotBeTakenIsLeftOut() {
        JsonNode article = page(
                        "/pages",
                        "<html lang='not a language'><head><meta property='article:published_time' content='17 Nov'><meta property='og:site_name' content='"
                                + "x".repeat(300)
                                + "'><meta property='og:title' content='Talk'></head><body>Olaf Scholz phoned Vladimir Putin on 15 November 2024.</body></html>")
                .json();
        assertThat(article.path("title").asString()).isEqualTo("Talk");
        assertThat(article.path("publisher").isNull()).isTrue();
        assertThat(article.path("language").isNull()).isTrue();
        assertThat(article.path("reports")).hasSize(1);
        assertThat(page("/pages", "<html><body></body></html>").status()).isEqualTo(400);
        assertThat(page("/pages?publishedAt=soon", PAGE)
                        .json()
                        .at("/errors/0/parameter")
                        .asString())
                .isEqualTo("publishedAt");
    }

    private static String part(String file, String content) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private Http.Answer upload(String body) {
        return http.bytes(
                "POST",
                ARTICLES + "/files?publisher=Archive",
                "multipart/form-data; boundary=cut",
                (body + "--cut--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesAreTakenByTheirKind() {
        Http.Answer answer = upload(part("a.txt", "Olaf Scholz phoned Vladimir Putin on 15 November 2024.")
                + part("b.html", PAGE)
                + part("c.json", "{\"text\":\"Emmanuel Macron phoned Vladimir Putin on 16 November 2024.\"}")
                + part(
                        "d.ndjson",
                        "{\"text\":\"Emmanuel Macron phoned Olaf Scholz on 16 November 2024.\"}\n\n{\"colour\":1}\n")
                + part("e.pdf", "%PDF")
                + part("f.json", "{\"text\":"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> became = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(i -> became.add(i.path("file").asString() + " "
                        + i.path("line").asInt() + " " + i.path("status").asInt()));
        assertThat(became)
                .containsExactly(
                        "a.txt 1 201",
                        "b.html 1 201",
                        "c.json 1 201",
                        "d.ndjson 1 201",
                        "d.ndjson 3 400",
                        "e.pdf 1 400",
                        "f.json 1 400");
        assertThat(http.all(ARTICLES + "?publisher=archive")).hasSize(2);
        assertThat(upload("").status()).isEqualTo(400);
    }

    @Test
    void aLineThatCannotBeTakenKeepsNoneBack() {
        String lines = "{\"text\":\"Olaf Scholz phoned Vladimir Putin on 15 November 2024.\"}\n"
                + "x".repeat(2_100_000)
                + "\n\n{\"text\":\"Emmanuel Macron phoned Vladimir Putin on 16 November 2024.\"}";
        List<JsonNode> became = http.lines(ARTICLES + "/batches", lines)
                .body()
                .lines()
                .map(MAPPER::readTree)
                .toList();
        assertThat(became).extracting(l -> l.path("status").asInt()).containsExactly(201, 413, 201);
        assertThat(became).extracting(l -> l.path("line").asInt()).containsExactly(1, 2, 4);
    }
}
