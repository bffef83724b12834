package org.readout.call;

import java.util.List;
import java.util.UUID;

/** The records of calls have changed, all in one transaction. */
public record CallsReconciled(List<CallReconciled> calls) {

    /** Those of the calls of which something was known before. */
    public List<UUID> known() {
        return calls.stream()
                .filter(c -> !c.isNew())
                .map(CallReconciled::callId)
                .toList();
    }
}
