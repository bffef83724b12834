package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms that others read calls in. */
class FormsTests extends ServiceTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @BeforeEach
    void calls() {
        postDefenceTalks();
        postMenafn();
        http.json(
                "POST",
                API + "/source-articles",
                "{\"reports\":[{\"participants\":[\"Emmanuel Macron\",\"Bad <name> & \\\"co\\\" \\u0001\"],\"date\":\"2024-11-16\",\"initiator\":\"emmanuel-macron\"}]}");
    }

    private List<CSVRecord> csv(String text, boolean header) throws IOException {
        return CSVParser.parse(
                        new StringReader(text),
                        header
                                ? CSVFormat.RFC4180
                                        .builder()
                                        .setHeader()
                                        .setSkipHeaderRecord(true)
                                        .get()
                                : CSVFormat.TDF)
                .getRecords();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls.jsonld", "/calls?format=jsonld"})
    void linkedDataNamesEventsPeopleAndSources(String path) {
        Http.Answer answer = http.get(API + path);
        assertThat(answer.header("Content-Type")).startsWith("application/ld+json");
        JsonNode graph = answer.json().path("@graph");
        assertThat(graph).hasSize(http.all(API + "/calls").size());
        JsonNode call =
                http.get(API + "/calls?participant=putin&from=2024-11").json().at("/items/0");
        JsonNode event = StreamSupport.stream(graph.spliterator(), false)
                .filter(e -> e.path("identifier").equals(call.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(event.path("duration").asString()).isEqualTo("PT55M");
        assertThat(event.path("startDate").asString()).isEqualTo("2024-11-15");
        assertThat(event.at("/attendee/0/@id").asString()).endsWith("/api/v1/leaders/olaf-scholz");
        assertThat(event.at("/prov:wasDerivedFrom/@id").asString())
                .endsWith(call.path("id").asString() + "/reports");
        assertThat(event.at("/@id").asString()).startsWith("http://127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calls.graphml", "/calls?format=graphml"})
    void aGraphHasPeopleAndWhoTalksToWhom(String path) throws Exception {
        Http.Answer answer = http.get(API + path);
        assertThat(answer.header("Content-Type")).startsWith("application/graphml+xml");
        Document graph = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(graph.getElementsByTagName("node").getLength()).isEqualTo(5);
        Element edge = null;
        for (int i = 0; i < graph.getElementsByTagName("edge").getLength(); i++) {
            Element e = (Element) graph.getElementsByTagName("edge").item(i);
            if (e.getAttribute("source").equals("olaf-scholz")
                    && e.getAttribute("target").equals("vladimir-putin")) {
                edge = e;
            }
        }
        assertThat(edge).isNotNull();
        assertThat(edge.getTextContent()).isEqualTo("22022-12-012024-11-15");
    }

    @Test
    void ploverHasAnEventForEachPair() {
        List<JsonNode> events = http.get(API + "/calls.plover.ndjson?status=happened")
                .body()
                .lines()
                .map(MAPPER::readTree)
                .toList();
        assertThat(events)
                .hasSize(4)
                .allSatisfy(e -> assertThat(e.path("Event Type").asString()).isEqualTo("CONSULT"));
        assertThat(events)
                .filteredOn(e -> e.path("Event Date").asString().equals("2024-11-16"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.path("Actor Name").asString()).isEqualTo("Emmanuel Macron");
                    assertThat(e.path("Actor Country").asString()).isEqualTo("FRA");
                });
    }

    @Test
    void gdeltHasItsColumns() throws IOException {
        List<CSVRecord> rows = csv(http.get(API + "/calls.gdelt.tsv").body(), false);
        assertThat(rows).hasSize(4).allSatisfy(r -> assertThat(r.size()).isEqualTo(61));
        assertThat(rows)
                .filteredOn(r -> r.get(1).equals("20241116"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.get(5)).isEqualTo("FRAGOV");
                    assertThat(r.get(26)).isEqualTo("041");
                    assertThat(r.get(28)).isEqualTo("04");
                    assertThat(r.get(60)).contains("/api/v1/calls/");
                });
    }

    @Test
    void reportsStandUnderTheirCalls() throws IOException {
        List<CSVRecord> rows = csv(
                http.get(API + "/reports.csv?participant=putin&from=2024-11").body(), true);
        assertThat(rows).hasSize(2);
        assertThat(rows)
                .extracting(r -> r.get("event_id"))
                .containsOnly(rows.get(0).get("event_id"));
        assertThat(rows)
                .extracting(r -> r.get("source") + " " + r.get("duration_words"))
                .containsExactlyInAnyOrder("Defence Talks one-hour", "MENAFN nearly an hour");
        assertThat(rows).extracting(r -> r.get("duration_best")).containsExactlyInAnyOrder("60", "55");
    }

    @Test
    void aQueryIsAFeed() throws Exception {
        Http.Answer answer = http.get(API + "/calls.atom?participant=putin");
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(feed.getEntries()).hasSize(2);
        assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Olaf Scholz, Vladimir Putin");
        assertThat(feed.getEntries().get(0).getLink()).contains("/calls/");
    }

    @Test
    void aDayThatIsOverCanBeCited() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(http.get(API + "/exports/" + today).status()).isEqualTo(404);
        assertThat(http.get(API + "/exports/soon").status()).isEqualTo(404);
        assertThat(http.get(API + "/exports").json().path("items")).isEmpty();

        jdbc.update("update call_record set updated_at = updated_at - interval '2 days'");
        jdbc.update(
                "update call_revision set updated_at = updated_at - interval '2 days', superseded_at = superseded_at - interval '2 days'");
        JsonNode days = http.get(API + "/exports").json().path("items");
        assertThat(days.get(0).asString()).isEqualTo(today.minusDays(2).toString());
        JsonNode export = http.get(API + "/exports/" + today.minusDays(1)).json();
        assertThat(export.path("calls").asInt()).isEqualTo(4);
        JsonNode file = export.at("/files/0");
        List<CSVRecord> rows = csv(http.get(file.path("href").asString()).body(), true);
        assertThat(rows).hasSize(4);
        assertThat(file.path("codebook")).hasSize(rows.get(0).size());
        assertThat(file.at("/codebook/0/name").asString()).isEqualTo("id");
    }
}
