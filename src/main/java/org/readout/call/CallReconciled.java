package org.readout.call;

import java.util.List;
import java.util.UUID;
import org.readout.reconciliation.StatementCluster;

/** A call's record has changed; without statements when no report tells of it any more. */
public record CallReconciled(UUID callId, List<StatementCluster> statements) {}
