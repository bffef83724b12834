package org.readout.call;

import java.util.List;
import java.util.UUID;

/** The records of calls have changed, all in one transaction. */
public record CallsReconciled(List<CallReconciled> calls) {

    /** Which calls. */
    public List<UUID> ids() {
        return calls.stream().map(CallReconciled::callId).toList();
    }
}
