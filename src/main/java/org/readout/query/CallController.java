package org.readout.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallLookup;
import org.readout.call.RecordedCall;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Precondition;
import org.readout.platform.Preferred;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.readout.reconciliation.Profile;
import org.readout.reconciliation.Reconciler;
import org.readout.report.ReportView;
import org.readout.report.Reports;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calls", description = "One record for every call, made from every report of it")
class CallController {

    private static final String PROFILE =
            "Which claims narrow a value: informative (all; the default), conservative (only those of named origins), representative (those of most origins)";
    private static final String AS_OF = "As it was known at this time";

    private final CallLookup calls;
    private final CallPages pages;
    private final CallSearch search;
    private final Answers answers;
    private final Reports reports;
    private final NamedInQuery named;

    CallController(
            CallLookup calls,
            CallPages pages,
            CallSearch search,
            Answers answers,
            Reports reports,
            NamedInQuery named) {
        this.search = search;
        this.answers = answers;
        this.calls = calls;
        this.pages = pages;
        this.reports = reports;
        this.named = named;
    }

    @GetMapping("/calls")
    @Operation(
            summary = "List calls",
            description = "Latest first. Filters narrow one another; from and to take calls whose dates overlap them.")
    ResponseEntity<Page<CallView.Answered>> listCalls(
            @ParameterObject CallQuery query,
            @Parameter(
                            description =
                                    "date, updatedAt, duration or origins, with - before it the other way round; with q also relevance, the best first; -date when left out",
                            example = "-date")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = Preferred.COUNT, example = "count=exact")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @ParameterObject Paging paging) {
        Page<CallView.Answered> page = pages.page(query.filter(named), sort, paging);
        return (Preferred.exactCount(prefer) ? page.of(pages.count(query.filter(named))) : page).answer();
    }

    @GetMapping("/calls/{id}")
    @Operation(
            summary = "One call",
            description = "A merged id answers 308 with the call it is now. The ETag is the record's version.")
    ResponseEntity<CallView.Answered> getCall(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = PROFILE, example = "informative") @RequestParam(required = false) @Nullable
                    String profile,
            @Parameter(description = AS_OF, example = "2024-11-16T00:00:00Z") @RequestParam(required = false) @Nullable
                    String asOf) {
        Profile wanted = profile(profile, asOf);
        if (wanted != Profile.INFORMATIVE) {
            return ResponseEntity.ok(answers.answer(CallView.of(calls.require(id, ""), calls.under(wanted, id, ""))));
        }
        Optional<CallSearch.One> now = asOf == null ? search.one(id) : Optional.empty();
        return now.map(one -> answer(one.version(), one.answer())).orElseGet(() -> {
            RecordedCall call = calls.find(id, "", time(asOf));
            return answer(call.version(), answers.answer(CallView.of(call)));
        });
    }

    private static ResponseEntity<CallView.Answered> answer(long version, CallView.Answered call) {
        return ResponseEntity.ok().eTag(Precondition.tag(version)).body(call);
    }

    @GetMapping("/calls/{id}/reports")
    @Operation(
            summary = "The reports of a call",
            description = "What each article says about it, in the order of publication.")
    Page<ReportView> getCallReports(@Parameter(description = "The call's id") @PathVariable UUID id) {
        calls.require(id, "/reports");
        return new Page<>(reports.viewsOfCall(id), null);
    }

    @GetMapping("/calls/{id}/reconciliation")
    @Operation(
            summary = "How the values of a call were found",
            description =
                    "For each property the value, the rule, a sentence of explanation, and the claims for and against it with their words.")
    ReconciliationView getCallReconciliation(
            @Parameter(description = "The call's id") @PathVariable UUID id,
            @Parameter(description = PROFILE, example = "informative") @RequestParam(required = false) @Nullable
                    String profile,
            @Parameter(description = AS_OF, example = "2024-11-16T00:00:00Z") @RequestParam(required = false) @Nullable
                    String asOf) {
        Profile wanted = profile(profile, asOf);
        RecordedCall call = calls.find(id, "/reconciliation", time(asOf));
        return wanted == Profile.INFORMATIVE
                ? ReconciliationView.of(
                        id, wanted, call.rulesVersion(), calls.settled(call).record())
                : ReconciliationView.of(
                        id,
                        wanted,
                        Reconciler.RULES_VERSION,
                        calls.under(wanted, id, "/reconciliation").record());
    }

    @GetMapping("/calls/{id}/revisions")
    @Operation(
            summary = "The records that a call had",
            description =
                    "Latest first, each with its cause. Those of a merged or emptied call stay, its end among them.")
    ResponseEntity<Page<RevisionView>> listCallRevisions(
            @Parameter(description = "The call's id") @PathVariable UUID id, @ParameterObject Paging paging) {
        int most = paging.most();
        Cursor after = paging.after(1);
        long before = after == null ? Long.MAX_VALUE : after.key(0, Long::parseLong);
        return Page.cut(
                        calls.revisions(id, before, most + 1),
                        most,
                        RevisionView::of,
                        r -> Cursor.of(String.valueOf(r.call().version())))
                .answer();
    }

    private static @Nullable Instant time(@Nullable String asOf) {
        return asOf == null ? null : Times.read("asOf", asOf);
    }

    private static Profile profile(@Nullable String name, @Nullable String asOf) {
        Profile profile = name == null
                ? Profile.INFORMATIVE
                : Profile.of(name)
                        .orElseThrow(() -> Problem.parameter(
                                "profile", "is not one of informative, conservative, representative"));
        if (asOf != null && profile != Profile.INFORMATIVE) {
            throw Problem.parameter("profile", "cannot be combined with asOf: records are kept as informative");
        }
        return profile;
    }
}
