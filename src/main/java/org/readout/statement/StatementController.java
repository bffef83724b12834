package org.readout.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.call.EdtfParameter;
import org.readout.leader.LeaderFinder;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Precondition;
import org.readout.platform.Preferred;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statements", description = "What the sides said in and about calls")
class StatementController {

    private final StatementService statements;
    private final CallLookup calls;
    private final LeaderFinder finder;
    private final JsonMapper json;

    StatementController(StatementService statements, CallLookup calls, LeaderFinder finder, JsonMapper json) {
        this.json = json;
        this.statements = statements;
        this.calls = calls;
        this.finder = finder;
    }

    @GetMapping("/statements")
    @Operation(summary = "List statements", description = "Newest first.")
    ResponseEntity<Page<StatementView>> listStatements(
            @ParameterObject StatementQuery query,
            @Parameter(description = Preferred.COUNT, example = "count=exact")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @ParameterObject Paging paging) {
        LocalDate from = EdtfParameter.first("from", query.from());
        String saidBy = query.saidBy();
        String state = query.onBehalfOf();
        List<String> people = query.participant();
        return statements
                .list(
                        query,
                        people == null
                                ? null
                                : people.stream()
                                        .map(p -> finder.surely("participant", p))
                                        .toArray(String[]::new),
                        from,
                        EdtfParameter.last("to", query.to(), from),
                        saidBy == null ? null : finder.leader(saidBy).orElse(saidBy),
                        state == null ? null : finder.polity("onBehalfOf", state),
                        paging,
                        Preferred.exactCount(prefer))
                .answer();
    }

    @GetMapping("/statements/{id}")
    @Operation(summary = "One statement", description = "The ETag is for If-None-Match.")
    ResponseEntity<StatementView> getStatement(@Parameter(description = "The statement's id") @PathVariable UUID id) {
        StatementView view = statements.get(id);
        return ResponseEntity.ok().eTag(Precondition.tag(json, view)).body(view);
    }

    @GetMapping("/calls/{id}/statements")
    @Operation(
            summary = "The statements of a call",
            description = "Those of most articles first, each once with all its wordings.")
    Page<StatementView> getCallStatements(@Parameter(description = "The call's id") @PathVariable UUID id) {
        calls.require(id, "/statements");
        return new Page<>(statements.ofCall(id), null);
    }
}
