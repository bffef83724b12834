package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A whole store taken away and brought into another one, under the same ids, with its history. */
class ArchiveTests extends ServiceTests {

    private static final String ARCHIVE = API + "/archive";
    private static final List<String> VIEWS = List.of(
            "/calls",
            "/source-articles",
            "/statements",
            "/decisions",
            "/changes",
            "/leaders?q=Narendra%20Modi",
            "/leaders/narendra-modi/revisions",
            "/statistics/calls?by=pair");

    private void someHistory() {
        postDefenceTalks();
        postMenafn();
        String gone = http.text(API + "/source-articles/texts", "Emmanuel Macron phoned Narendra Modi on 2 May 2023.")
                .header("Location");
        http.delete(gone);
        http.with("PATCH", API + "/leaders/narendra-modi", "application/merge-patch+json", "{\"nativeName\":\"NaMo\"}");
        String one = call("{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"date\":\"2024-10-01\"}");
        String other = call("{\"participants\":[\"Olaf Scholz\",\"Putin\"],\"date\":\"2024-10-09\"}");
        http.json("POST", API + "/calls/" + one + "/merge", "{\"callId\":\"" + other + "\",\"who\":\"ana\"}");
        http.json("PUT", API + "/calls/" + one + "/decisions/duration", "{\"value\":\"52 minutes\"}");
        http.delete(API + "/calls/" + one + "/decisions/duration");
    }

    private String call(String report) {
        return http.json("POST", API + "/calls", report).json().path("id").asString();
    }

    private static Http.Answer bring(Http to, String archive) {
        return to.lines(ARCHIVE, archive);
    }

    private static List<String> rows(String archive) {
        return archive.lines().skip(1).toList();
    }

    @Test
    void theSameStoreStandsElsewhere() {
        someHistory();
        String archive = http.get(ARCHIVE).body();
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Instance elsewhere = Instance.start(database)) {
            Http there = elsewhere.http();
            assertThat(there.get(API + "/leaders/narendra-modi")
                            .json()
                            .path("nativeName")
                            .asString())
                    .isNotEqualTo("NaMo");
            Http.Answer brought = bring(there, archive);
            assertThat(brought.status()).as(brought.body()).isEqualTo(200);
            assertThat(brought.json().path("rows").asInt())
                    .isEqualTo(rows(archive).size() - 1);

            assertThat(rows(there.get(ARCHIVE).body())).isEqualTo(rows(archive));
            for (String view : VIEWS) {
                assertThat(there.get(API + view).body())
                        .as(view)
                        .isEqualTo(http.get(API + view).body());
            }
            http.all(API + "/calls").forEach(c -> {
                String at = API + "/calls/" + c.path("id").asString();
                assertThat(there.get(at + "/reconciliation").body())
                        .isEqualTo(http.get(at + "/reconciliation").body());
                assertThat(there.get(at + "/revisions").body())
                        .isEqualTo(http.get(at + "/revisions").body());
            });

            String more = "Emmanuel Macron phoned Narendra Modi on 3 May 2023.";
            assertThat(there.text(API + "/source-articles/texts", more).status())
                    .isEqualTo(201);
            assertThat(there.text(API + "/source-articles/texts", example("menafn.txt"))
                            .status())
                    .isEqualTo(201);
            Http.Answer again = bring(there, archive);
            assertThat(again.status()).isEqualTo(409);
        }
    }

    @Test
    void aBrokenArchiveLeavesNothing() {
        postMenafn();
        String archive = http.get(ARCHIVE).body();
        String calls = http.get(API + "/calls").body();
        List<String> lines = archive.lines().toList();
        emptyStore();
        List<String> broken = List.of(
                "",
                "{}",
                archive.replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"3\""),
                String.join("\n", lines.subList(0, lines.size() - 1)),
                archive.replaceFirst("\\{\"table\" : \"source_article\".*\n", ""),
                archive.replaceFirst("\\{\"table\" : \"call_record\".*\n", "")
                        .replaceFirst("\"rows\":\\d+", "\"rows\":" + (lines.size() - 3)),
                archive.replaceFirst("\"table\" : \"report\"", "\"table\" : \"api_key\""),
                archive.replace("\"row\"", "\"row"));
        for (String one : broken) {
            Http.Answer refused = bring(http, one);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(http.all(API + "/source-articles")).isEmpty();
            assertThat(http.get(API + "/leaders/olaf-scholz").status()).isEqualTo(200);
        }
        assertThat(bring(http, archive).status()).isEqualTo(200);
        assertThat(http.get(API + "/calls").body()).isEqualTo(calls);
    }
}
