package org.readout.curation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.readout.call.CallLookup;
import org.readout.intake.IntakeService;
import org.readout.intake.ReportCommand;
import org.readout.platform.Constraints;
import org.readout.platform.Problem;
import org.readout.query.CallView;
import org.readout.report.ReportView;
import org.readout.report.Reports;
import org.readout.statement.StatementService;
import org.readout.statement.StatementView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class NoteController {

    private final IntakeService intake;
    private final CallLookup calls;
    private final Reports reports;
    private final StatementService statements;

    NoteController(IntakeService intake, CallLookup calls, Reports reports, StatementService statements) {
        this.intake = intake;
        this.calls = calls;
        this.reports = reports;
        this.statements = statements;
    }

    @PostMapping(path = "/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a call by hand",
            description =
                    "Stored as an analyst's note, one more report among the others; answers the call it tells of.")
    @ApiResponse(responseCode = "201", description = "The note is stored; the call's place is in Location")
    @ApiResponse(responseCode = "200", description = "The same note was there already")
    ResponseEntity<CallView> addCall(@RequestBody ReportCommand report) {
        IntakeService.Taken taken = intake.note(report);
        ReportView told = reports.viewsOfArticle(taken.article().id()).get(0);
        UUID id = Objects.requireNonNull(told.callId());
        URI location = URI.create("/api/v1/calls/" + id);
        return (taken.isNew()
                        ? ResponseEntity.created(location)
                        : ResponseEntity.ok().location(location))
                .body(CallView.of(calls.require(id, "")));
    }

    @PostMapping(path = "/statements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a statement by hand",
            description = "Stored as an analyst's note on the call; joins the statement it repeats.")
    @ApiResponse(responseCode = "201", description = "The statement, with its place in Location")
    ResponseEntity<StatementView> addStatement(@RequestBody StatementNote note) {
        String article = take(Constraints.met(note)).toString();
        StatementView view = statements.ofCall(Objects.requireNonNull(note.callId())).stream()
                .filter(s -> s.variants().stream().anyMatch(v -> v.articleId().equals(article)))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("A person ruled that this is no statement of the call."));
        return ResponseEntity.created(URI.create("/api/v1/statements/" + view.id()))
                .body(view);
    }

    /** Takes the statement as a report of its call; a problem where it would tell of another one. */
    private UUID take(StatementNote note) {
        UUID call = Objects.requireNonNull(note.callId());
        IntakeService.Taken taken = intake.note(note.report(CallView.of(calls.require(call, ""))), id -> {
            if (!reports.viewsOfArticle(id).stream().allMatch(r -> call.equals(r.callId()))) {
                throw Problem.conflict(
                        "The call's date is too vague to tell it from others; add the statement to an article of it.");
            }
        });
        return taken.article().id();
    }
}
