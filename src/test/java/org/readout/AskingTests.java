package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Leaders and calls asked for in the words that people have for them. */
class AskingTests extends ServiceTests {

    @BeforeEach
    void theCallOfNovember() {
        postDefenceTalks();
        postMenafn();
        http.json("POST", API + "/source-articles", """
                {"publisher":"Example Post","publishedAt":"2024-11-20","text":"Emmanuel Macron phoned Narendra Modi on Tuesday. The call lasted 20 minutes. They discussed climate change."}""");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "Путин, vladimir-putin, TRANSLITERATION",
        "q7747, vladimir-putin, ID",
        "Putin Vladimir, vladimir-putin, WORD_ORDER",
        "Sholz, olaf-scholz, LIKENESS"
    })
    void aLeaderIsFoundByAnySpelling(String name, String leader, String reason) {
        JsonNode first = http.get(API + "/leaders?limit=3&q=" + encoded(name))
                .json()
                .path("items")
                .path(0);
        assertThat(first.path("id").asString()).isEqualTo(leader);
        assertThat(first.path("match").path("reason").asString()).isEqualTo(reason);
        assertThat(first.path("match").path("score").asDouble()).isBetween(0.7, 1.0);
    }

    @Test
    void aRankingGoesOnOverPages() {
        List<JsonNode> all = http.all(API + "/leaders?q=mohamed");
        assertThat(all.size()).isGreaterThan(50);
        assertThat(all.stream().map(l -> l.path("id").asString())).doesNotHaveDuplicates();
        assertThat(all.stream().map(l -> -l.path("match").path("score").asDouble()))
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "participant=olaf-scholz, 3",
        "participant=Olaf Scholz&participant=Путин&from=2024, 1",
        "participant=Macron, 1",
        "participant=Q3052772, 1",
        "country=France, 1",
        "country=fr, 1",
        "country=United Kingdom, 0",
        "status=happened&from=2024&to=2024, 3",
        "from=2024-11-16, 1",
        "to=2024-10&from=2024, 0",
        "dateMode=certain&from=2022-12-01&to=2022-12-31, 1",
        "dateMode=certain&from=2022-12-10&to=2022-12-31, 0",
        "dateMode=possible&from=2022-12-10&to=2022-12-31, 1",
        "to=2022-12-10, 1",
        "participant=putin&to=2022-12-10, 1",
        "participant=putin&to=2022-11-30, 0",
        "participant=putin&dateMode=certain&to=2022-12-10, 0",
        "dateMode=certain&to=2022-12-31, 1",
        "minDuration=50, 1",
        "minDuration=55, 0",
        "minDuration=55&durationMode=possible, 1",
        "maxDuration=59&minDuration=50, 1",
        "maxDuration=55&minDuration=50, 0",
        "initiator=Macron, 1",
        "initiator=fr, 1",
        "initiator=India, 0",
        "topic=ukraine, 3",
        "topic=Ukraine&topic=peace talks, 1",
        "office=chancellor&from=2024, 2",
        "minOrigins=3, 1",
        "publisher=menafn, 3",
        "publisher=nobody, 0",
        "q=%22lasting%20peace%22, 1",
        "q=battlefield, 3",
        "q=climate, 1",
        "updatedSince=2020, 4",
        "asOf=2020-01-01, 0"
    })
    void callsAreAskedForInAnyWords(String query, int found) {
        assertThat(http.all(API + "/calls?" + query.replace(" ", "%20").replace("Путин", encoded("Путин"))))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "participant=Kim, participant, kim-jong-un",
        "participant=Olaf Sholtz, participant, olaf-scholz",
        "participant=bxqvwpt, participant, names nobody known",
        "country=Atlantis, country, is not a state",
        "initiator=Kim, initiator, did you mean",
        "from=yesterday, from, EDTF",
        "sort=length, sort, -origins",
        "durationMode=perhaps, durationMode, CERTAIN"
    })
    void whatIsNotUnderstoodIsNamed(String query, String parameter, String detail) {
        Http.Answer answer = http.get(API + "/calls?" + query.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().path("errors").path(0);
        assertThat(error.path("parameter").asString()).isEqualTo(parameter);
        assertThat(error.path("detail").asString()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({"date", "-date", "updatedAt", "-updatedAt", "duration", "-duration", "origins", "-origins"})
    void everyOrderGoesOnOverPages(String sort) {
        List<JsonNode> whole = http.all(API + "/calls?sort=" + sort);
        JsonNode first = http.get(API + "/calls?limit=1&sort=" + sort).json();
        JsonNode second = http.get(API + "/calls?limit=2&sort=" + sort + "&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("items").path(0)).isEqualTo(whole.get(0));
        assertThat(second.path("items").path(1)).isEqualTo(whole.get(2));
    }

    @Test
    void aParticipantWhomTheRegistryDoesNotHoldIsFoundByName() {
        http.json("POST", API + "/source-articles", """
                {"reports":[{"participants":["Olaf Scholz","Zacharias Nobodyknown"],"date":"2024-05-02"}]}""");
        assertThat(http.all(API + "/calls?participant=Zacharias%20Nobodyknown")).hasSize(1);
    }

    @Test
    void aColumnOfNamesIsReconciled() {
        assertThat(http.get(API + "/reconcile").json().path("versions").toString())
                .contains("0.2");
        JsonNode answer = reconcile("""
                {"q0":{"query":"Scholz, Olaf","limit":2},"q1":{"query":"Kim","limit":3},
                 "q2":{"query":"Bush","properties":[{"pid":"country","v":"United States"}]},"q3":{"query":"bxqvwpt"}}""").json();

        assertThat(answer.at("/q0/result/0/id").asString()).isEqualTo("olaf-scholz");
        assertThat(answer.at("/q0/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/q0/result").size()).isLessThanOrEqualTo(2);
        assertThat(answer.at("/q1/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/q2/result/0/id").asString()).isEqualTo("george-w-bush");
        assertThat(answer.at("/q3/result")).isEmpty();
        assertThat(reconcile("not json").status()).isEqualTo(400);
        assertThat(reconcile("{\"q0\":{}}").json().at("/errors/0/parameter").asString())
                .isEqualTo("queries");
    }

    private Http.Answer reconcile(String queries) {
        return http.bytes(
                "POST",
                API + "/reconcile",
                "application/x-www-form-urlencoded",
                ("queries=" + encoded(queries)).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "saidBy=olaf-scholz, true",
        "saidBy=Scholz, true",
        "saidBy=Путин, false",
        "onBehalfOf=Germany, true",
        "onBehalfOf=fr, false",
        "saidBy=Scholz&q=withdraw, true",
        "relayedBy=nobody in particular, false"
    })
    void statementsAreAskedForInTheSameWords(String query, boolean found) {
        assertThat(http.all(API + "/statements?" + query.replace(" ", "%20").replace("Путин", encoded("Путин")))
                        .isEmpty())
                .isNotEqualTo(found);
    }
}
