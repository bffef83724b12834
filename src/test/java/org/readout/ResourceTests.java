package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The four resources beside the walk: given reports, corrections, lists, leaders, statements, documentation. */
class ResourceTests extends ServiceTests {

    private static final String REPORT =
            "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],\"date\":\"2024-11-15\",\"duration\":\"%s\"}]}";

    private JsonNode given(String duration) {
        Http.Answer answer = http.json("POST", API + "/source-articles", REPORT.formatted(duration));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode onlyCall() {
        List<JsonNode> calls = http.all(API + "/calls");
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    @Test
    void reconcilesReportsThatTheCallerRead() {
        given("one hour");
        given("nearly an hour");

        assertThat(onlyCall().path("duration").toString())
                .isEqualTo("{\"low\":50,\"best\":55,\"high\":59,\"unit\":\"minutes\"}");
        assertThat(onlyCall().path("outcomes").path("duration").asString()).isEqualTo("COMPATIBLE");
    }

    @Test
    void publishesTheMajorityOfAConflictAndListsTheMinority() {
        given("about two hours");
        given("two hours");
        given("20 minutes");

        JsonNode call = onlyCall();
        JsonNode duration = http.get(API + "/calls/" + call.path("id").asString() + "/reconciliation")
                .json()
                .path("properties")
                .path("duration");

        assertThat(call.path("outcomes").path("duration").asString()).isEqualTo("CONFLICT");
        assertThat(call.path("duration").path("best").asInt()).isEqualTo(120);
        assertThat(duration.path("opposing")).hasSize(1);
        assertThat(duration.path("opposing").get(0).path("text").asString()).isEqualTo("20 minutes");
    }

    @Test
    void readsTheTextAnewWhenItsDateIsCorrected() {
        String id = postDefenceTalks();

        Http.Answer answer = http.json("PATCH", API + "/source-articles/" + id, "{\"publishedAt\":\"2024-11-17\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("publishedAtBasis").asString()).isEqualTo("GIVEN");
        assertThat(http.all(API + "/calls?from=2024-11-15&to=2024-11-15&participant=vladimir-putin"))
                .hasSize(1);
    }

    @Test
    void storesNothingForAnExtraction() {
        Http.Answer answer = http.json(
                "POST",
                API + "/extractions",
                "{\"text\":\"Emmanuel Macron phoned Olaf Scholz on Friday.\",\"publishedAt\":\"2024-11-17\"}");

        assertThat(answer.json().path("reports").get(0).path("participants").toString())
                .contains("emmanuel-macron", "olaf-scholz");
        assertThat(answer.json()
                        .path("reports")
                        .get(0)
                        .path("claims")
                        .get(0)
                        .path("rule")
                        .asString())
                .isNotBlank();
        assertThat(jdbc.queryForObject("select count(*) from source_article", Integer.class))
                .isZero();
    }

    @Test
    void filtersCalls() {
        postMenafn();

        assertThat(http.all(API + "/calls?country=DE&country=RU&status=HAPPENED&medium=PHONE"))
                .hasSize(1);
        assertThat(http.all(API + "/calls?minDuration=58&maxDuration=60&durationMode=possible"))
                .hasSize(1);
        assertThat(http.all(API + "/calls?minDuration=60")).isEmpty();
        assertThat(http.all(API + "/calls?q=%22peace%20talks%22")).isNotEmpty();
        assertThat(http.all(API + "/calls?q=volcano")).isEmpty();
        assertThat(http.all(API + "/calls?publisher=MENAFN")).hasSize(3);
        assertThat(http.all(API + "/calls?outcome=conflict")).isEmpty();
        assertThat(http.all(API + "/leaders/olaf-scholz/calls")).hasSize(3);
    }

    @Test
    void pagesThroughAList() {
        postMenafn();

        Http.Answer first = http.get(API + "/calls?limit=2");
        List<JsonNode> all = http.all(API + "/calls");

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        JsonNode second = http.get(API + "/calls?limit=2&cursor="
                        + first.json().path("next").asString())
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").get(0)).isEqualTo(all.get(2));
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void findsALeaderByAnySpelling() {
        assertThat(http.get(API + "/leaders?q=Zelenskiy").json().toString()).contains("volodymyr-zelenskyy");
        assertThat(http.get(API + "/leaders?q=erdogan").json().toString()).contains("recep-tayyip-erdogan");
        assertThat(http.get(API + "/leaders/olaf-scholz").json().path("terms").toString())
                .contains("CHANCELLOR");
    }

    @Test
    void readsALeaderThatAPersonAdded() {
        String leader =
                "{\"name\":\"Rudolf Elphberg\",\"terms\":[{\"country\":\"AT\",\"office\":\"MONARCH\",\"start\":\"2020\"}]}";
        try {
            assertThat(http.json("POST", API + "/leaders", leader).status()).isEqualTo(201);

            http.text(API + "/source-articles?publishedAt=2024-11-17", "Rudolf Elphberg phoned Olaf Scholz on Friday.");

            assertThat(onlyCall().path("participants").toString()).contains("rudolf-elphberg");
        } finally {
            jdbc.update("delete from leader where id = 'rudolf-elphberg'");
            jdbc.update("update registry set revision = revision + 1");
        }
    }

    @Test
    void keepsAStatementRuledOutWhenMoreReportsCome() {
        postMenafn();
        JsonNode statement =
                http.all(API + "/statements?q=%22unwavering%20determination%22").get(0);
        int before = http.all(API + "/statements").size();

        assertThat(http.delete(API + "/statements/" + statement.path("id").asString())
                        .status())
                .isEqualTo(204);
        postDefenceTalks();

        assertThat(http.all(API + "/statements?q=%22unwavering%20determination%22"))
                .isEmpty();
        assertThat(before).isPositive();
    }

    @Test
    void addsACallAndAStatementByHand() {
        Http.Answer call = http.json(
                "POST",
                API + "/calls",
                "{\"participants\":[\"Emmanuel Macron\",\"Olaf Scholz\"],\"date\":\"2024-11-12\",\"duration\":\"20 minutes\"}");
        assertThat(call.status()).as(call.body()).isEqualTo(201);
        String id = call.json().path("id").asString();

        Http.Answer statement = http.json(
                "POST",
                API + "/statements",
                "{\"callId\":\"" + id
                        + "\",\"saidBy\":\"olaf-scholz\",\"text\":\"We will not wait for another winter.\",\"quoteType\":\"DIRECT\"}");

        assertThat(statement.status()).as(statement.body()).isEqualTo(201);
        assertThat(onlyCall().path("statementCount").asInt()).isEqualTo(1);
        assertThat(onlyCall().path("articleCount").asInt()).isEqualTo(1);
        assertThat(onlyCall().path("originCount").asInt()).isEqualTo(1);
        assertThat(onlyCall().path("outcomes").path("date").asString()).isEqualTo("SINGLE");
        assertThat(onlyCall().path("duration").path("best").asInt()).isEqualTo(20);
        assertThat(http.get(call.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void countsAReprintAsNoWitnessOfItsOwn() {
        String text =
                "French President Emmanuel Macron spoke by phone with German Chancellor Olaf Scholz on Friday, in a call that"
                        + " lasted nearly an hour and ranged over the budget, the coming vote in Brussels and the price of gas this winter."
                        + " Neither side said what came of it, and no further talks were announced before the end of the year.";
        http.text(API + "/source-articles?publisher=Alpha&publishedAt=2024-11-17", text);
        JsonNode reprint = http.text(
                        API + "/source-articles?publisher=Beta&publishedAt=2024-11-17",
                        text.replace("ranged over", "covered"))
                .json();

        assertThat(reprint.path("derivedFrom").isNull()).isFalse();
        assertThat(onlyCall().path("articleCount").asInt()).isEqualTo(2);
        assertThat(onlyCall().path("originCount").asInt()).isEqualTo(1);
    }

    @Test
    void describesEveryOperation() {
        JsonNode api = http.get("/v3/api-docs").json();

        assertThat(api.path("openapi").asString()).startsWith("3.1");
        api.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        assertThat(operation.path("summary").asString())
                                .as(operation.path("operationId").asString())
                                .isNotBlank();
                    }
                }));
        List<String> ids = api.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(o -> o.path("operationId").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        List<String> undescribed = new ArrayList<>();
        api.path("components").path("schemas").propertyStream().forEach(schema -> {
            if (schema.getValue().path("description").asString("").isBlank()) {
                undescribed.add(schema.getKey());
            }
            schema.getValue()
                    .path("properties")
                    .propertyStream()
                    .filter(p -> !p.getValue().has("$ref"))
                    .filter(p -> p.getValue().path("description").asString("").isBlank())
                    .forEach(p -> undescribed.add(schema.getKey() + "." + p.getKey()));
        });
        assertThat(undescribed).isEmpty();
        assertThat(api.path("paths")
                        .path(API + "/calls")
                        .path("get")
                        .path("responses")
                        .has("default"))
                .isTrue();
        assertThat(api.path("paths").has(API + "/calls/{id}/reconciliation")).isTrue();
        assertThat(http.get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bundeskanzler Olaf Scholz hat am Freitag mit dem russischen Präsidenten Wladimir Putin telefoniert und ihn zum Abzug der Truppen aus der Ukraine aufgefordert, sagte ein Sprecher. | LANGUAGE_NOT_READ",
                "Emmanuel Macron phoned Olaf Scholz on Friday. | NO_DATE",
                "The weather will be fine. | NO_TWO_LEADERS",
                "Emmanuel Macron held a phone call with Zacharias Nobodyknown, the president of Ruritania. | NAME_NOT_KNOWN"
            })
    void anArticleSaysWhyItMayTellOfLess(String text, String warning) {
        http.json("POST", API + "/source-articles", """
                {"publishedAt":"2024-11-17","text":"Emmanuel Macron phoned Olaf Scholz on Friday."}""");
        JsonNode posted = http.text(API + "/source-articles", text).json();

        assertThat(posted.path("warnings").toString()).contains(warning);
        assertThat(http.json("POST", API + "/extractions", "{\"text\":\"" + text + "\"}")
                        .json()
                        .path("warnings"))
                .isEqualTo(posted.path("warnings"));
        assertThat(http.all(API + "/source-articles?warning=" + warning.toLowerCase(java.util.Locale.ROOT)))
                .extracting(a -> a.path("id"))
                .containsExactly(posted.path("id"));
    }

    @Test
    void everyAnswerHasAnIdOfItsRequest() {
        assertThat(http.get(API + "/calls").header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(http.get(API + "/nothing-here").header("X-Request-Id")).isNotBlank();
    }

    @Test
    void countsWhatItReads() {
        postMenafn();
        String measured = http.get("/actuator/prometheus").body();
        assertThat(measured).containsPattern("readout_readings_seconds_count [1-9]");
        assertThat(measured).containsPattern("readout_claims_total [1-9]");
    }

    /** After a change of the API run with {@code -Dreadout.contract.keep=true}, and look at what differs. */
    @Test
    void theDescriptionThatIsKeptIsTheOneThatIsServed() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Object served = mapper.readValue(http.get("/v3/api-docs").body(), Object.class);
        Path kept = Path.of("src/main/resources/openapi.json");
        if (Boolean.getBoolean("readout.contract.keep")) {
            Files.writeString(kept, mapper.writeValueAsString(served) + "\n");
        }
        assertThat(mapper.readValue(Files.readString(kept), Object.class)).isEqualTo(served);
    }
}
