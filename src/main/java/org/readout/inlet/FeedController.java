package org.readout.inlet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.readout.claim.ArticleKind;
import org.readout.platform.Constraints;
import org.readout.platform.InputError;
import org.readout.platform.Outbound;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Feeds", description = "RSS and Atom feeds whose entries come in as articles")
class FeedController {

    private static final int USUAL_MINUTES = 30;

    private final FeedSources feeds;
    private final FeedPoller poller;
    private final Outbound outbound;

    FeedController(FeedSources feeds, FeedPoller poller, Outbound outbound) {
        this.feeds = feeds;
        this.poller = poller;
        this.outbound = outbound;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Have a feed polled",
            description =
                    "Each entry comes in as an article, with what the feed itself has of it; what it links to is never fetched. Refused (409) where the operator has not turned feeds on (readout.feeds.enabled).")
    @ApiResponse(responseCode = "201", description = "The feed, with its place in Location")
    ResponseEntity<FeedSource> addFeed(@RequestBody FeedCommand command) {
        if (!poller.enabled()) {
            throw Problem.conflict("Feeds are turned off here; readout.feeds.enabled turns them on.");
        }
        check(command, true);
        FeedSource made = feeds.add(
                String.valueOf(command.url()),
                command.publisher(),
                command.kind() == null ? ArticleKind.NEWS : command.kind(),
                command.minutes() == null ? USUAL_MINUTES : command.minutes());
        return ResponseEntity.created(URI.create("/api/v1/feeds/" + made.id())).body(made);
    }

    @GetMapping
    @Operation(summary = "List feeds", description = "When each was polled, what came of it, and why it fails.")
    ResponseEntity<Page<FeedSource>> listFeeds(@ParameterObject Paging paging) {
        return Page.byId(paging, feeds::list, FeedSource::id, Function.identity());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One feed", description = "When it was polled, what came of it, and why it fails.")
    FeedSource getFeed(@Parameter(description = "The feed's id") @PathVariable UUID id) {
        return feeds.get(id);
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change a feed", description = "enabled: true polls it at once, and goes on with one stopped.")
    FeedSource changeFeed(
            @Parameter(description = "The feed's id") @PathVariable UUID id, @RequestBody FeedCommand command) {
        check(command, false);
        return feeds.amend(id, command);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a feed", description = "It is not polled any more; its articles stay.")
    void removeFeed(@Parameter(description = "The feed's id") @PathVariable UUID id) {
        feeds.remove(id);
    }

    private void check(FeedCommand c, boolean isNew) {
        List<InputError> errors = new ArrayList<>(Constraints.faults(c, ""));
        if (errors.isEmpty() && (isNew || c.url() != null)) {
            outbound.fault(c.url()).ifPresent(f -> errors.add(InputError.field("/url", f)));
        }
        if (isNew && c.enabled() != null) {
            errors.add(InputError.field("/enabled", "is for a change only"));
        }
        if (!errors.isEmpty()) {
            throw Problem.input(errors);
        }
    }
}
