package org.readout.leader;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Reconciliation Service API 0.2 (W3C community group) says and hears. */
final class OpenRefine {

    private OpenRefine() {}

    /** A kind of thing. */
    @Schema(name = "ReconciliationType", description = "A kind of thing that is reconciled")
    record Type(
            @Schema(example = "leader") String id,
            @Schema(example = "Political leader") String name) {
        static final Type LEADER = new Type("leader", "Political leader");
    }

    /** What the service offers. */
    @Schema(name = "ReconciliationManifest", description = "What the reconciliation service offers")
    record Manifest(
            @Schema(description = "Versions of the protocol", example = "[\"0.2\"]")
            List<String> versions,

            String name,

            @Schema(description = "Where ids are from", example = "/api/v1/leaders/")
            String identifierSpace,

            @Schema(description = "Where types and properties are from", example = "/v3/api-docs")
            String schemaSpace,

            @Schema(description = "Kinds of things") List<Type> defaultTypes,

            @Schema(description = "Where a thing is shown", example = "{\"url\":\"/leaders/{{id}}\"}")
            Map<String, String> view) {}

    /** A name to be reconciled, as the body of a request has it. */
    record Query(
            String query,
            @Nullable Integer limit,
            @Nullable Object type,
            @Nullable String type_strict,
            @Nullable List<Property> properties) {

        /** Something else that is known: country or office. */
        record Property(String pid, @Nullable Object v) {}
    }

    /** Who may be meant. */
    @Schema(name = "ReconciliationCandidate", description = "Who may be meant by a name")
    record Candidate(
            @Schema(description = "The leader's slug", example = "vladimir-putin")
            String id,

            String name,

            @Schema(description = "From 0 to 100", example = "100")
            int score,

            @Schema(description = "Whether it is surely the one")
            boolean match,

            @Schema(description = "Kinds of things") List<Type> type) {}

    /** Who may be meant by one name. */
    @Schema(name = "ReconciliationResult", description = "Who may be meant by one name, the likeliest first")
    record Result(@Schema(description = "The candidates") List<Candidate> result) {}
}
