package org.readout.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Cursor;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.readout.platform.Times;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes", description = "The feed of what changed")
class ChangeController {

    private final Feed feed;

    ChangeController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping
    @Operation(
            summary = "What changed",
            description =
                    "Oldest first. To follow the feed, ask again with after set to the greatest seq seen; none is missed. What went stays as a tombstone.")
    ResponseEntity<Page<Change>> listChanges(
            @Parameter(description = "Changes after this number", example = "17")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @Parameter(description = "Changes at this time or later", example = "2024-11-16T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String since,
            @Parameter(description = "Of calls, source articles, leaders or decisions only")
                    @RequestParam(required = false)
                    Change.@Nullable Subject subject,
            @ParameterObject Paging paging) {
        if (after != null && after < 0) {
            throw Problem.parameter("after", "is negative");
        }
        int most = paging.most();
        Cursor from = paging.after(1);
        long start = from != null ? from.key(0, Long::parseLong) : after == null ? 0 : after;
        return Page.cut(
                        feed.list(start, subject, since == null ? null : Times.read("since", since), most + 1),
                        most,
                        c -> c,
                        c -> Cursor.of(String.valueOf(c.seq())))
                .answer();
    }
}
