package org.readout.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.claim.QuoteType;
import org.readout.leader.LeaderFinder;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statements", description = "What the sides said in and about calls")
class StatementController {

    private final StatementService statements;
    private final CallLookup calls;
    private final LeaderFinder finder;

    StatementController(StatementService statements, CallLookup calls, LeaderFinder finder) {
        this.statements = statements;
        this.calls = calls;
        this.finder = finder;
    }

    private String polity(String name) {
        return finder.polity(name).orElseThrow(() -> Problem.parameter("onBehalfOf", "is not a state or organisation"));
    }

    @GetMapping("/statements")
    @Operation(summary = "List statements", description = "Newest first.")
    ResponseEntity<Page<StatementView>> listStatements(
            @Parameter(description = "Of this call") @RequestParam(required = false) @Nullable UUID callId,
            @Parameter(
                            description =
                                    "By this leader: the id, or a name that only one has; or a speaker as described",
                            example = "olaf-scholz")
                    @RequestParam(required = false)
                    @Nullable
                    String saidBy,
            @Parameter(description = "On behalf of this state or organisation, by code or name", example = "DE")
                    @RequestParam(required = false)
                    @Nullable
                    String onBehalfOf,
            @Parameter(description = "Passed on by someone so described", example = "spokesperson")
                    @RequestParam(required = false)
                    @Nullable
                    String relayedBy,
            @Parameter(description = "Quoted or reported") @RequestParam(required = false) @Nullable
                    QuoteType quoteType,
            @Parameter(description = "Words of the statement", example = "\"lasting peace\"")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @ParameterObject Paging paging) {
        int most = paging.most();
        Cursor after = paging.after(2);
        return Page.cut(
                        statements.list(
                                callId,
                                saidBy == null ? null : finder.leader(saidBy).orElse(saidBy),
                                onBehalfOf == null ? null : polity(onBehalfOf),
                                relayedBy,
                                quoteType,
                                q,
                                after == null ? null : after.key(0, Instant::parse),
                                after == null ? null : after.key(1, UUID::fromString),
                                most + 1),
                        most,
                        s -> s,
                        s -> Cursor.of(s.createdAt().toString(), s.id().toString()))
                .answer();
    }

    @GetMapping("/statements/{id}")
    @Operation(summary = "One statement")
    StatementView getStatement(@Parameter(description = "The statement's id") @PathVariable UUID id) {
        return statements.get(id);
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
