package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** Every fact of the two example articles: a value of a call, a source, a field of the article, or left out. */
class ExampleFactsTests extends ServiceTests {

    /** Words that a value rests on, with the article they stand in. */
    private record Resting(String property, String article, JsonNode claim) {

        /** Whether the claim is of the article, and some of the words are among its own. */
        boolean on(String article, String text, String words) {
            int at = text.indexOf(words);
            return this.article.equals(article)
                    && claim.path("span").path("start").asInt() < at + words.length()
                    && claim.path("span").path("end").asInt() > at;
        }

        boolean from(String source) {
            JsonNode origin = claim.path("origin");
            return Stream.of("key", "label", "name")
                    .anyMatch(f -> source.equals(origin.path(f).asString("")));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFactIsWhereItBelongs() {
        Map<String, String> ids = Map.of("defenceTalks", postDefenceTalks(), "menafn", postMenafn());
        Map<String, String> texts =
                Map.of("defenceTalks", example("defence-talks.txt"), "menafn", example("menafn.txt"));
        JsonNode article =
                http.get(API + "/source-articles/" + ids.get("menafn")).json();
        List<Resting> claims = ids.values().stream().flatMap(this::claimsOf).toList();
        List<JsonNode> calls = http.all(API + "/calls");
        List<Resting> resting = calls.stream().flatMap(this::restingOf).toList();
        BiFunction<String, Map<String, String>, List<Resting>> on = (name, fact) -> {
            String words = fact.get(name);
            assertThat(texts.get(name)).contains(words);
            return resting.stream()
                    .filter(r -> fact.get("property") == null || r.property().equals(fact.get("property")))
                    .filter(r -> r.on(ids.get(name), texts.get(name), words))
                    .toList();
        };
        JsonNode theCall = http.all(API + "/calls?participant=vladimir-putin&from=2024-11-01")
                .get(0);

        return facts().map(fact -> DynamicTest.dynamicTest(fact.get("id") + ": " + fact.get("fact"), () -> {
            String property = fact.get("property");
            List<String> held = Stream.of("defenceTalks", "menafn")
                    .filter(fact::containsKey)
                    .toList();
            switch (fact.get("verdict")) {
                case "article" -> assertThat(article.path(property).toString()).contains(fact.get("menafn"));
                case "unstated" ->
                    assertThat(theCall.path("outcomes").path(property).asString())
                            .isEqualTo("NOT_STATED");
                case "record" ->
                    assertThat(held)
                            .isNotEmpty()
                            .allSatisfy(name -> assertThat(on.apply(name, fact)).isNotEmpty());
                case "claim" ->
                    assertThat(held)
                            .isNotEmpty()
                            .allSatisfy(name -> assertThat(claims)
                                    .anyMatch(r -> r.property().equals(property)
                                            && r.on(ids.get(name), texts.get(name), fact.get(name))));
                case "origin" ->
                    assertThat(held)
                            .isNotEmpty()
                            .allSatisfy(
                                    name -> assertThat(on.apply(name, fact)).anyMatch(r -> r.from(fact.get("source"))));
                case "left" -> {
                    assertThat(fact.get("why")).isNotBlank();
                    assertThat(held)
                            .isNotEmpty()
                            .allSatisfy(name -> assertThat(on.apply(name, fact)).isEmpty());
                }
                default -> throw new IllegalStateException(fact.get("verdict"));
            }
        }));
    }

    private Stream<Resting> claimsOf(String article) {
        List<Resting> out = new ArrayList<>();
        http.get(API + "/source-articles/" + article)
                .json()
                .path("reports")
                .forEach(r -> r.path("claims")
                        .forEach(c -> out.add(new Resting(c.path("property").asString(), article, c))));
        return out.stream();
    }

    private Stream<Resting> restingOf(JsonNode call) {
        String path = API + "/calls/" + call.path("id").asString();
        List<Resting> out = new ArrayList<>();
        JsonNode properties = http.get(path + "/reconciliation").json().path("properties");
        properties
                .propertyNames()
                .forEach(p -> properties
                        .path(p)
                        .path("supporting")
                        .forEach(claim ->
                                out.add(new Resting(p, claim.path("articleId").asString(), claim))));
        http.get(path + "/statements")
                .json()
                .path("items")
                .forEach(s -> s.path("variants")
                        .forEach(v -> out.add(
                                new Resting("statement", v.path("articleId").asString(), v))));
        return out.stream();
    }

    private static Stream<Map<String, String>> facts() {
        List<Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(example("facts.yaml"));
        assertThat(all).hasSize(55);
        return StreamSupport.stream(all.spliterator(), false).map(ExampleFactsTests::fact);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> fact(Object entry) {
        return (Map<String, String>) Objects.requireNonNull(entry);
    }
}
