package org.readout.feed;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Changes", description = "The feed of what changed")
class ChangeController {

    /** Which changes a caller asks for. */
    record Wanted(
            @Parameter(description = "Changes after this number", example = "17") @Min(0) @Nullable
            Long after,

            @Parameter(description = "Changes at this time or later", example = "2024-11-16T00:00:00Z") @Nullable
            String since,

            @Parameter(description = "Of calls, source articles, leaders or decisions only")
            Change.@Nullable Subject subject,

            @Parameter(description = "Of what has this id only", example = "olaf-scholz") @Nullable
            String id) {

        private long start() {
            return after == null ? 0 : after;
        }

        private @Nullable Instant earliest() {
            return since == null ? null : Times.read("since", since);
        }
    }

    private final Feed feed;
    private final ChangeStream stream;

    ChangeController(Feed feed, ChangeStream stream) {
        this.feed = feed;
        this.stream = stream;
    }

    @GetMapping
    @Operation(
            summary = "What changed",
            description =
                    "Oldest first. To follow the feed, ask again with after set to the greatest seq seen; none is missed. What went stays as a tombstone.")
    ResponseEntity<Page<Change>> listChanges(@ParameterObject Wanted wanted, @ParameterObject Paging paging) {
        int most = paging.most();
        Cursor from = paging.after(1);
        long start = from != null ? from.key(0, Long::parseLong) : wanted.start();
        return Page.cut(
                        feed.list(start, wanted.subject(), wanted.id(), wanted.earliest(), most + 1),
                        most,
                        c -> c,
                        c -> Cursor.of(String.valueOf(c.seq())))
                .answer();
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow what changes",
            description =
                    "Server-Sent Events: an event named change for each change, its seq as id, from the beginning or after a number. A client that was cut off goes on with Last-Event-ID, as browsers do by themselves.")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void followChanges(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response,
            @Parameter(description = "Changes after this number", example = "17")
                    @RequestParam(required = false)
                    @Nullable
                    Long after,
            @Parameter(description = "Of calls, source articles, leaders or decisions only")
                    @RequestParam(required = false)
                    Change.@Nullable Subject subject,
            @Parameter(description = "The last id seen; it counts before after", example = "17")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    Long lastEventId) {
        Long start = lastEventId != null ? lastEventId : after;
        if (start != null && start < 0) {
            throw Problem.parameter(lastEventId != null ? "Last-Event-ID" : "after", "is negative");
        }
        stream.follow(request, response, start == null ? 0 : start, subject);
    }

    @Hidden
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void followChangesHere(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) Change.@Nullable Subject subject,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        followChanges(request, response, after, subject, lastEventId);
    }
}
