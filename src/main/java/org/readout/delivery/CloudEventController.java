package org.readout.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloudEventController {

    private static final int USUAL = 100;

    /** Which events a caller asks for. */
    record Wanted(
            @Parameter(description = "Changes after this number", example = "17") @Min(0) @Nullable
            Long after,

            @Parameter(description = "Of calls, source articles, leaders or decisions only")
            Change.@Nullable Subject subject,

            @Parameter(description = "How many; 100 when left out", example = "100") @Min(1) @Max(1000) @Nullable
            Integer limit) {}

    private final Feed feed;

    CloudEventController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/changes/events", produces = CloudEvent.BATCH)
    @Operation(
            summary = "What changed, as CloudEvents",
            description =
                    "A batch of events, oldest first. To follow, ask again with after set to the id of the last event seen; an empty batch means that there is nothing newer yet.")
    List<CloudEvent> listEvents(@ParameterObject Wanted wanted) {
        return feed
                .list(
                        wanted.after() == null ? 0 : wanted.after(),
                        wanted.subject(),
                        null,
                        null,
                        wanted.limit() == null ? USUAL : wanted.limit())
                .stream()
                .map(CloudEvent::of)
                .toList();
    }
}
