package org.readout.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CloudEventController {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Feed feed;

    CloudEventController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/changes/events", produces = CloudEvent.BATCH)
    @Operation(
            summary = "What changed, as CloudEvents",
            description =
                    "A batch of events, oldest first. To follow, ask again with after set to the id of the last event seen; an empty batch means that there is nothing newer yet.")
    List<CloudEvent> listEvents(
            @Parameter(description = "Changes after this number", example = "17")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @Parameter(description = "Of calls, source articles, leaders or decisions only")
                    @RequestParam(required = false)
                    Change.@Nullable Subject subject,
            @Parameter(description = "How many, 1 to 1000; 100 when left out", example = "100")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        if (after != null && after < 0) {
            throw Problem.parameter("after", "is negative");
        }
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw Problem.parameter("limit", "is not between 1 and " + MOST);
        }
        return feed.list(after == null ? 0 : after, subject, null, null, most).stream()
                .map(CloudEvent::of)
                .toList();
    }
}
