package org.readout.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.reconciliation.StatementCluster;

/**
 * A call's record has changed.
 *
 * @param isNew whether nothing was known of the call before
 * @param participants the keys of those who took part
 * @param statements none when no report tells of it any more
 */
public record CallReconciled(
        UUID callId,
        boolean isNew,
        Set<String> participants,
        @Nullable LocalDate dateEarliest,
        @Nullable LocalDate dateLatest,
        List<StatementCluster> statements) {

    static CallReconciled of(Call call, boolean isNew, List<StatementCluster> statements) {
        return new CallReconciled(
                call.callId(), isNew, call.participants(), call.dateEarliest(), call.dateLatest(), statements);
    }
}
