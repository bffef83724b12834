package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists of calls: forwards and backwards, counted, in part, by how well they match. */
class ListTests extends ServiceTests {

    private void give(int many) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < many; i++) {
            lines.append("{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],\"date\":\"")
                    .append(LocalDate.of(2022, 1, 1).plusDays(3L * i))
                    .append("\",\"statements\":[{\"saidBy\":\"Olaf Scholz\",\"text\":\"This is talk number ")
                    .append(i)
                    .append("\"}]}]}\n");
        }
        http.lines(API + "/source-articles/batches", lines.toString());
    }

    private static List<String> ids(JsonNode page) {
        List<String> out = new ArrayList<>();
        page.path("items").forEach(c -> out.add(c.path("id").asString()));
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-date", "date", "-updatedAt", "origins"})
    void aListLeadsBackAsItLedOn(String sort) {
        give(7);
        leadsBackAsItLedOn(API + "/calls?limit=3&sort=" + sort);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/source-articles?limit=3&kind=news",
                "/statements?limit=3&saidBy=olaf-scholz",
                "/decisions?limit=3&kind=property&standing=true",
                "/leaders?limit=3&country=AT&office=chancellor"
            })
    void otherListsLeadBackToo(String list) {
        if (!list.startsWith("/leaders")) {
            give(7);
        }
        for (JsonNode call : http.get(API + "/calls?limit=7").json().path("items")) {
            http.json(
                    "PUT",
                    API + "/calls/" + call.path("id").asString() + "/decisions/duration",
                    "{\"value\":\"55 minutes\"}");
        }
        leadsBackAsItLedOn(API + list);
    }

    private void leadsBackAsItLedOn(String list) {
        List<List<String>> on = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = http.get(list + cursor).json();
            on.add(ids(page));
            cursor = "&cursor=" + page.path("next").asString();
        } while (!page.path("next").isNull());
        assertThat(on.size()).isGreaterThan(2);
        JsonNode counted =
                http.with("GET", list, "", "", "Prefer", "count=exact").json();
        assertThat(on.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(counted.path("total").asInt());

        List<List<String>> back = new ArrayList<>(List.of(ids(page)));
        while (!page.path("prev").isNull()) {
            page = http.get(list + "&cursor=" + page.path("prev").asString()).json();
            back.add(ids(page));
            assertThat(page.path("next").isNull()).isFalse();
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(on);
    }

    @Test
    void theTotalIsCountedWhenAskedFor() {
        give(5);
        assertThat(http.get(API + "/calls?limit=2").json().path("total").isNull())
                .isTrue();
        JsonNode counted = http.with("GET", API + "/calls?limit=2&from=2022-01-03", "", "", "Prefer", "count=exact")
                .json();
        assertThat(counted.path("total").asInt()).isEqualTo(4);
        assertThat(ids(counted)).hasSize(2);
    }

    @Test
    void fieldsSelectProperties() {
        give(1);
        JsonNode item = http.get(API + "/calls?fields=id,date").json().at("/items/0");
        assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "date");
        JsonNode one = http.get(API + "/calls/" + item.path("id").asString() + "?fields=version")
                .json();
        assertThat(one.propertyNames()).containsExactly("version");
        Http.Answer wrong = http.get(API + "/leaders/olaf-scholz?fields=name,colour");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/detail").asString()).startsWith("colour is not one of id, name");
    }

    @ParameterizedTest
    @CsvSource({
        "peac*, peace",
        "\"lasting peace\" -negotiat*, lasting",
        "negotiat*, negotiate",
        "withdra* troops, troops"
    })
    void wordsAreFoundAndShown(String q, String word) {
        postDefenceTalks();
        postMenafn();
        JsonNode found = http.get(API + "/calls?sort=relevance&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .json();
        assertThat(found.path("items")).isNotEmpty();
        JsonNode match = found.at("/items/0/match");
        List<String> marked = new ArrayList<>();
        match.path("marks")
                .forEach(m -> marked.add(match.path("text")
                        .asString()
                        .substring(m.path("start").asInt(), m.path("end").asInt())));
        assertThat(marked).contains(word);
    }

    @Test
    void theBestMatchComesFirst() {
        for (String text : new String[] {
            "Olaf Scholz spoke with Vladimir Putin by phone on 3 May 2023. They spoke of grain.",
            "Emmanuel Macron spoke with Vladimir Putin by phone on 4 May 2023. Grain was discussed: grain exports, grain prices, and grain ports."
        }) {
            http.text(API + "/source-articles?publishedAt=2023-05-05", text);
        }
        JsonNode first = http.get(API + "/calls?q=grain&sort=relevance&limit=1").json();
        assertThat(first.at("/items/0/date").asString()).isEqualTo("2023-05-04");
        JsonNode second = http.get(API + "/calls?q=grain&sort=relevance&limit=1&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(second.at("/items/0/date").asString()).isEqualTo("2023-05-03");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(http.get(API + "/calls?sort=relevance").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "participant=Putin, true",
        "participant=Putin&participant=Scholz, true",
        "participant=Macron, false",
        "from=2024-11&to=2024-11, true",
        "from=2024-12, false",
        "to=2021, false",
        "publisher=menafn, true",
        "publisher=reuters, false",
        "q=peac*, true"
    })
    void statementsAreFoundByTheirCalls(String query, boolean found) {
        postMenafn();
        assertThat(http.all(API + "/statements?" + query).isEmpty()).isEqualTo(!found);
    }
}
