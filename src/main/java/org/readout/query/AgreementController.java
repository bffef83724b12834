package org.readout.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.readout.call.CallLookup;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statistics", description = "Counts over many calls")
class AgreementController {

    private final CallLookup calls;
    private final AgreementRepository repository;
    private final NamedInQuery named;

    AgreementController(CallLookup calls, AgreementRepository repository, NamedInQuery named) {
        this.calls = calls;
        this.repository = repository;
        this.named = named;
    }

    @GetMapping("/calls/{id}/agreement")
    @Operation(summary = "How far the reports of a call agree", description = "By property, with who says otherwise.")
    AgreementView getCallAgreement(@Parameter(description = "The call's id") @PathVariable UUID id) {
        return AgreementView.of(calls.require(id, "/agreement"));
    }

    @GetMapping("/statistics/agreement")
    @Operation(
            summary = "How far the reports of many calls agree",
            description =
                    "Over the calls that the filters of the list of calls take: by property, publisher and pair of countries.")
    AgreementStatistics getAgreementStatistics(@ParameterObject CallQuery query) {
        return repository.count(query.filter(named));
    }
}
