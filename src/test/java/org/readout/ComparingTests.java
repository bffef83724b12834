package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Calls held beside one another, and accounts of one. */
class ComparingTests extends ServiceTests {

    private String post(String publisher, String day, String text) {
        return http.json(
                        "POST",
                        API + "/source-articles",
                        "{\"publisher\":\"%s\",\"publishedAt\":\"%s\",\"text\":\"%s\"}"
                                .formatted(publisher, day, text.replace("\"", "\\\"")))
                .json()
                .path("reports")
                .path(0)
                .path("callId")
                .asString();
    }

    private static JsonNode with(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(i -> i.at(field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + items));
    }

    @Test
    void whatEachSideSaysStandsSideBySide() {
        String call = post(
                "Example Post",
                "2024-11-17",
                "Olaf Scholz phoned Vladimir Putin on Friday. The call lasted one hour, the Kremlin said. The German government said the call lasted 20 minutes.");

        JsonNode accounts = http.get(API + "/calls/" + call + "/accounts").json();

        assertThat(accounts.at("/record/duration/outcome").asString()).isEqualTo("CONFLICT");
        JsonNode berlin = with(accounts.path("accounts"), "/side", "DE");
        JsonNode moscow = with(accounts.path("accounts"), "/side", "RU");
        assertThat(berlin.at("/properties/duration/0/claim/value/best").asInt()).isEqualTo(20);
        assertThat(moscow.at("/properties/duration/0/claim/value/best").asInt()).isEqualTo(60);
        assertThat(berlin.at("/properties/duration/0/selected").asBoolean())
                .isNotEqualTo(moscow.at("/properties/duration/0/selected").asBoolean());
        assertThat(moscow.at("/properties/duration/0/claim/value").toString())
                .isEqualTo("{\"low\":50,\"best\":60,\"high\":70,\"unit\":\"minutes\"}");
        JsonNode evidence =
                http.get(API + "/calls/" + call + "/reconciliation").json().path("properties");
        assertThat(evidence.at("/participants/supporting/0/value/0/leaderId").asString())
                .isEqualTo("olaf-scholz");
        assertThat(evidence.at("/duration/opposing/0/value/unit").asString()).isEqualTo("minutes");
        assertThat(moscow.path("publishers").toString()).isEqualTo("[\"Example Post\"]");
    }

    @Test
    void aCallIsShownBesideThoseAroundIt() {
        String before = post("A", "2024-11-03", "Olaf Scholz phoned Vladimir Putin on Friday.");
        String call = post("B", "2024-11-17", "Olaf Scholz phoned Vladimir Putin on Friday.");
        String after = post("C", "2024-11-24", "Olaf Scholz phoned Vladimir Putin on Friday.");
        String three =
                post("D", "2024-11-17", "Olaf Scholz, Vladimir Putin and Emmanuel Macron spoke by phone on Friday.");
        String sameDay = post("E", "2024-11-17", "Olaf Scholz phoned Narendra Modi on Friday.");

        JsonNode related = http.get(API + "/calls/" + call + "/related").json().path("items");

        assertThat(StreamSupport.stream(related.spliterator(), false)
                        .map(r -> r.path("relation").asString() + " "
                                + r.at("/call/id").asString()))
                .containsExactly("MAY_BE_SAME " + three, "SAME_DAY " + sameDay, "BEFORE " + before, "AFTER " + after);
    }

    @Test
    void callsAreCountedAndEachCountLeadsToItsCalls() {
        post("A", "2024-11-03", "Olaf Scholz phoned Vladimir Putin on Friday.");
        post("B", "2024-11-17", "Olaf Scholz phoned Vladimir Putin on Friday.");
        post("C", "2024-11-17", "Olaf Scholz held a video call with Emmanuel Macron on Friday.");
        for (String by : List.of(
                "pair",
                "month",
                "initiator",
                "country",
                "medium",
                "participant",
                "year",
                "status",
                "office",
                "publisher",
                "pair,month",
                "initiator,pair,medium")) {
            JsonNode counted =
                    http.get(API + "/statistics/calls?status=happened&by=" + by).json();
            assertThat(counted.path("calls").asInt()).isEqualTo(3);
            assertThat(counted.path("groups")).as(by).isNotEmpty();
            for (JsonNode group : counted.path("groups")) {
                assertThat(http.all(group.path("link").asString()))
                        .as(group.toString())
                        .hasSize(group.path("calls").asInt());
            }
        }
        JsonNode pair = http.get(API + "/statistics/calls?by=pair&country=RU")
                .json()
                .path("groups")
                .path(0);
        assertThat(pair.path("calls").asInt()).isEqualTo(2);
        assertThat(pair.path("first").asString()).isEqualTo("2024-11-01");
        assertThat(pair.path("last").asString()).isEqualTo("2024-11-15");
    }

    @Test
    void aLeadersCounterpartsAreCounted() {
        post("A", "2024-11-03", "Olaf Scholz phoned Vladimir Putin on Friday.");
        post("B", "2024-11-17", "Vladimir Putin phoned Olaf Scholz on Friday.");
        post("C", "2024-11-17", "Olaf Scholz plans to call Emmanuel Macron on Monday.");

        JsonNode items =
                http.get(API + "/leaders/olaf-scholz/counterparts").json().path("items");

        assertThat(items).hasSize(2);
        assertThat(items.at("/0/leaderId").asString()).isEqualTo("vladimir-putin");
        assertThat(items.at("/0/happened").asInt()).isEqualTo(2);
        assertThat(items.at("/0/initiated").asInt()).isEqualTo(1);
        assertThat(items.at("/0/received").asInt()).isEqualTo(1);
        assertThat(items.at("/1/calls").asInt()).isEqualTo(1);
        assertThat(items.at("/1/happened").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"by=nonsense, by", "by=pair&limit=0, limit", "by=pair&colour=red, colour", "limit=5, by"})
    void aCountThatIsNotUnderstoodIsRefused(String query, String parameter) {
        Http.Answer answer = http.get(API + "/statistics/calls?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }
}
