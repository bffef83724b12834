package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people say of leaders: nothing is lost that nobody meant to lose. */
class LeaderWriteTests extends ServiceTests {

    private static final String AT = API + "/leaders/ada-example";
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";

    @BeforeEach
    void ada() {
        http.json("POST", API + "/leaders", """
                {"id":"ada-example","name":"Ada Example","wikidataId":"Q900000001","names":["A. Example"],
                 "terms":[{"country":"FR","office":"PRESIDENT","start":"2020"}]}""");
    }

    @AfterEach
    void noAda() {
        http.delete(AT);
    }

    private JsonNode held() {
        return http.get(AT).json();
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        Http.Answer patched = http.with("PATCH", AT, PATCH, "{\"wikidataId\":null,\"nativeName\":\"Àda\"}");

        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(held().path("wikidataId").isNull()).isTrue();
        assertThat(held().path("nativeName").asString()).isEqualTo("Àda");
        assertThat(held().path("names").toString()).isEqualTo("[\"A. Example\"]");
        assertThat(held().path("terms")).hasSize(1);
        assertThat(patched.header("ETag"))
                .isEqualTo("\"" + held().path("version").asLong() + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null} | /name",
                "{\"colour\":\"red\"} | /colour",
                "{\"wikidataId\":\"nonsense\"} | /wikidataId",
                "{\"terms\":[{\"country\":\"QQ\",\"office\":\"PRESIDENT\"}]} | /terms/0/country",
                "{\"id\":\"somebody-else\"} | /id",
                "{\"names\":\"Ada\"} | /names"
            })
    void aPatchThatCannotBeTakenNamesTheField(String patch, String pointer) {
        JsonNode before = held();
        Http.Answer answer = http.with("PATCH", AT, PATCH, patch);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(held()).isEqualTo(before);
    }

    @Test
    void aPutMayNotLoseWhatNobodyHasRead() {
        String without = "{\"name\":\"Ada Example\"}";
        Http.Answer blind = http.with("PUT", AT, JSON, without);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.json().path("code").asString()).isEqualTo("PRECONDITION_REQUIRED");

        String tag = http.get(AT).header("ETag");
        assertThat(http.with("PUT", AT, JSON, without, "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(held().path("terms")).isEmpty();
    }

    @Test
    void aChangeOfWhatWasReadLongAgoIsRefused() {
        String tag = http.get(AT).header("ETag");
        http.with("PATCH", AT, PATCH, "{\"nativeName\":\"Ada\"}", "If-Match", tag);

        for (String method : new String[] {"PATCH", "PUT", "DELETE"}) {
            Http.Answer answer = http.with(method, AT, JSON, "{\"name\":\"Ada Other\"}", "If-Match", tag);
            assertThat(answer.status()).as(method).isEqualTo(412);
        }
        assertThat(held().path("name").asString()).isEqualTo("Ada Example");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        postMenafn();
        String call = API + "/calls/"
                + http.get(API + "/calls?limit=1").json().at("/items/0/id").asString();
        String article = API + "/source-articles/"
                + http.get(API + "/source-articles?limit=1")
                        .json()
                        .at("/items/0/id")
                        .asString();
        String statement = API + "/statements/"
                + http.get(API + "/statements?limit=1").json().at("/items/0/id").asString();
        for (String path : new String[] {AT, call, article, statement}) {
            Http.Answer first = http.get(path);
            Http.Answer again = http.with("GET", path, JSON, "", "If-None-Match", first.header("ETag"));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    private static final String MET =
            "{\"text\":\"Bertha Sample spoke with Vladimir Putin by phone on 3 May 2023.\",\"publishedAt\":\"2023-05-04\"}";

    private JsonNode people() {
        return http.get(API + "/calls?limit=1").json().at("/items/0/participants");
    }

    @Test
    void aNewNameReachesTheCallsByItself() {
        http.json("POST", API + "/source-articles", MET);
        assertThat(people()).extracting(p -> p.path("leaderId").asString()).doesNotContain("ada-example");

        http.with("PATCH", AT, PATCH, "{\"names\":[\"A. Example\",\"Bertha Sample\"]}");

        assertThat(people()).extracting(p -> p.path("leaderId").asString()).contains("ada-example");
        JsonNode cause = http.all(API + "/changes?subject=call").stream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("cause");
        assertThat(cause.path("kind").asString()).isEqualTo("LEADER_CHANGED");
        assertThat(cause.path("leaderId").asString()).isEqualTo("ada-example");
    }

    @Test
    void nobodyGoesWhoIsOnACall() {
        http.with("PATCH", AT, PATCH, "{\"names\":[\"Bertha Sample\"]}");
        http.json("POST", API + "/source-articles", MET);
        String call = http.get(API + "/calls?limit=1").json().at("/items/0/id").asString();

        Http.Answer refused = http.delete(AT);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains(call);

        http.delete(API + "/source-articles/"
                + http.get(API + "/source-articles").json().at("/items/0/id").asString());
        assertThat(http.delete(AT).status()).isEqualTo(204);
    }

    @Test
    void whatWasKnownIsKeptAndCanBeRestored() {
        long first = held().path("version").asLong();
        http.with("PATCH", AT, PATCH, "{\"names\":[],\"nativeName\":\"Ada\"}");
        http.delete(AT);

        JsonNode revisions = http.get(AT + "/revisions").json().path("items");
        assertThat(revisions.get(0).path("kind").asString()).isEqualTo("REMOVED");
        assertThat(revisions.get(0).path("leader").isNull()).isTrue();
        assertThat(revisions.get(1).at("/leader/nativeName").asString()).isEqualTo("Ada");
        assertThat(revisions.get(2).path("version").asLong()).isEqualTo(first);
        assertThat(revisions.get(2).at("/leader/names").toString()).isEqualTo("[\"A. Example\"]");

        JsonNode change = http.all(API + "/changes?subject=leader&id=ada-example").stream()
                .filter(c -> c.path("kind").asString().equals("CHANGED"))
                .findFirst()
                .orElseThrow();
        assertThat(change.path("differences").toString())
                .contains("{\"property\":\"nativeName\",\"before\":null,\"after\":\"Ada\"")
                .contains("{\"property\":\"names\",\"before\":[\"A. Example\"],\"after\":[]");

        assertThat(http.json("POST", AT + "/revisions/99/restore", "").status()).isEqualTo(404);
        Http.Answer restored = http.json("POST", AT + "/revisions/" + first + "/restore", "");
        assertThat(restored.status()).as(restored.body()).isEqualTo(200);
        assertThat(held().path("names").toString()).isEqualTo("[\"A. Example\"]");
        assertThat(held().path("nativeName").isNull()).isTrue();
    }
}
