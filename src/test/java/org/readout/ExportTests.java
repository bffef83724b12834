package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls taken away as tables and lines. */
class ExportTests extends ServiceTests {

    private List<CSVRecord> rows(String path) throws IOException {
        Http.Answer answer = http.get(API + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        return CSVParser.parse(
                        new StringReader(answer.body()),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords();
    }

    private void give(String... participants) {
        http.json(
                "POST",
                API + "/source-articles",
                "{\"reports\":[{\"participants\":[\"%s\"],\"date\":\"2024-11-15\",\"duration\":\"nearly an hour\"}]}"
                        .formatted(String.join("\",\"", participants)));
    }

    @Test
    void aRowIsACallOrAPair() throws IOException {
        give("Olaf Scholz", "Vladimir Putin", "Emmanuel Macron");

        List<CSVRecord> calls = rows("/calls.csv");
        assertThat(calls).singleElement().satisfies(row -> {
            assertThat(row.get("participants")).isEqualTo("emmanuel-macron; olaf-scholz; vladimir-putin");
            assertThat(row.get("durationBest")).isEqualTo("55");
            assertThat(row.get("durationOutcome")).isEqualTo("SINGLE");
        });
        assertThat(rows("/calls.csv?rows=pair"))
                .extracting(row -> row.get("firstId") + " " + row.get("secondId"))
                .containsExactly(
                        "emmanuel-macron olaf-scholz", "emmanuel-macron vladimir-putin", "olaf-scholz vladimir-putin");
    }

    @Test
    void noCellIsAFormula() throws IOException {
        give("Olaf Scholz", "=HYPERLINK(0)");
        give("Olaf Scholz", "@SUM(1+1)");

        assertThat(rows("/calls.csv?rows=pair"))
                .extracting(row -> row.get("firstName"))
                .containsExactlyInAnyOrder("'=HYPERLINK(0)", "'@SUM(1+1)");
    }

    @Test
    void allCallsGoOutHoweverMany() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 430; i++) {
            lines.append("{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],\"date\":\"")
                    .append(LocalDate.of(2022, 1, 1).plusDays(2L * i))
                    .append("\"}]}\n");
        }
        http.lines(API + "/source-articles/batches", lines.toString());

        List<CSVRecord> rows = rows("/calls?format=csv&sort=date");
        assertThat(rows).hasSize(430);
        assertThat(rows).extracting(r -> r.get("id")).doesNotHaveDuplicates();
        assertThat(rows).extracting(r -> r.get("dateLatest")).isSorted();
        assertThat(rows("/calls.csv?from=2023&to=2023")).hasSize(182);
    }

    @Test
    void linesAreWhatTheListShows() {
        postDefenceTalks();
        postMenafn();
        JsonMapper mapper = JsonMapper.builder().build();

        List<JsonNode> lines = http.get(API + "/calls.ndjson?participant=putin")
                .body()
                .lines()
                .map(mapper::readTree)
                .toList();

        assertThat(lines).hasSizeGreaterThan(1).isEqualTo(http.all(API + "/calls?participant=putin"));
    }

    @ParameterizedTest
    @CsvSource({
        "/calls.csv?status=maybe, 400",
        "/calls.csv?limit=5, 400",
        "/calls?format=xml, 406",
        "/leaders?format=csv, 406"
    })
    void whatCannotBeExportedIsRefusedBeforeItBegins(String path, int status) {
        Http.Answer answer = http.get(API + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
