package org.readout.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Cursor;
import org.readout.platform.Limits;
import org.readout.platform.Page;
import org.readout.platform.Problem;
import org.readout.reconciliation.Reconciler;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Calls", description = "One record for every call, made from every report of it")
class CallController {

    private final CallCatalogue catalogue;
    private final LeaderRegistry leaders;

    CallController(CallCatalogue catalogue, LeaderRegistry leaders) {
        this.catalogue = catalogue;
        this.leaders = leaders;
    }

    @GetMapping("/calls")
    @Operation(
            summary = "List calls",
            description = "Latest first. Filters narrow one another; from and to take calls whose dates overlap them.")
    ResponseEntity<Page<CallView>> list(
            @Parameter(description = "Leader id; repeated, all of them took part", example = "olaf-scholz")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> participant,
            @Parameter(description = "Country or organisation code; repeated, all of them took part", example = "DE")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> country,
            @Parameter(description = "Calls that can have been on this day or later", example = "2024-11-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Calls that can have been on this day or before", example = "2024-11-30")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(description = "Whether it took place") @RequestParam(required = false) @Nullable
                    CallStatus status,
            @Parameter(description = "By what means") @RequestParam(required = false) @Nullable Medium medium,
            @Parameter(description = "Calls that can have lasted so many minutes or more", example = "30")
                    @RequestParam(required = false)
                    @Nullable
                    Integer minDuration,
            @Parameter(description = "Calls that can have lasted so many minutes or less", example = "90")
                    @RequestParam(required = false)
                    @Nullable
                    Integer maxDuration,
            @Parameter(
                            description = "Calls with this outcome on some property, or on one",
                            example = "duration:conflict")
                    @RequestParam(required = false)
                    @Nullable
                    String outcome,
            @Parameter(description = "Calls that this publisher reports", example = "MENAFN")
                    @RequestParam(required = false)
                    @Nullable
                    String publisher,
            @Parameter(description = "Words of statements and articles", example = "\"lasting peace\"")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description = "Calls whose record changed at this time or later",
                            example = "2024-11-16T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String updatedSince,
            @Parameter(description = "date, -date (default), updatedAt or -updatedAt", example = "-date")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "How many, 1 to 200", example = "20") @RequestParam(required = false) @Nullable
                    Integer limit,
            @Parameter(description = "Where to go on, from the page before") @RequestParam(required = false) @Nullable
                    String cursor) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.parameter("to", "is before from");
        }
        CallFilter filter = new CallFilter()
                .participants(participant)
                .countries(country)
                .from(from)
                .to(to)
                .status(status)
                .medium(medium)
                .minDuration(minutes("minDuration", minDuration))
                .maxDuration(minutes("maxDuration", maxDuration))
                .outcome(outcome)
                .publisher(publisher)
                .text(q)
                .updatedSince(
                        updatedSince == null
                                ? null
                                : time("updatedSince", updatedSince).toInstant());
        return page(filter, sort, limit, cursor);
    }

    @GetMapping("/leaders/{id}/calls")
    @Operation(summary = "The calls of a leader", tags = "Leaders")
    ResponseEntity<Page<CallView>> ofLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @Parameter(description = "How many, 1 to 200", example = "20") @RequestParam(required = false) @Nullable
                    Integer limit,
            @Parameter(description = "Where to go on, from the page before") @RequestParam(required = false) @Nullable
                    String cursor) {
        if (!leaders.knows(id)) {
            throw Problem.notFound("leader", id);
        }
        return page(new CallFilter().participants(List.of(id)), null, limit, cursor);
    }

    private ResponseEntity<Page<CallView>> page(
            CallFilter filter, @Nullable String sort, @Nullable Integer limit, @Nullable String cursor) {
        int most = Limits.read(limit);
        CallFilter.Sort order = CallFilter.Sort.read(sort);
        filter.after(Cursor.read(cursor, 2), order);
        boolean byDate = order == CallFilter.Sort.DATE || order == CallFilter.Sort.DATE_DESC;
        return Page.cut(catalogue.list(filter, order, most + 1), most, CallView::of, c -> {
                    LocalDate date = Objects.requireNonNullElse(c.dateLatest(), LocalDate.of(1, 1, 1));
                    return Cursor.of(byDate ? date.toString() : c.updatedAt().toString(), c.id().toString());
                })
                .answer();
    }

    private static @Nullable Integer minutes(String parameter, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw Problem.parameter(parameter, "is negative");
        }
        return value;
    }

    private static OffsetDateTime time(String parameter, String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw Problem.parameter(parameter, "is out of range");
            }
            return time;
        } catch (java.time.DateTimeException e) {
            throw Problem.parameter(parameter, "is not a date-time with offset (2024-11-16T00:00:00Z)");
        }
    }

    @GetMapping("/calls/{id}")
    @Operation(summary = "One call", description = "A merged id answers 308 with the call it is now.")
    CallView get(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return CallView.of(catalogue.find(id, ""));
    }

    @GetMapping("/calls/{id}/reports")
    @Operation(
            summary = "The reports of a call",
            description = "What each article says about it, in the order of publication.")
    Page<ReportView> reports(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return new Page<>(catalogue.reportsOf(id), null);
    }

    @GetMapping("/calls/{id}/reconciliation")
    @Operation(
            summary = "How the values of a call were found",
            description =
                    "For each property the value, the rule, a sentence of explanation, and the claims for and against it with their words.")
    ReconciliationView reconciliation(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return new ReconciliationView(
                id,
                "informative",
                Reconciler.RULES_VERSION,
                catalogue.find(id, "/reconciliation").settled().record().findings());
    }
}
