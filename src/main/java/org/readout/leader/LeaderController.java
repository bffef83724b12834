package org.readout.leader;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Precondition;
import org.readout.platform.Preferred;
import org.readout.platform.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping(path = "/api/v1/leaders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Leaders", description = "People who hold or held an office: names, Wikidata id, terms")
class LeaderController {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String IF_MATCH = "The version that is changed, as its ETag; 412 where it is another one now";

    private final LeaderRegistry registry;
    private final LeaderFinder finder;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    LeaderController(LeaderRegistry registry, LeaderFinder finder, JsonMapper json, ApplicationEventPublisher events) {
        this.registry = registry;
        this.finder = finder;
        this.json = json;
        this.events = events;
    }

    @GetMapping
    @Operation(
            summary = "List leaders",
            description =
                    "In the order of their names; with q those whose names are like it, the likeliest first, whatever the spelling, script or order of words, each with a score and a reason.")
    ResponseEntity<Page<LeaderView>> listLeaders(
            @Parameter(description = "A name, part of one, an id or a Wikidata id", example = "zelenskiy")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description = "Who held an office in this state or organisation, by its code or name",
                            example = "DE")
                    @RequestParam(required = false)
                    @Nullable
                    String country,
            @Parameter(description = "Who held this office", example = "CHANCELLOR")
                    @RequestParam(required = false)
                    @Nullable
                    String office,
            @Parameter(description = Preferred.COUNT, example = "count=exact")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @ParameterObject Paging paging) {
        String state = country == null ? null : finder.polity("country", country);
        String held = office == null ? null : office.strip().toUpperCase(Locale.ROOT);
        return (q == null
                        ? finder.list(state, held, paging, Preferred.exactCount(prefer))
                        : byLikeness(q, state, held, paging.most(), paging.after(1)))
                .answer();
    }

    /** A ranking has no key to go on from but the place in it. */
    private Page<LeaderView> byLikeness(
            String q, @Nullable String country, @Nullable String office, int most, @Nullable Cursor after) {
        int from = after == null ? 0 : after.key(0, Integer::parseUnsignedInt);
        return Page.cut(
                finder.find(q, country, office, from, most + 1),
                most,
                LeaderView::of,
                f -> Cursor.of(String.valueOf(from + most)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add a leader")
    @ApiResponse(responseCode = "201", description = "The leader, with its place in Location")
    ResponseEntity<LeaderView> addLeader(@RequestBody LeaderCommand command) {
        LeaderView view = LeaderView.of(done(registry.add(command.facts(null).orThrow())));
        return ResponseEntity.created(URI.create("/api/v1/leaders/" + view.id()))
                .body(view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One leader", description = "The ETag is its version, for If-None-Match and If-Match.")
    ResponseEntity<LeaderView> getLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id) {
        return tagged(registry.get(id));
    }

    private static ResponseEntity<LeaderView> tagged(Leader leader) {
        return ResponseEntity.ok().eTag(Precondition.tag(leader.version())).body(LeaderView.of(leader));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replace what is known of a leader",
            description =
                    "All of it; the correction outlives every reload of the registry, and the articles that name the leader are read anew with it. Without If-Match no name and no term may be lost by it (428).")
    ResponseEntity<LeaderView> replaceLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody LeaderCommand command) {
        return tagged(done(registry.replace(command.facts(id).orThrow(), ifMatch)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change some of what is known of a leader",
            description =
                    "A JSON Merge Patch (RFC 7396): what is left out stays, null clears, lists are replaced as a whole.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = LeaderCommand.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LeaderCommand.class))
            })
    ResponseEntity<LeaderView> patchLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Problem.field("", "is not an object");
        }
        return tagged(done(registry.change(id, held -> patched(held, changes), ifMatch)));
    }

    private LeaderFacts patched(LeaderFacts held, ObjectNode changes) {
        ObjectNode tree = json.valueToTree(LeaderCommand.of(held));
        changes.properties().forEach(p -> tree.set(p.getKey(), p.getValue()));
        try {
            return json.treeToValue(tree, LeaderCommand.class).facts(held.id()).orThrow();
        } catch (JacksonException e) {
            throw Problem.input(List.of(Problem.error(e)));
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a leader",
            description =
                    "Refused (409) while a call has the leader on it: merge it into another one instead. It can be restored.")
    void removeLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch) {
        registry.remove(id, ifMatch);
        events.publishEvent(new LeaderChanging.Done());
    }

    @GetMapping("/{id}/revisions")
    @Operation(
            summary = "What was known of a leader",
            description =
                    "Latest first, from what was known before the first change by a person on; also of a leader that was removed.")
    ResponseEntity<Page<LeaderRevision>> listLeaderRevisions(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @ParameterObject Paging paging) {
        int most = paging.most();
        Cursor after = paging.after(1);
        return Page.cut(
                        registry.revisions(
                                id, after == null ? Long.MAX_VALUE : after.key(0, Long::parseLong), most + 1),
                        most,
                        r -> r,
                        r -> Cursor.of(String.valueOf(r.version())))
                .answer();
    }

    @PostMapping("/{id}/revisions/{version}/restore")
    @Operation(
            summary = "Undo changes of a leader",
            description =
                    "Makes known again what was known at a version, as a new version; a leader that was removed is there again.")
    ResponseEntity<LeaderView> restoreLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @Parameter(description = "The version to restore", example = "0") @PathVariable long version,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch) {
        return tagged(done(registry.restore(id, version, ifMatch)));
    }

    private Leader done(Leader changed) {
        events.publishEvent(new LeaderChanging.Done());
        return changed;
    }
}
