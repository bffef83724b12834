package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The walk of the README: two articles in, one reconciled call out. */
class WalkTests extends ServiceTests {

    private static final String SCHOLZ_PUTIN = API + "/calls?participant=olaf-scholz&participant=vladimir-putin";

    private JsonNode theCall() {
        List<JsonNode> calls = http.all(SCHOLZ_PUTIN + "&from=2024-11-01");
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private void post(boolean menafnFirst) {
        if (menafnFirst) {
            postMenafn();
            postDefenceTalks();
        } else {
            postDefenceTalks();
            postMenafn();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesOneCallWhicheverArticleComesFirst(boolean menafnFirst) {
        post(menafnFirst);
        post(!menafnFirst);

        JsonNode call = theCall();

        assertThat(call.path("status").asString()).isEqualTo("HAPPENED");
        assertThat(call.path("medium").asString()).isEqualTo("PHONE");
        assertThat(call.path("date").asString()).isEqualTo("2024-11-15");
        assertThat(call.path("duration").toString())
                .isEqualTo("{\"low\":50,\"best\":55,\"high\":59,\"unit\":\"minutes\"}");
        assertThat(call.path("outcomes").path("duration").asString()).isEqualTo("COMPATIBLE");
        assertThat(call.path("initiation").asString()).isEqualTo("NOT_STATED");
        assertThat(call.path("initiator").isNull()).isTrue();
        assertThat(call.path("previousCall").path("date").asString()).isEqualTo("2022-12");
        assertThat(call.path("outcomes").path("previousCall").asString()).isEqualTo("AGREE");
        assertThat(call.path("articleCount").asInt()).isEqualTo(2);
        assertThat(call.path("originCount").asInt()).isEqualTo(3);
        assertThat(call.path("participants").get(0).toString()).contains("olaf-scholz", "\"DE\"", "CHANCELLOR");
        assertThat(call.path("participants").get(1).toString()).contains("vladimir-putin", "\"RU\"", "PRESIDENT");
    }

    @Test
    void namesTheWordsThatEachValueRestsOn() {
        post(false);

        JsonNode properties = http.get(API + "/calls/" + theCall().path("id").asString() + "/reconciliation")
                .json()
                .path("properties");

        JsonNode duration = properties.path("duration");
        assertThat(texts(duration.path("supporting"))).contains("one-hour", "nearly an hour");
        assertThat(duration.path("opposing")).isEmpty();
        assertThat(duration.path("originCount").asInt()).isEqualTo(1);
        assertThat(duration.path("explanation").asString()).contains("nearly an hour", "50 to 59 minutes");
        for (JsonNode claim : duration.path("supporting")) {
            String text = claim.path("publisher").asString().equals("MENAFN")
                    ? example("menafn.txt")
                    : example("defence-talks.txt");
            JsonNode span = claim.path("span");
            assertThat(text.substring(
                            span.path("start").asInt(), span.path("end").asInt()))
                    .isEqualTo(span.path("exact").asString());
        }
        assertThat(texts(properties.path("date").path("supporting"))).hasSize(2).allMatch(t -> t.equals("Friday"));
        assertThat(properties.path("duration").path("supporting").toString()).contains("Steffen Hebestreit");
    }

    @Test
    void holdsTheEarlierCallAndTheOneWithZelenskyy() {
        post(true);

        List<JsonNode> calls = http.all(API + "/calls");

        assertThat(calls).hasSize(3);
        JsonNode earlier = http.all(SCHOLZ_PUTIN + "&to=2022-12-31").get(0);
        assertThat(earlier.path("date").asString()).isEqualTo("2022-12");
        assertThat(theCall().path("previousCall").path("callId")).isEqualTo(earlier.path("id"));
        JsonNode zelenskyy =
                http.all(API + "/calls?participant=volodymyr-zelenskyy").get(0);
        assertThat(zelenskyy.path("medium").asString()).isEqualTo("UNSPECIFIED");
        assertThat(zelenskyy.path("articleCount").asInt()).isEqualTo(2);
        assertThat(zelenskyy.path("followUps")).isNotEmpty();
    }

    @Test
    void joinsTheWordingsOfOneStatement() {
        post(false);

        JsonNode statements = http.get(API + "/calls/" + theCall().path("id").asString() + "/statements")
                .json()
                .path("items");

        List<JsonNode> support = StreamSupport.stream(statements.spliterator(), false)
                .filter(s -> s.path("variants").toString().contains("as long as necessary"))
                .toList();
        assertThat(support).hasSize(1);
        assertThat(support.get(0).path("variants").toString())
                .contains("for as long as necessary", "\\\"as long as necessary\\\"");
        assertThat(support.get(0).path("articleCount").asInt()).isEqualTo(2);
        assertThat(support.get(0).path("saidBy").asString()).isEqualTo("olaf-scholz");
    }

    @Test
    void leavesWhatTheOtherArticleAloneGivesWhenOneIsWithdrawn() {
        postDefenceTalks();
        List<String> alone = http.all(API + "/calls").stream()
                .map(WalkTests::withoutIds)
                .sorted()
                .toList();

        String menafn = postMenafn();
        assertThat(http.delete(API + "/source-articles/" + menafn).status()).isEqualTo(204);

        assertThat(http.all(API + "/calls").stream().map(WalkTests::withoutIds).sorted())
                .isEqualTo(alone);
        assertThat(http.get(API + "/source-articles/" + menafn).status()).isEqualTo(410);
    }

    @Test
    void answersTheFirstArticleWhenItIsPostedAgain() {
        Http.Answer first = http.text(API + "/source-articles?publisher=MENAFN", example("menafn.txt"));
        Http.Answer again = http.text(API + "/source-articles?publisher=MENAFN", example("menafn.txt"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location"))
                .isEqualTo(API + "/source-articles/" + first.json().path("id").asString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(first.json().path("publishedAt").asString()).isEqualTo("2024-11-17");
        assertThat(first.json().path("publishedAtBasis").asString()).isEqualTo("DATELINE");
        assertThat(first.json().path("externalIds").toString()).contains("MENAFN17112024000045015687ID1108894482");
    }

    @Test
    void keepsTheTextAsItCame() {
        String id = postMenafn();

        assertThat(http.get(API + "/source-articles/" + id + "/text").body()).isEqualTo(example("menafn.txt"));
    }

    private static List<String> texts(JsonNode claims) {
        return StreamSupport.stream(claims.spliterator(), false)
                .map(c -> c.path("text").asString())
                .toList();
    }

    private static String withoutIds(JsonNode call) {
        return call.toString()
                .replaceAll("\"(id|callId|createdAt|updatedAt)\":\"[^\"]*\"", "")
                .replaceAll("\"version\":\\d+", "");
    }
}
