package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Walks every operation that is described with values that nobody means well: no error of the service's own comes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTests extends ServiceTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TRIES = Integer.getInteger("readout.test.hostile", 6);
    private static final int DEEPEST = 4;

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "'",
            "'; drop table leader; --",
            "\" or 1=1 --",
            "%",
            "%%%_",
            "\\",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "a\u0000b",
            "\u202Etxt.exe",
            "\uFFFF",
            "\uD83D\uDE00",
            "e\u0301".repeat(500),
            "a".repeat(3000),
            "null",
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "NaN",
            "2024-02-30",
            "XXXX-99-99",
            "2024-11-15/..",
            "+999999999-12-31T00:00:00Z",
            "=cmd|' /C calc'!A0",
            "a\r\nSet-Cookie: x=1",
            "${jndi:ldap://x/y}",
            "*",
            "(((",
            "\"unclosed",
            "a & | ! <-> b*",
            "-",
            "~QQ",
            "QUFBQQ",
            "01930000-0000-7000-8000-000000000000",
            "olaf-scholz",
            "http://169.254.169.254/latest",
            "file:///etc/passwd");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.1",
            "99999999999999999999",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "[\"x\",\"x\",1]",
            "\"\\u0000\"",
            "\"\\ud800\"");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "[",
            "null",
            "1",
            "\"x\"",
            "[]",
            "{}",
            "{\"\":1}",
            "[".repeat(3000),
            "{\"a\":".repeat(3000),
            "\uFEFF{}",
            "{\"text\":\"x\",\"text\":\"y\"}",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "a=b&c=%ZZ");

    private final Random luck = new Random(7);
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new LinkedHashMap<>();
    private Instance instance;
    private Http admin;
    private JsonNode description;

    @BeforeAll
    void start() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        instance = Instance.start(
                database,
                "--readout.limits.requests-per-caller=0",
                "--readout.limits.requests-per-address=0",
                "--readout.outbound.allow-private=false");
        description = instance.http().get("/v3/api-docs").json();
        admin = instance.http()
                .as(instance.http()
                        .json("POST", API + "/keys", "{\"name\":\"fuzzer\",\"role\":\"ADMIN\"}")
                        .json()
                        .path("key")
                        .asString());
        for (String name : List.of("defence-talks.txt", "menafn.txt")) {
            admin.text(API + "/source-articles/texts", example(name));
        }
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void noOperationBreaks() {
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!path.getKey().endsWith("/stream")) {
                    walk(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
        System.out.println("hostile input: " + statuses);
        assertThat(faults).isEmpty();
        assertThat(statuses.values().stream().mapToInt(n -> n).sum()).isGreaterThan(1000);
        assertThat(admin.get(API + "/leaders/olaf-scholz").status()).isEqualTo(200);
    }

    private void walk(String method, String path, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        String type =
                content.isEmpty() ? "" : content.propertyNames().iterator().next();
        JsonNode schema = content.path(type).path("schema");
        String good = type.contains("json") && !type.contains("nd")
                ? sample(schema, 0).toString()
                : "Macron phoned Modi.";
        for (JsonNode parameter : operation.path("parameters")) {
            for (String word : some(WORDS)) {
                send(
                        method,
                        path,
                        Map.of(parameter.path("name").asString(), word),
                        parameter.path("in").asString(),
                        type,
                        good);
            }
        }
        if (!type.isEmpty()) {
            for (String body : some(BODIES)) {
                send(method, path, Map.of(), "", type, body);
            }
            for (String body : spoiled(schema)) {
                send(method, path, Map.of(), "", type, body);
            }
        }
        send(method, path, Map.of("unknown", "x"), "query", type, good);
    }

    private <T> List<T> some(List<T> all) {
        List<T> out = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            out.add(all.get(luck.nextInt(all.size())));
        }
        return out;
    }

    /** A body as described with one property at a time spoiled. */
    private List<String> spoiled(JsonNode schema) {
        List<String> out = new ArrayList<>();
        if (sample(schema, 0) instanceof ObjectNode whole) {
            for (String name : whole.propertyNames()) {
                for (String value : some(VALUES)) {
                    out.add(whole.toString()
                            .replace(
                                    MAPPER.writeValueAsString(name) + ":" + whole.get(name),
                                    MAPPER.writeValueAsString(name) + ":" + value));
                }
                for (String word : some(WORDS)) {
                    ObjectNode other = whole.deepCopy();
                    other.put(name, word);
                    out.add(other.toString());
                }
            }
        }
        return out;
    }

    /** Something that a schema describes. */
    private JsonNode sample(JsonNode given, int depth) {
        JsonNode schema =
                given.has("$ref") ? description.at(given.path("$ref").asString().substring(1)) : given;
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (schema.has("anyOf")) {
            return sample(schema.path("anyOf").get(0), depth);
        }
        JsonNode type = schema.path("type");
        String kind = type.isArray() ? type.get(0).asString() : type.asString("string");
        return switch (kind) {
            case "object" -> {
                ObjectNode out = MAPPER.createObjectNode();
                if (depth < DEEPEST) {
                    schema.path("properties")
                            .properties()
                            .forEach(p -> out.set(p.getKey(), sample(p.getValue(), depth + 1)));
                }
                yield out;
            }
            case "array" -> MAPPER.createArrayNode().add(sample(schema.path("items"), depth + 1));
            case "integer", "number" -> MAPPER.getNodeFactory().numberNode(1);
            case "boolean" -> MAPPER.getNodeFactory().booleanNode(true);
            default ->
                MAPPER.getNodeFactory()
                        .stringNode(
                                "uuid".equals(schema.path("format").asString(""))
                                        ? UUID.randomUUID().toString()
                                        : "2024-11-15");
        };
    }

    private void send(String method, String path, Map<String, String> values, String in, String type, String body) {
        String at = path;
        String query = "";
        String[] headers = {};
        for (Map.Entry<String, String> value : values.entrySet()) {
            String encoded =
                    URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
            switch (in) {
                case "path" -> at = at.replace("{" + value.getKey() + "}", encoded);
                case "query" -> query = "?" + value.getKey() + "=" + encoded;
                default ->
                    headers = new String[] {value.getKey(), value.getValue().replaceAll("[^ -~]", "?")};
            }
        }
        at = at.replace("{id}", UUID.randomUUID().toString()).replaceAll("\\{[a-z]+}", "1") + query;
        String what = method + " " + at + (in.equals("header") ? " " + String.join(": ", headers) : "") + " " + body;
        try {
            Http.Answer answer = admin.with(method, at, type, body, headers);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500) {
                faults.add(answer.status() + " " + what.substring(0, Math.min(what.length(), 400)));
            }
            if (answer.header("Set-Cookie").length() > 0 || answer.body().contains("root:x:")) {
                faults.add("injected " + what);
            }
        } catch (AssertionError e) {
            faults.add(String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " <- "
                    + what.substring(0, Math.min(what.length(), 300)));
        }
    }
}
