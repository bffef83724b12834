package org.readout.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.reconciliation.CallRecord;

/**
 * A record as stored, with the call that its previous contact was.
 *
 * @param record what the reports come to
 * @param previousCallId the stored call that the previous contact is, where there is one
 */
public record Settled(CallRecord record, @Nullable UUID previousCallId) {

    /** Reads a record as stored. */
    public static Settled of(String stored) {
        return RecordJson.settled(stored);
    }
}
