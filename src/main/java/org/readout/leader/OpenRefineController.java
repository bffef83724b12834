package org.readout.leader;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reconciles columns of names with leaders for OpenRefine and its like, on the ranking of the search for leaders. */
@RestController
@RequestMapping(path = "/api/v1/reconcile", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reconcile", description = "Columns of names matched with leaders, for OpenRefine")
class OpenRefineController {

    private static final TypeReference<Map<String, OpenRefine.Query>> QUERIES = new TypeReference<>() {};
    private static final int USUAL = 5;
    private static final int MOST = 50;
    private static final int MOST_QUERIES = 200;

    private final LeaderFinder finder;
    private final JsonMapper json;

    OpenRefineController(LeaderFinder finder, JsonMapper json) {
        this.finder = finder;
        this.json = json;
    }

    @GetMapping
    @Operation(
            summary = "What the reconciliation service offers",
            description = "The manifest of the Reconciliation Service API 0.2: give this address to OpenRefine.")
    OpenRefine.Manifest getReconciliationManifest() {
        return new OpenRefine.Manifest(
                List.of("0.2"),
                "Readout: political leaders",
                "/api/v1/leaders/",
                "/v3/api-docs",
                List.of(OpenRefine.Type.LEADER),
                Map.of("url", "/leaders/{{id}}"));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(
            summary = "Reconcile names with leaders",
            description = "Several names at once; the properties country and office narrow whom a name may mean.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                            schema = @Schema(type = "object", requiredProperties = "queries")))
    Map<String, OpenRefine.Result> reconcileNames(
            @Parameter(
                            description = "The names, as JSON, each by a key that the answer has too",
                            example = "{\"q0\":{\"query\":\"Sholz\",\"limit\":3}}")
                    @RequestParam
                    String queries) {
        Map<String, OpenRefine.Query> asked = read(queries);
        if (asked.size() > MOST_QUERIES) {
            throw Problem.parameter("queries", "has more than " + MOST_QUERIES + " names");
        }
        Map<String, OpenRefine.Result> out = new LinkedHashMap<>();
        asked.forEach((key, query) -> out.put(key, answer(query)));
        return out;
    }

    private Map<String, OpenRefine.Query> read(String queries) {
        try {
            Map<String, OpenRefine.@Nullable Query> read = json.readValue(queries, QUERIES);
            if (read == null || read.values().stream().anyMatch(q -> q == null || q.query() == null)) {
                throw Problem.parameter("queries", "has a name without a query");
            }
            return read;
        } catch (JacksonException e) {
            throw Problem.parameter("queries", Problem.error(e).detail());
        }
    }

    private OpenRefine.Result answer(OpenRefine.Query query) {
        String country = property(query, "country");
        String office = property(query, "office");
        LeaderFinder.Ranked ranked = finder.rank(
                query.query(),
                country == null ? null : finder.polity(country).orElse(country),
                office == null ? null : office.strip().toUpperCase(Locale.ROOT),
                Math.max(1, Math.min(MOST, Objects.requireNonNullElse(query.limit(), USUAL))));
        return new OpenRefine.Result(ranked.matches().stream()
                .map(m -> new OpenRefine.Candidate(
                        m.person().id(),
                        m.person().name(),
                        (int) Math.round(100 * m.score()),
                        ranked.sure() && m == ranked.matches().get(0),
                        List.of(OpenRefine.Type.LEADER)))
                .toList());
    }

    private static @Nullable String property(OpenRefine.Query query, String pid) {
        return query.properties() == null
                ? null
                : query.properties().stream()
                        .filter(p -> p.pid().equals(pid) && p.v() instanceof String)
                        .map(p -> String.valueOf(p.v()))
                        .findFirst()
                        .orElse(null);
    }
}
