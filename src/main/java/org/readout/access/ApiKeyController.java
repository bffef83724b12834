package org.readout.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.readout.platform.Caller;
import org.readout.platform.InputError;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys", description = "Keys of the API")
class ApiKeyController {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyController.class);

    private final ApiKeys keys;
    private final Protection protection;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, Protection protection, Clock clock) {
        this.keys = keys;
        this.protection = protection;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make a key",
            description =
                    "The first one makes the service ask for credentials from then on. The key is told in this answer and kept nowhere: only its hash is.")
    @ApiResponse(responseCode = "201", description = "The key, told this once")
    ResponseEntity<ApiKey> addKey(@RequestBody ApiKeyCommand command) {
        List<InputError> errors = command.faults(clock);
        if (!errors.isEmpty()) {
            throw Problem.input(errors);
        }
        ApiKey made = keys.add(
                Objects.requireNonNull(command.name()).strip(),
                Objects.requireNonNull(command.role()),
                command.expiresAt() == null ? null : command.expiresAt().truncatedTo(ChronoUnit.MICROS),
                Caller.name());
        protection.raise();
        LOG.info("Key {} made for a {}", made.id(), made.role());
        return ResponseEntity.created(URI.create("/api/v1/keys/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @GetMapping
    @Operation(summary = "List keys", description = "Those that ended or were taken back too; never their words.")
    ResponseEntity<Page<ApiKey>> listKeys(@ParameterObject Paging paging) {
        return Page.byId(paging, keys::list, ApiKey::id, Function.identity());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One key", description = "Never its words.")
    ApiKey getKey(@Parameter(description = "The key's id") @PathVariable UUID id) {
        return keys.get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a key back",
            description = "At once and for good. It stays listed, and what was done with it keeps its name.")
    void revokeKey(@Parameter(description = "The key's id") @PathVariable UUID id) {
        keys.revoke(id, Caller.name());
        LOG.info("Key {} taken back", id);
    }
}
