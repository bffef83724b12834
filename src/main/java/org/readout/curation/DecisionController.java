package org.readout.curation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.decision.DecisionKind;
import org.readout.decision.DecisionView;
import org.readout.decision.Decisions;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Constraints;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Preferred;
import org.readout.platform.Problem;
import org.readout.query.CallView;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Decisions", description = "What people ruled; it outlives every reconciling and can be undone")
class DecisionController {

    private static final String DECIDED_ON =
            "The call's version that is decided on, as its ETag; 412 where it is another one now";

    private final DecisionService service;
    private final Decisions decisions;
    private final CallLookup calls;
    private final LeaderMergers mergers;
    private final LeaderRegistry leaders;

    DecisionController(
            DecisionService service,
            Decisions decisions,
            CallLookup calls,
            LeaderMergers mergers,
            LeaderRegistry leaders) {
        this.service = service;
        this.decisions = decisions;
        this.calls = calls;
        this.mergers = mergers;
        this.leaders = leaders;
    }

    @PutMapping(path = "/calls/{id}/decisions/{property}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide a property of a call",
            description =
                    "The value stands whatever the reports say, with the outcome ADJUDICATED; reports that come later and say otherwise are flagged. Takes the place of what was decided before.")
    DecisionView decideProperty(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = "The property", example = "duration") @PathVariable String property,
            @Parameter(description = DECIDED_ON, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody DecisionCommands.OnProperty command) {
        PropertyRule<?, ?> on = property(property);
        JsonNode value = Objects.requireNonNull(Constraints.met(command).value());
        return service.decide(id, on, new DecisionValues(leaders, view(id)).read(on, value), ifMatch, command.signed());
    }

    @DeleteMapping("/calls/{id}/decisions/{property}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Undo what was decided on a property",
            description = "The value becomes what the reports give. The decision stays on record as undone.")
    void undoDecisionOnProperty(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = "The property", example = "duration") @PathVariable String property,
            @ParameterObject DecisionCommands.Undoing undoing) {
        service.undo(id, property(property), undoing.by());
    }

    @GetMapping("/calls/{id}/decisions")
    @Operation(summary = "The decisions on a call", description = "The latest first, undone ones too.")
    Page<DecisionView> getCallDecisions(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return new Page<>(service.ofCall(id), null);
    }

    @PostMapping(path = "/calls/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Rule that another call is this one",
            description =
                    "A judgement on their reports that every later grouping keeps. This call keeps its id; the other's answers 308.")
    CallView mergeCalls(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = DECIDED_ON, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody DecisionCommands.Merge command) {
        service.merge(id, Objects.requireNonNull(Constraints.met(command).callId()), ifMatch, command.signed());
        return view(id);
    }

    @PostMapping(path = "/calls/{id}/split", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Rule that some reports of a call tell of another one",
            description =
                    "A judgement on these reports and the rest that every later grouping keeps. Answers the call that they tell of.")
    @ApiResponse(responseCode = "201", description = "The call that the reports tell of, with its place in Location")
    ResponseEntity<CallView> splitCall(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = DECIDED_ON, example = "\"3\"")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody DecisionCommands.Split command) {
        List<UUID> reports = Objects.requireNonNull(Constraints.met(command).reportIds()).stream()
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        UUID made = service.split(id, reports, ifMatch, command.signed());
        return ResponseEntity.created(URI.create("/api/v1/calls/" + made)).body(view(made));
    }

    @PostMapping(path = "/leaders/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Rule that another leader is this one",
            description =
                    "The other's names and terms count as this one's and its id answers 308. Articles that name either are read anew.")
    DecisionView mergeLeaders(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @RequestBody DecisionCommands.MergeLeader command) {
        return mergers.merge(id, Objects.requireNonNull(Constraints.met(command).leaderId()), command.signed());
    }

    @GetMapping("/decisions")
    @Operation(summary = "List decisions", description = "Everything that people ruled, the latest first.")
    ResponseEntity<Page<DecisionView>> listDecisions(
            @Parameter(description = "On what") @RequestParam(required = false) @Nullable DecisionKind kind,
            @Parameter(description = "By whom", example = "analyst@example.org")
                    @RequestParam(required = false)
                    @Nullable
                    String who,
            @Parameter(description = "Only those that stand, or only those undone", example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean standing,
            @Parameter(description = Preferred.COUNT, example = "count=exact")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @ParameterObject Paging paging) {
        return service.list(kind, who, standing, paging, Preferred.exactCount(prefer))
                .answer();
    }

    @GetMapping("/decisions/{id}")
    @Operation(summary = "One decision")
    DecisionView getDecision(@Parameter(description = "The decision's id") @PathVariable UUID id) {
        return service.get(id);
    }

    @DeleteMapping("/decisions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Undo a decision",
            description = "What it was on becomes what it would be without it. It stays on record as undone.")
    void undoDecision(
            @Parameter(description = "The decision's id") @PathVariable UUID id,
            @ParameterObject DecisionCommands.Undoing undoing) {
        String by = undoing.by();
        if (service.get(id).kind() == DecisionKind.SAME_LEADER) {
            mergers.separate(id, by);
        } else {
            service.undo(id, by);
        }
    }

    @DeleteMapping("/statements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Rule out a statement",
            description =
                    "It is no statement of its call; the ruling outlives every reconciling. The articles stay as they are.")
    void ruleOutStatement(
            @Parameter(description = "The statement's id") @PathVariable UUID id,
            @ParameterObject DecisionCommands.RulingOut ruling) {
        service.ruleOut(id, ruling.signed());
    }

    private CallView view(UUID id) {
        return CallView.of(calls.require(id, ""));
    }

    private static PropertyRule<?, ?> property(String name) {
        return Rules.named(name).orElseThrow(() -> Problem.notFound("property that can be decided:", name));
    }
}
