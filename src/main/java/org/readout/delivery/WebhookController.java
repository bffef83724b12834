package org.readout.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Constraints;
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
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks", description = "Addresses that changes are posted to")
class WebhookController {

    private static final int SECRET_BYTES = 24;

    private final Webhooks webhooks;
    private final Feed feed;
    private final Outbound outbound;
    private final SecureRandom random = new SecureRandom();

    WebhookController(Webhooks webhooks, Feed feed, Outbound outbound) {
        this.webhooks = webhooks;
        this.feed = feed;
        this.outbound = outbound;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Have changes posted to an address",
            description =
                    "Each change is posted as a CloudEvent, in order and at least once, with the headers webhook-id, webhook-timestamp and webhook-signature of Standard Webhooks. What is not taken with 2xx is tried again after longer and longer times; 410 stops the posts.")
    @ApiResponse(responseCode = "201", description = "The webhook, with its secret: it is told this once")
    ResponseEntity<Webhook> addWebhook(@RequestBody WebhookCommand command) {
        reachable(Constraints.met(command).url());
        Webhook made = webhooks.add(
                String.valueOf(command.url()),
                secret(),
                subjects(command.subjects()),
                command.after() == null ? feed.last() : command.after());
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id()))
                .body(made);
    }

    @GetMapping
    @Operation(summary = "List webhooks", description = "How far each is, and whether it fails.")
    ResponseEntity<Page<Webhook>> listWebhooks(@ParameterObject Paging paging) {
        return Page.byId(paging, webhooks::list, Webhook::id, Webhook::withoutSecret);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One webhook", description = "How far it is, and whether it fails.")
    Webhook getWebhook(@Parameter(description = "The webhook's id") @PathVariable UUID id) {
        return webhooks.get(id).withoutSecret();
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change a webhook", description = "enabled: true makes posts go on that had stopped.")
    Webhook changeWebhook(
            @Parameter(description = "The webhook's id") @PathVariable UUID id, @RequestBody WebhookPatch patch) {
        if (Constraints.met(patch).url() != null) {
            reachable(patch.url());
        }
        return webhooks.amend(
                        id, patch.url(), patch.subjects() == null ? null : subjects(patch.subjects()), patch.enabled())
                .withoutSecret();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook", description = "Nothing is posted to it any more.")
    void removeWebhook(@Parameter(description = "The webhook's id") @PathVariable UUID id) {
        webhooks.remove(id);
    }

    private void reachable(@Nullable String url) {
        outbound.fault(url).ifPresent(fault -> {
            throw Problem.field("/url", fault);
        });
    }

    private static List<Change.Subject> subjects(@Nullable List<Change.@Nullable Subject> given) {
        return given == null
                ? List.of()
                : given.stream().map(Objects::requireNonNull).toList();
    }

    private String secret() {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
