package org.readout;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The served description of the API, which every answer has to keep. */
final class Contract {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Contract(JsonNode document) {
        this.document = document;
    }

    /** What of an answer the description does not allow. */
    List<String> faults(String method, String path, int status, String type, String body, boolean minimal) {
        String bare = alone(path, type);
        JsonNode operation = operation(method, bare);
        if (operation.isMissingNode()) {
            return status == 404 || status == 405 || status == 400 ? List.of() : List.of("no operation is described");
        }
        JsonNode answers = operation.path("responses");
        JsonNode answer =
                answers.has(String.valueOf(status)) ? answers.path(String.valueOf(status)) : answers.path("default");
        boolean problem = status >= 300;
        if (!problem && !answers.has(String.valueOf(status))) {
            return List.of("status " + status + " is not described");
        }
        String media = type.replaceAll(";.*", "").strip();
        if (body.isEmpty() && (status == 304 || minimal || !answer.has("content"))) {
            return List.of();
        }
        JsonNode schema = answer.path("content").path(media).path("schema");
        if (schema.isMissingNode()) {
            return List.of("media type " + media + " of " + status + " is not described");
        }
        return media.endsWith("json") && !media.contains("nd") ? faults(schema, body) : List.of();
    }

    /** Other media types than JSON that lists are given and taken in, and where each is described alone. */
    private static final Map<String, String> ALONE = Map.of(
            "/api/v1/calls text/csv", "/api/v1/calls.csv",
            "/api/v1/calls application/x-ndjson", "/api/v1/calls.ndjson",
            "/api/v1/calls application/ld+json", "/api/v1/calls.jsonld",
            "/api/v1/calls application/graphml+xml", "/api/v1/calls.graphml",
            "/api/v1/source-articles application/x-ndjson", "/api/v1/source-articles/batches");

    private static String alone(String path, String type) {
        return ALONE.getOrDefault(path + " " + type.replaceAll(";.*", "").strip(), path);
    }

    private JsonNode operation(String method, String path) {
        JsonNode exact = document.path("paths").path(path);
        if (!exact.isMissingNode()) {
            return exact.path(method.toLowerCase(Locale.ROOT));
        }
        return document.path("paths")
                .propertyStream()
                .filter(p -> Pattern.matches(
                        Arrays.stream(p.getKey().split("/"))
                                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                                .collect(Collectors.joining("/")),
                        path))
                .map(p -> p.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(o -> !o.isMissingNode())
                .findFirst()
                .orElse(MAPPER.missingNode());
    }

    private List<String> faults(JsonNode schema, String body) {
        Schema compiled = schemas.computeIfAbsent(schema.toString(), text -> {
            ObjectNode root = (ObjectNode) MAPPER.readTree(text);
            root.set("components", document.path("components"));
            return registry.getSchema(root);
        });
        return compiled.validate(MAPPER.readTree(body)).stream()
                .map(Error::toString)
                .toList();
    }
}
