package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was known when, why it changed, and who disagrees. */
class HistoryTests extends ServiceTests {

    private static final String PAIR = "\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"]";

    private static final JsonMapper RECORDS = JsonMapper.builder().build();

    private String post(String publisher, String rest) {
        return http.json("POST", API + "/source-articles", """
                        {"publisher":"%s","publishedAt":"2024-11-17","reports":[{%s,%s}]}""".formatted(publisher, PAIR, rest))
                .json()
                .path("id")
                .asString();
    }

    private JsonNode theCall() {
        return http.all(API + "/calls").get(0);
    }

    private List<JsonNode> changes() {
        List<JsonNode> out = new ArrayList<>();
        long after = 0;
        for (; ; ) {
            JsonNode items =
                    http.get(API + "/changes?limit=200&after=" + after).json().path("items");
            if (items.isEmpty()) {
                return out;
            }
            items.forEach(out::add);
            after = out.get(out.size() - 1).path("seq").asLong();
        }
    }

    /** A moment after all that has been answered so far. */
    private static String now() {
        return Instant.now().plusNanos(1_000).toString();
    }

    private static String body(Http.Answer answer) {
        return answer.body().replaceAll("\"profile\":\"[a-z]*\"", "");
    }

    @Test
    void theStoreIsAnsweredAsItWasKnown() {
        String beforeAll = now();
        post("A", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");
        String id = theCall().path("id").asString();
        Http.Answer first = http.get(API + "/calls/" + id);
        Http.Answer firstWhy = http.get(API + "/calls/" + id + "/reconciliation");
        String afterOne = now();
        String second = post("B", "\"date\":\"2024-11-15\",\"duration\":\"two hours\"");
        Http.Answer both = http.get(API + "/calls?outcome=duration:conflict");
        String afterBoth = now();
        http.delete(API + "/source-articles/" + second);
        String other = post("C", "\"date\":\"2024-12-01\"");

        assertThat(http.get(API + "/calls/" + id + "?asOf=" + beforeAll).status())
                .isEqualTo(404);
        assertThat(http.get(API + "/calls/" + id + "?asOf=" + afterOne).body()).isEqualTo(first.body());
        assertThat(body(http.get(API + "/calls/" + id + "/reconciliation?asOf=" + afterOne)))
                .isEqualTo(body(firstWhy));
        assertThat(http.get(API + "/calls?asOf=" + beforeAll).json().path("items"))
                .isEmpty();
        assertThat(http.get(API + "/calls?outcome=duration:conflict&asOf=" + afterBoth)
                        .body())
                .isEqualTo(both.body());
        assertThat(http.get(API + "/calls?outcome=duration:conflict").json().path("items"))
                .isEmpty();
        assertThat(http.all(API + "/calls?asOf=" + afterBoth)).hasSize(1);
        assertThat(http.all(API + "/calls?asOf=" + now())).hasSize(2);
        assertThat(other).isNotEmpty();
    }

    @Test
    void aLongHistoryKeepsAllItsEvidence() {
        List<String> moments = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        List<String> articles = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<List<Integer>> told = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            if (i % 4 == 3) {
                http.delete(API + "/source-articles/" + articles.remove(i % 3));
                numbers.remove(i % 3);
            } else {
                numbers.add(i);
                articles.add(http.json("POST", API + "/source-articles", """
                                {"publisher":"P%d","publishedAt":"2024-11-16","text":"German Chancellor Olaf Scholz and Russian President Vladimir Putin spoke by phone on November 15, 2024. The call lasted %s. \\"We will support Ukraine for as long as necessary,\\" Scholz said. Putin said Russia was open to talks on energy %d. Bulletin w%d."}""".formatted(
                                        i, i % 2 == 0 ? "an hour" : "two hours", i, i))
                        .json()
                        .path("id")
                        .asString());
            }
            String id = theCall().path("id").asString();
            moments.add(now());
            told.add(List.copyOf(numbers));
            answers.add(http.get(API + "/calls/" + id + "/reconciliation").body());
        }
        String id = theCall().path("id").asString();

        for (int i = 0; i < moments.size(); i++) {
            assertThat(http.get(API + "/calls/" + id + "/reconciliation?asOf=" + moments.get(i))
                            .json())
                    .as("record %d", i)
                    .isEqualTo(RECORDS.readTree(answers.get(i)));
            String then = moments.get(i);
            assertThat(IntStream.range(0, moments.size())
                            .filter(n -> !http.all(API + "/calls?q=w" + n + "&asOf=" + then)
                                    .isEmpty()))
                    .as("articles of record %d", i)
                    .containsExactlyElementsOf(told.get(i));
        }
        assertThat(jdbc.queryForObject("select count(*) from call_revision where evidence is not null", Long.class))
                .isGreaterThan(5);
        assertThat(http.all(API + "/calls?q=energy&asOf=" + moments.get(5))).hasSize(1);
    }

    @Test
    void everyRecordHasItsCause() {
        String a = post("A", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");
        String id = theCall().path("id").asString();
        String b = post("B", "\"date\":\"2024-11-15\",\"duration\":\"two hours\"");
        http.json("PATCH", API + "/source-articles/" + b, "{\"publisher\":\"B again\"}");
        http.json("PUT", API + "/calls/" + id + "/decisions/duration", "{\"value\":90}");
        http.delete(API + "/calls/" + id + "/decisions/duration");
        http.delete(API + "/source-articles/" + b);
        http.delete(API + "/source-articles/" + a);

        List<JsonNode> revisions = http.all(API + "/calls/" + id + "/revisions");

        assertThat(revisions.stream().map(r -> r.path("cause").path("kind").asString()))
                .containsExactly(
                        "ARTICLE_WITHDRAWN",
                        "ARTICLE_WITHDRAWN",
                        "DECISION_UNDONE",
                        "DECISION",
                        "ARTICLE_CORRECTED",
                        "ARTICLE_ADDED",
                        "ARTICLE_ADDED");
        assertThat(revisions.stream().map(r -> r.path("version").asInt())).containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(revisions.get(0).path("call").isNull()).isTrue();
        assertThat(revisions.get(5).path("changed").toString()).contains("duration");
        assertThat(revisions.get(5).path("cause").path("articleId").asString()).isEqualTo(b);
        assertThat(http.get(API + "/calls/" + id).status()).isEqualTo(410);
    }

    @Test
    void nothingGoesWithoutATombstone() {
        String a = post("A", "\"date\":\"2024-11-15\"");
        String b = post("B", "\"date\":\"2024-11-17\"");
        String bridge = post("C", "\"date\":\"2024-11-16\"");
        http.delete(API + "/source-articles/" + a);
        http.delete(API + "/source-articles/" + b);
        http.delete(API + "/source-articles/" + bridge);

        List<JsonNode> changes = changes();

        for (String article : List.of(a, b, bridge)) {
            assertThat(changes.stream()
                            .filter(c -> c.path("id").asString().equals(article))
                            .map(c -> c.path("kind").asString()))
                    .containsExactly("ADDED", "WITHDRAWN");
        }
        assertThat(http.all(API + "/calls")).isEmpty();
        List<String> calls = changes.stream()
                .filter(c -> c.path("subject").asString().equals("CALL"))
                .map(c -> c.path("id").asString())
                .distinct()
                .toList();
        for (String call : calls) {
            List<JsonNode> own = changes.stream()
                    .filter(c -> c.path("id").asString().equals(call))
                    .toList();
            assertThat(own.get(own.size() - 1).path("kind").asString()).isIn("EMPTIED", "MERGED");
            assertThat(http.get(API + "/calls/" + call).status()).isIn(410, 308);
        }
        assertThat(StreamSupport.stream(changes.spliterator(), false)
                        .map(c -> c.path("seq").asLong()))
                .isSorted();
    }

    @Test
    void agreementNamesWhoSaysOtherwise() {
        post("A", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");
        post("B", "\"date\":\"2024-11-15\",\"duration\":\"an hour\"");
        post("C", "\"date\":\"2024-11-15\",\"duration\":\"two hours\"");
        post("D", "\"date\":\"2024-12-24\"");
        String id = http.all(API + "/calls?to=2024-11-30").get(0).path("id").asString();

        JsonNode one = http.get(API + "/calls/" + id + "/agreement").json();
        JsonNode all = http.get(API + "/statistics/agreement").json();

        assertThat(one.path("disagreeing").asInt()).isEqualTo(1);
        assertThat(one.path("compared").asInt()).isEqualTo(4);
        assertThat(one.path("share").asDouble()).isEqualTo(0.25);
        assertThat(one.path("properties")
                        .path("duration")
                        .path("opposingPublishers")
                        .toString())
                .isEqualTo("[\"C\"]");
        assertThat(all.path("calls").asInt()).isEqualTo(2);
        assertThat(all.path("compared").asInt()).isEqualTo(1);
        assertThat(all.path("share").asDouble()).isEqualTo(1.0);
        JsonNode duration = StreamSupport.stream(all.path("properties").spliterator(), false)
                .filter(p -> p.path("property").asString().equals("duration"))
                .findFirst()
                .orElseThrow();
        assertThat(duration.path("conflict").asInt()).isEqualTo(1);
        assertThat(all.path("countryPairs").get(0).path("countries").toString()).isEqualTo("[\"DE\",\"RU\"]");
        assertThat(StreamSupport.stream(all.path("publishers").spliterator(), false)
                        .filter(p -> p.path("dissenting").asInt() == 1)
                        .map(p -> p.path("publisher").asString()))
                .containsExactly("C");
        assertThat(http.get(API + "/statistics/agreement?from=2024-12-01")
                        .json()
                        .path("compared")
                        .asInt())
                .isZero();
        assertThat(http.get(API + "/statistics/agreement?form=2024").status()).isEqualTo(400);
    }

    @Test
    void aProfileChoosesWhichClaimsNarrow() {
        http.json("POST", API + "/source-articles", """
                {"publisher":"A","reports":[{%s,"date":"2024-11-15","duration":"an hour","origin":"Kremlin"}]}""".formatted(PAIR));
        post("B", "\"date\":\"2024-11-15\",\"duration\":\"nearly an hour\"");
        post("C", "\"date\":\"2024-11-15\",\"duration\":\"nearly an hour\"");
        String id = theCall().path("id").asString();

        assertThat(duration(id, "informative")).isEqualTo("50-59");
        assertThat(duration(id, "conservative")).isEqualTo("50-70");
        assertThat(duration(id, "representative")).isEqualTo("48-59");
        assertThat(http.get(API + "/calls/" + id + "?profile=bold").status()).isEqualTo(400);
        JsonNode why = http.get(API + "/calls/" + id + "/reconciliation?profile=conservative")
                .json();
        assertThat(why.path("profile").asString()).isEqualTo("conservative");
        assertThat(why.path("properties").path("duration").path("supporting")).hasSize(3);
    }

    private String duration(String call, String profile) {
        JsonNode d =
                http.get(API + "/calls/" + call + "?profile=" + profile).json().path("duration");
        return d.path("low").asInt() + "-" + d.path("high").asInt();
    }

    @Test
    void theFeedSaysWhatDiffers() {
        postDefenceTalks();
        postMenafn();
        JsonNode change = http.all(API + "/changes?subject=call").stream()
                .filter(c -> c.path("kind").asString().equals("CHANGED"))
                .filter(c -> c.path("differences").toString().contains("\"duration\""))
                .findFirst()
                .orElseThrow();
        JsonNode duration = StreamSupport.stream(change.path("differences").spliterator(), false)
                .filter(d -> d.path("property").asString().equals("duration"))
                .findFirst()
                .orElseThrow();
        assertThat(duration.at("/before/best").asInt()).isEqualTo(60);
        assertThat(duration.at("/after/best").asInt()).isEqualTo(55);
        assertThat(duration.path("outcomeBefore").asString()).isEqualTo("SINGLE");
        assertThat(duration.path("outcomeAfter").asString()).isEqualTo("COMPATIBLE");
        assertThat(duration.at("/after/unit").asString()).isEqualTo("minutes");
    }
}
