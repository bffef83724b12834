package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A text that its outlet has revised: both are kept, the later counts. */
class RevisedArticleTests extends ServiceTests {

    private static final String URL = "https://example.org/news/1";
    private static final String FIRST =
            "German Chancellor Olaf Scholz and Russian President Vladimir Putin spoke by phone on November 15, 2024. The call lasted two hours, a spokesman said in Berlin on Friday evening after the conversation.";
    private static final String SECOND =
            "German Chancellor Olaf Scholz and Russian President Vladimir Putin spoke by phone on November 15, 2024. The call lasted an hour, a spokesman said in Berlin on Friday evening after the conversation.";

    private String post(String text, String published) {
        Http.Answer a = http.json("POST", API + "/source-articles", """
                {"text":"%s","url":"%s","publisher":"Example","publishedAt":"%s"}""".formatted(text, URL, published));
        assertThat(a.status()).as(a.body()).isEqualTo(201);
        return a.json().path("id").asString();
    }

    private JsonNode article(String id) {
        return http.get(API + "/source-articles/" + id).json();
    }

    private int best() {
        return http.all(API + "/calls").get(0).path("duration").path("best").asInt();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLaterTextCountsWhicheverComesFirst(boolean inOrder) {
        String a = inOrder ? post(FIRST, "2024-11-15T18:00:00Z") : post(SECOND, "2024-11-15T20:00:00Z");
        String b = inOrder ? post(SECOND, "2024-11-15T20:00:00Z") : post(FIRST, "2024-11-15T18:00:00Z");
        String first = inOrder ? a : b;
        String second = inOrder ? b : a;

        assertThat(article(first).path("supersededBy").asString()).isEqualTo(second);
        assertThat(article(second).path("supersededBy").isNull()).isTrue();
        assertThat(article(first).path("reports")).isEmpty();
        assertThat(http.get(API + "/source-articles/" + first + "/text").body()).isEqualTo(FIRST);
        assertThat(http.all(API + "/calls")).hasSize(1);
        assertThat(best()).isEqualTo(60);
        assertThat(http.all(API + "/calls").get(0).path("articleCount").asInt()).isEqualTo(1);

        http.delete(API + "/source-articles/" + second);

        assertThat(article(first).path("supersededBy").isNull()).isTrue();
        assertThat(best()).isEqualTo(120);
    }

    @Test
    void aTextMovedToAnotherPageSupersedesNothing() {
        String first = post(FIRST, "2024-11-15T18:00:00Z");
        String second = post(SECOND, "2024-11-15T20:00:00Z");

        http.json("PATCH", API + "/source-articles/" + second, "{\"url\":\"https://example.org/news/2\"}");

        assertThat(article(first).path("supersededBy").isNull()).isTrue();
        assertThat(http.all(API + "/calls").get(0).path("articleCount").asInt()).isEqualTo(2);
    }

    @Test
    void partsOfOnePageStandSideBySide() {
        String first = post(FIRST, "2024-11-15T18:00:00Z");
        String second = post(
                "President Emmanuel Macron of France called Prime Minister Keir Starmer on November 14, 2024 to discuss fishing quotas and the winter season, their offices said in London and Paris.",
                "2024-11-15T20:00:00Z");

        assertThat(article(first).path("supersededBy").isNull()).isTrue();
        assertThat(article(second).path("supersededBy").isNull()).isTrue();
        assertThat(http.all(API + "/calls")).hasSize(2);
    }
}
