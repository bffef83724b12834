package org.readout.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallCatalogue;
import org.readout.call.Signature;
import org.readout.claim.QuoteType;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Statements", description = "What the sides said in and about calls")
class StatementController {

    private final StatementShelf shelf;
    private final CallCatalogue calls;

    StatementController(StatementShelf shelf, CallCatalogue calls) {
        this.shelf = shelf;
        this.calls = calls;
    }

    @GetMapping("/statements")
    @Operation(summary = "List statements", description = "Newest first.")
    ResponseEntity<Page<StatementView>> list(
            @Parameter(description = "Of this call") @RequestParam(required = false) @Nullable UUID callId,
            @Parameter(description = "By this leader", example = "olaf-scholz")
                    @RequestParam(required = false)
                    @Nullable
                    String saidBy,
            @Parameter(description = "On behalf of this state or organisation", example = "DE")
                    @RequestParam(required = false)
                    @Nullable
                    String onBehalfOf,
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
                        shelf.list(
                                callId,
                                saidBy,
                                onBehalfOf,
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
    StatementView get(@Parameter(description = "The statement's id") @PathVariable UUID id) {
        return shelf.get(id);
    }

    @DeleteMapping("/statements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Rule out a statement",
            description =
                    "It is no statement of its call; the ruling outlives every reconciling. The articles stay as they are.")
    void remove(
            @Parameter(description = "The statement's id") @PathVariable UUID id,
            @Parameter(description = "Who rules so", example = "analyst@example.org")
                    @RequestParam(required = false)
                    @Nullable
                    String who,
            @Parameter(description = "Why", example = "said a day later") @RequestParam(required = false) @Nullable
                    String reason) {
        shelf.remove(id, Signature.of(who, reason));
    }

    @GetMapping("/calls/{id}/statements")
    @Operation(
            summary = "The statements of a call",
            description = "Those of most articles first, each once with all its wordings.",
            tags = "Calls")
    Page<StatementView> ofCall(@Parameter(description = "The call's id") @PathVariable UUID id) {
        calls.require(id, "/statements");
        return new Page<>(shelf.ofCall(id), null);
    }
}
