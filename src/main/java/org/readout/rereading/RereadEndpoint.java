package org.readout.rereading;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/reread} reads and reconciles the whole store anew; {@code GET} tells how far it is. */
@Component
@Endpoint(id = "reread")
class RereadEndpoint {

    private final Rereadings rereadings;

    RereadEndpoint(Rereadings rereadings) {
        this.rereadings = rereadings;
    }

    @WriteOperation
    Progress start() {
        return rereadings.start();
    }

    @ReadOperation
    @Nullable
    Progress progress() {
        return rereadings.progress().orElse(null);
    }
}
