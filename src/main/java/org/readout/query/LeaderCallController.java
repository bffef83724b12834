package org.readout.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Cursor;
import org.readout.platform.EventuallyConsistent;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/leaders/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class LeaderCallController {

    private final LeaderRegistry leaders;
    private final CallPages pages;
    private final Counterparts counterparts;

    LeaderCallController(LeaderRegistry leaders, CallPages pages, Counterparts counterparts) {
        this.leaders = leaders;
        this.pages = pages;
        this.counterparts = counterparts;
    }

    @GetMapping("/calls")
    @Operation(summary = "The calls of a leader")
    ResponseEntity<Page<CallView.Answered>> listCallsOfLeader(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @ParameterObject Paging paging) {
        leaders.require(id, "/calls");
        return pages.page(new CallFilter(null).participants(List.of(id)), null, paging)
                .answer();
    }

    @EventuallyConsistent
    @GetMapping("/counterparts")
    @Operation(
            summary = "With whom a leader has calls",
            description = "With whom most first: how many, who called, the first and the last.")
    ResponseEntity<Page<Counterpart>> listCounterparts(
            @Parameter(description = "The leader's slug", example = "olaf-scholz") @PathVariable String id,
            @ParameterObject Paging paging) {
        leaders.require(id, "/counterparts");
        int most = paging.most();
        Cursor after = paging.after(1);
        int from = after == null ? 0 : after.key(0, Integer::parseUnsignedInt);
        return Page.cut(counterparts.of(id, from, most + 1), most, c -> c, c -> Cursor.of(String.valueOf(from + most)))
                .answer();
    }
}
