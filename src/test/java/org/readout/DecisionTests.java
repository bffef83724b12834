package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** People decide: values, which reports are one call, and who is whom; all of it listed and undone. */
class DecisionTests extends ServiceTests {

    private static final String PAIR = "\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"]";

    private String post(String publisher, String rest) {
        Http.Answer a = http.json("POST", API + "/source-articles", """
                {"publisher":"%s","publishedAt":"2024-11-17","reports":[{%s,%s}]}""".formatted(publisher, PAIR, rest));
        assertThat(a.status()).as(a.body()).isEqualTo(201);
        return a.json().path("id").asString();
    }

    private String callOf(String article) {
        return http.get(API + "/source-articles/" + article + "/reports")
                .json()
                .path("items")
                .get(0)
                .path("callId")
                .asString();
    }

    private String reportOf(String article) {
        return http.get(API + "/source-articles/" + article + "/reports")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private JsonNode call(String id) {
        Http.Answer a = http.get(API + "/calls/" + id);
        assertThat(a.status()).as(a.body()).isEqualTo(200);
        return a.json();
    }

    private Http.Answer decide(String call, String property, String value) {
        return http.json("PUT", API + "/calls/" + call + "/decisions/" + property, """
                {"value":%s,"reason":"The log says so.","who":"ana"}""".formatted(value));
    }

    private JsonNode finding(String call, String property) {
        return http.get(API + "/calls/" + call + "/reconciliation")
                .json()
                .path("properties")
                .path(property);
    }

    @Test
    void aDecisionStandsAndIsFlaggedWhenLaterReportsContradictIt() {
        String call = callOf(post("A", "\"date\":\"2024-11-15\",\"duration\":\"an hour\""));
        post("B", "\"date\":\"2024-11-15\",\"duration\":\"two hours\"");

        Http.Answer decided = decide(call, "duration", "\"55 minutes\"");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(call(call).path("outcomes").path("duration").asString()).isEqualTo("ADJUDICATED");
        assertThat(call(call).path("contradictedDecisions")).isEmpty();
        assertThat(finding(call, "duration").path("explanation").asString())
                .contains("ana decided it: The log says so.", "By the reports alone");
        assertThat(finding(call, "duration").path("opposing")).hasSize(1);

        String later = post("C", "\"date\":\"2024-11-15\",\"duration\":\"over 90 minutes\"");

        assertThat(call(call).path("duration").path("best").asInt()).isEqualTo(55);
        assertThat(call(call).path("contradictedDecisions").toString()).isEqualTo("[\"duration\"]");
        assertThat(finding(call, "duration")
                        .path("decided")
                        .path("contradicted")
                        .asBoolean())
                .isTrue();
        http.delete(API + "/source-articles/" + later);
        assertThat(call(call).path("contradictedDecisions")).isEmpty();
    }

    @Test
    void anUndoneDecisionLeavesWhatTheReportsGive() {
        String call = callOf(post("A", "\"date\":\"2024-11-15\",\"duration\":\"an hour\""));
        String before = call(call).path("duration").toString();
        decide(call, "duration", "{\"low\":20,\"best\":25,\"high\":30}");
        decide(call, "duration", "40");
        assertThat(call(call).path("duration").path("best").asInt()).isEqualTo(40);

        assertThat(http.delete(API + "/calls/" + call + "/decisions/duration?who=bob")
                        .status())
                .isEqualTo(204);

        assertThat(call(call).path("duration").toString()).isEqualTo(before);
        List<JsonNode> listed = http.all(API + "/decisions");
        assertThat(listed).hasSize(2).allMatch(d -> !d.path("undoneAt").isNull());
        assertThat(listed.get(0).path("undoneBy").asString()).isEqualTo("bob");
        assertThat(http.delete(API + "/calls/" + call + "/decisions/duration").status())
                .isEqualTo(404);
        assertThat(http.delete(API + "/decisions/" + listed.get(0).path("id").asString())
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date | \"2024-11-16\" | /date | \"2024-11-16\"",
                "status | \"DENIED\" | /status | \"DENIED\"",
                "medium | \"VIDEO\" | /medium | \"VIDEO\"",
                "initiator | \"DE\" | /initiator/country | \"DE\"",
                "previousCall | \"2022-12\" | /previousCall/date | \"2022-12\"",
                "topics | [\"Grain\"] | /topics/0 | \"Grain\"",
                "followUps | [{\"kind\":\"MEETING\"}] | /followUps/0/kind | \"MEETING\"",
                "participants | [\"Olaf Scholz\",\"Xi Jinping\"] | /participants/1/leaderId | \"xi-jinping\"",
            })
    void everyPropertyCanBeDecided(String property, String value, String at, String expected) {
        String call = callOf(post("A", "\"date\":\"2024-11-15\""));

        Http.Answer decided = decide(call, property, value);

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(call(call).at(at).toString()).isEqualTo(expected);
        assertThat(call(call).path("outcomes").path(property).asString()).isEqualTo("ADJUDICATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration | \"soon\"",
                "duration | {\"low\":9,\"best\":5,\"high\":7}",
                "date | \"2024-13-01\"",
                "status | \"MAYBE\"",
                "initiator | \"Xi Jinping\"",
                "participants | [\"Olaf Scholz\"]",
                "topic | 7",
                "followUp | [{\"kind\":\"DINNER\"}]",
                "medium | null",
            })
    void aValueThatFitsNothingIsRefusedByName(String property, String value) {
        String call = callOf(post("A", "\"date\":\"2024-11-15\""));

        Http.Answer refused = decide(call, property, value);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").get(0).path("pointer").asString())
                .startsWith("/value");
        assertThat(http.all(API + "/decisions")).isEmpty();
    }

    @Test
    void aMergerIsKeptByLaterGroupingAndCanBeUndone() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String b = post("B", "\"date\":\"2024-11-20\"");
        String first = callOf(a);
        String second = callOf(b);

        Http.Answer merged = http.json(
                "POST",
                API + "/calls/" + second + "/merge",
                "{\"callId\":\"%s\",\"reason\":\"a misprint\",\"who\":\"ana\"}".formatted(first));

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().path("id").asString()).isEqualTo(second);
        assertThat(merged.json().path("articleCount").asInt()).isEqualTo(2);
        assertThat(merged.json().path("outcomes").path("date").asString()).isEqualTo("CONFLICT");
        assertThat(http.get(API + "/calls/" + first).status()).isEqualTo(308);
        assertThat(http.get(API + "/calls/" + first).header("Location")).endsWith("/calls/" + second);
        String c = post("C", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");
        assertThat(callOf(c)).isEqualTo(second);
        assertThat(callOf(post("D", "\"date\":\"2024-12-24\""))).isNotEqualTo(second);

        String decision = http.get(API + "/calls/" + second + "/decisions")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(http.delete(API + "/decisions/" + decision).status()).isEqualTo(204);

        assertThat(callOf(a)).isEqualTo(first).isEqualTo(callOf(c));
        assertThat(callOf(b)).isEqualTo(second);
        assertThat(call(first).path("articleCount").asInt()).isEqualTo(2);
    }

    @Test
    void aSplitIsKeptByLaterGroupingAndCanBeUndone() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String b = post("B", "\"date\":\"2024-11-16\"");
        String call = callOf(a);
        assertThat(callOf(b)).isEqualTo(call);

        Http.Answer split = http.json(
                "POST",
                API + "/calls/" + call + "/split",
                "{\"reportIds\":[\"%s\"],\"who\":\"ana\"}".formatted(reportOf(b)));

        assertThat(split.status()).as(split.body()).isEqualTo(201);
        String other = split.json().path("id").asString();
        assertThat(split.header("Location")).isEqualTo(API + "/calls/" + other);
        assertThat(callOf(a)).isEqualTo(call).isNotEqualTo(other);
        assertThat(callOf(b)).isEqualTo(other);
        assertThat(callOf(post("C", "\"date\":\"2024-11-16\""))).isEqualTo(other);
        assertThat(callOf(post("D", "\"date\":\"2024-11-15\""))).isEqualTo(call);

        http.all(API + "/decisions")
                .forEach(d -> http.delete(API + "/decisions/" + d.path("id").asString()));

        assertThat(callOf(b)).isEqualTo(call);
        assertThat(http.get(API + "/calls/" + other).status()).isEqualTo(308);
        assertThat(call(call).path("articleCount").asInt()).isEqualTo(4);
    }

    @Test
    void callsOfDifferentlyNamedPeopleCanBeMerged() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String b = http.json("POST", API + "/source-articles", """
                        {"reports":[{"participants":["Olaf Scholz","Wladimir Somebody"],"date":"2024-11-15"}]}""")
                .json()
                .path("id")
                .asString();
        assertThat(callOf(a)).isNotEqualTo(callOf(b));

        Http.Answer merged =
                http.json("POST", API + "/calls/" + callOf(a) + "/merge", "{\"callId\":\"" + callOf(b) + "\"}");

        assertThat(merged.json().path("articleCount").asInt()).isEqualTo(2);
        assertThat(callOf(b)).isEqualTo(callOf(a));
        assertThat(callOf(post("C", "\"date\":\"2024-11-15\""))).isEqualTo(callOf(a));
    }

    @Test
    void whatCannotBeMergedOrSplitIsRefusedByName() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String call = callOf(a);
        String unknown = "00000000-0000-0000-0000-000000000001";

        assertRefused(call + "/merge", "{\"callId\":\"" + call + "\"}", "/callId");
        assertRefused(call + "/merge", "{\"callId\":\"" + unknown + "\"}", "/callId");
        assertRefused(call + "/merge", "{}", "/callId");
        assertRefused(call + "/split", "{\"reportIds\":[]}", "/reportIds");
        assertRefused(call + "/split", "{\"reportIds\":[\"" + unknown + "\"]}", "/reportIds/0");
        assertRefused(call + "/split", "{\"reportIds\":[\"" + reportOf(a) + "\"]}", "/reportIds");
        assertRefused(call + "/split", "{\"reports\":[]}", "/reports");
        assertThat(http.json("POST", API + "/calls/" + unknown + "/merge", "{\"callId\":\"" + call + "\"}")
                        .status())
                .isEqualTo(404);
    }

    private void assertRefused(String path, String body, String pointer) {
        Http.Answer a = http.json("POST", API + "/calls/" + path, body);
        assertThat(a.status()).as(a.body()).isEqualTo(400);
        assertThat(a.json().path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void aStatementRuledOutStaysOutUntilThatIsUndone() {
        postDefenceTalks();
        JsonNode statement = http.all(API + "/statements?saidBy=olaf-scholz").get(0);
        String id = statement.path("id").asString();
        String call = statement.path("callId").asString();
        int before = call(call).path("statementCount").asInt();

        assertThat(http.delete(API + "/statements/" + id + "?who=ana&reason=hearsay")
                        .status())
                .isEqualTo(204);
        postMenafn();

        assertThat(http.get(API + "/calls/" + call + "/statements").json().path("items"))
                .noneMatch(s -> s.path("text").equals(statement.path("text")));
        JsonNode decision = http.all(API + "/decisions?kind=NOT_A_STATEMENT").get(0);
        assertThat(decision.path("value").path("text")).isEqualTo(statement.path("text"));
        http.delete(API + "/decisions/" + decision.path("id").asString());
        assertThat(StreamSupport.stream(
                        http.get(API + "/calls/" + call + "/statements")
                                .json()
                                .path("items")
                                .spliterator(),
                        false))
                .anyMatch(s -> s.path("variants")
                        .toString()
                        .contains(statement.path("text").asString()));
        assertThat(before).isPositive();
    }

    @Test
    void twoLeadersBecomeOneAndTwoAgain() {
        http.json("POST", API + "/leaders", """
                {"id":"wladimir-somebody","name":"Wladimir Somebody","terms":[{"country":"RU","office":"PRESIDENT","start":"2012"}]}""");
        String known = post("A", "\"date\":\"2024-11-15\"");
        String other = http.json("POST", API + "/source-articles", """
                        {"text":"Berlin, November 17, 2024. German Chancellor Olaf Scholz spoke by phone with Wladimir Somebody on November 15, 2024.","publishedAt":"2024-11-17"}""")
                .json()
                .path("id")
                .asString();
        String formerCall = callOf(other);
        assertThat(formerCall).isNotEqualTo(callOf(known));

        Http.Answer merged = http.json(
                "POST", API + "/leaders/vladimir-putin/merge", "{\"leaderId\":\"wladimir-somebody\",\"who\":\"ana\"}");

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(callOf(other)).isEqualTo(callOf(known));
        assertThat(call(callOf(known)).path("articleCount").asInt()).isEqualTo(2);
        assertThat(http.get(API + "/leaders/wladimir-somebody").status()).isEqualTo(308);
        assertThat(http.get(API + "/leaders/wladimir-somebody").header("Location"))
                .endsWith("/leaders/vladimir-putin");
        assertThat(http.all(API + "/leaders?q=wladimir%20somebody")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo("vladimir-putin");
        assertThat(http.get(API + "/calls/" + formerCall).status()).isEqualTo(308);

        assertThat(http.delete(API + "/decisions/" + merged.json().path("id").asString())
                        .status())
                .isEqualTo(204);

        assertThat(http.get(API + "/leaders/wladimir-somebody").status()).isEqualTo(200);
        assertThat(callOf(other)).isNotEqualTo(callOf(known));
        assertThat(call(callOf(known)).path("articleCount").asInt()).isEqualTo(1);
        http.delete(API + "/leaders/wladimir-somebody");
    }

    @Test
    void aDecisionIsOnTheRecordThatWasRead() {
        postMenafn();
        String at = API + "/calls/"
                + http.get(API + "/calls?participant=putin&from=2024-11")
                        .json()
                        .at("/items/0/id")
                        .asString();
        String tag = http.get(at).header("ETag");
        postDefenceTalks();
        String decision = "{\"value\":\"52 minutes\"}";
        Http.Answer late = http.with("PUT", at + "/decisions/duration", "application/json", decision, "If-Match", tag);
        assertThat(late.status()).isEqualTo(412);
        assertThat(http.get(at).json().at("/outcomes/duration").asString()).isEqualTo("COMPATIBLE");
        String now = http.get(at).header("ETag");
        Http.Answer made = http.with("PUT", at + "/decisions/duration", "application/json", decision, "If-Match", now);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("value")).isEqualTo(http.get(at).json().path("duration"));
        assertThat(http.get(API + "/decisions").json().at("/items/0/value"))
                .isEqualTo(made.json().path("value"));
    }

    @Test
    void aMergeOrASplitIsOnTheRecordThatWasRead() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String b = post("B", "\"date\":\"2024-11-16\"");
        String at = API + "/calls/" + callOf(a);
        String split = "{\"reportIds\":[\"" + reportOf(b) + "\"]}";
        String old = http.get(at).header("ETag");
        post("C", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");

        assertThat(http.with("POST", at + "/split", "application/json", split, "If-Match", old)
                        .status())
                .isEqualTo(412);
        assertThat(callOf(b)).isEqualTo(callOf(a));
        String now = http.get(at).header("ETag");
        assertThat(http.with("POST", at + "/split", "application/json", split, "If-Match", now)
                        .status())
                .isEqualTo(201);
        assertThat(callOf(b)).isNotEqualTo(callOf(a));

        String merge = "{\"callId\":\"" + callOf(b) + "\"}";
        assertThat(http.with("POST", at + "/merge", "application/json", merge, "If-Match", now)
                        .status())
                .isEqualTo(412);
        assertThat(callOf(b)).isNotEqualTo(callOf(a));
        assertThat(http.with(
                                "POST",
                                at + "/merge",
                                "application/json",
                                merge,
                                "If-Match",
                                http.get(at).header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(callOf(b)).isEqualTo(callOf(a));
    }
}
