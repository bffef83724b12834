package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Texts that contradict each other, in the shapes that real ones have. */
class ConflictTests extends ServiceTests {

    private static final String TRUMP_PUTIN =
            "US President Donald Trump and Russian President Vladimir Putin spoke by phone on March 18, 2025.";

    private String post(String publisher, String text) {
        Http.Answer a = http.json("POST", API + "/source-articles", """
                {"publisher":"%s","publishedAt":"2025-03-19","text":"%s"}""".formatted(publisher, text));
        assertThat(a.status()).as(a.body()).isIn(200, 201);
        return a.json().path("id").asString();
    }

    private JsonNode theCall() {
        List<JsonNode> calls = http.all(API + "/calls?participant=vladimir-putin&from=2025-03-01");
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private JsonNode finding(String property) {
        return http.get(API + "/calls/" + theCall().path("id").asString() + "/reconciliation")
                .json()
                .path("properties")
                .path(property);
    }

    private static List<String> publishers(JsonNode claims) {
        return StreamSupport.stream(claims.spliterator(), false)
                .map(c -> c.path("publisher").asString())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void threeOriginsThreeLengths() {
        post("A", TRUMP_PUTIN + " The conversation lasted 150 minutes, Kremlin spokesman Dmitry Peskov said.");
        post("B", TRUMP_PUTIN + " The call lasted over 90 minutes, a White House official said.");
        post("C", TRUMP_PUTIN + " The two men talked for about two hours.");
        post("C again", TRUMP_PUTIN + " The two men talked for about two hours.");

        JsonNode duration = finding("duration");

        assertThat(duration.path("outcome").asString()).isEqualTo("CONFLICT");
        assertThat(duration.path("originCount").asInt()).isEqualTo(3);
        assertThat(publishers(duration.path("supporting"))).contains("B", "C", "C again");
        assertThat(publishers(duration.path("opposing"))).containsExactly("A");
        assertThat(duration.path("explanation").asString()).contains("150 minutes", "over 90 minutes");
    }

    @Test
    void aDenialByOneSideIsNeverOutvoted() {
        post("A", TRUMP_PUTIN + " They discussed Ukraine, the White House said.");
        post("B", TRUMP_PUTIN + " The call was long.");
        String denial = post(
                "C",
                "Kremlin spokesman Dmitry Peskov denied that Russian President Vladimir Putin spoke by phone with US President Donald Trump on March 18, 2025.");
        post("A reprinted", TRUMP_PUTIN + " They discussed Ukraine, the White House said.");

        assertThat(theCall().path("status").asString()).isEqualTo("DISPUTED");
        assertThat(publishers(finding("status").path("opposing"))).containsExactly("C");
        assertThat(finding("status").path("explanation").asString()).contains("one article", "denies it");

        http.delete(API + "/source-articles/" + denial);

        assertThat(theCall().path("status").asString()).isEqualTo("HAPPENED");
    }

    @Test
    void twoSidesNamedAsTheCallerDisputeIt() {
        post("A", TRUMP_PUTIN + " The call took place at the request of the Russian side, the White House said.");
        post("B", TRUMP_PUTIN + " The call was initiated by Washington, Kremlin spokesman Dmitry Peskov said.");

        assertThat(theCall().path("initiation").asString()).isEqualTo("DISPUTED");
        assertThat(theCall().path("initiator").isNull()).isTrue();
        assertThat(publishers(finding("initiator").path("opposing"))).containsExactly("A", "B");
    }

    @Test
    void aWeekdayThatIsNotThatOfItsDateIsShown() {
        post("A", TRUMP_PUTIN);
        post(
                "B",
                "US President Donald Trump and Russian President Vladimir Putin spoke by phone on Friday, March 18, 2025.");

        assertThat(theCall().path("date").asString()).isEqualTo("2025-03-18");
        assertThat(theCall().path("outcomes").path("date").asString()).isEqualTo("CONFLICT");
        assertThat(publishers(finding("date").path("opposing"))).containsExactly("B");
    }

    @Test
    void aCallInBetweenContradictsFirstSince() {
        post("A", TRUMP_PUTIN + " It was their first phone call since February 12, 2025.");
        assertThat(theCall().path("outcomes").path("previousCall").asString()).isEqualTo("SINGLE");

        String between =
                http.json("POST", API + "/calls", """
                        {"participants":["Donald Trump","Vladimir Putin"],"date":"2025-02-25"}""").json().path("id").asString();

        String id = http.all(API + "/calls?participant=vladimir-putin&from=2025-03-01")
                .get(0)
                .path("id")
                .asString();
        JsonNode previous = http.get(API + "/calls/" + id + "/reconciliation")
                .json()
                .path("properties")
                .path("previousCall");
        assertThat(previous.path("outcome").asString()).isEqualTo("CONFLICT");
        assertThat(previous.path("explanation").asString()).contains(between);
    }

    @Test
    void aPlanThatComesAboutIsOneCall() {
        http.json("POST", API + "/source-articles", """
                {"publisher":"A","publishedAt":"2025-03-17","text":"US President Donald Trump will speak by phone with Russian President Vladimir Putin on March 18, 2025."}""");
        assertThat(theCall().path("status").asString()).isEqualTo("PLANNED");

        post("B", TRUMP_PUTIN);

        assertThat(theCall().path("status").asString()).isEqualTo("HAPPENED");
        assertThat(theCall().path("articleCount").asInt()).isEqualTo(2);
    }
}
