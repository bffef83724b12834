package org.readout.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.readout.call.CallLookup;
import org.readout.platform.Page;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/calls/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class CallComparisonController {

    private final CallLookup calls;
    private final RelatedCalls related;

    CallComparisonController(CallLookup calls, RelatedCalls related) {
        this.calls = calls;
        this.related = related;
    }

    @GetMapping("/agreement")
    @Operation(summary = "How far the reports of a call agree", description = "By property, with who says otherwise.")
    AgreementView getCallAgreement(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return AgreementView.of(calls.require(id, "/agreement"));
    }

    @GetMapping("/accounts")
    @Operation(
            summary = "What each side and each outlet says of a call",
            description =
                    "Side by side, property by property, each in its own words: Berlin says, Moscow says. The sides come first.")
    AccountsView getCallAccounts(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return AccountsView.of(id, calls.settled(calls.require(id, "/accounts")).record());
    }

    @GetMapping("/related")
    @Operation(
            summary = "The calls that a call is to be seen beside",
            description =
                    "Those that may be the same (at most a day apart, all participants of one on the other), those of the day with some of its participants, and the ones before and after between the same people.")
    Page<RelatedCall> getRelatedCalls(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return new Page<>(related.of(id), null);
    }
}
