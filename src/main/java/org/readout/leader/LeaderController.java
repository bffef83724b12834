package org.readout.leader;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/leaders")
@Tag(name = "Leaders", description = "People who hold or held an office: names, Wikidata id, terms")
class LeaderController {

    private final LeaderRegistry registry;

    LeaderController(LeaderRegistry registry) {
        this.registry = registry;
    }

    @GetMapping
    @Operation(
            summary = "List leaders",
            description = "In the order of their names. q finds any spelling, with or without accents.")
    ResponseEntity<Page<LeaderView>> list(
            @Parameter(description = "Part of any spelling of the name", example = "zelenskiy")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "Who held an office in this state or organisation", example = "DE")
                    @RequestParam(required = false)
                    @Nullable
                    String country,
            @Parameter(description = "Who held this office", example = "CHANCELLOR")
                    @RequestParam(required = false)
                    @Nullable
                    String office,
            @ParameterObject Paging paging) {
        int most = paging.most();
        Cursor after = paging.after(2);
        return Page.cut(
                        registry.search(
                                q,
                                country,
                                office,
                                after == null ? null : after.keys().get(0),
                                after == null ? null : after.keys().get(1),
                                most + 1),
                        most,
                        LeaderView::of,
                        l -> Cursor.of(l.facts().name(), l.id()))
                .answer();
    }

    @PostMapping
    @Operation(summary = "Add a leader")
    @ApiResponse(responseCode = "201", description = "The leader, with its place in Location")
    ResponseEntity<LeaderView> add(@RequestBody LeaderCommand command) {
        LeaderView view = LeaderView.of(registry.add(command.facts(null).orThrow()));
        return ResponseEntity.created(URI.create("/api/v1/leaders/" + view.id()))
                .body(view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One leader")
    LeaderView get(@Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id) {
        return LeaderView.of(registry.get(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Correct a leader",
            description =
                    "Replaces all that is known; the correction outlives every reload of the registry. Articles read from now on use it.")
    LeaderView correct(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @RequestBody LeaderCommand command) {
        return LeaderView.of(registry.correct(command.facts(id).orThrow()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a leader",
            description =
                    "Names of the leader are no longer found in articles read from now on; calls keep what they hold.")
    void remove(@Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id) {
        registry.remove(id);
    }
}
