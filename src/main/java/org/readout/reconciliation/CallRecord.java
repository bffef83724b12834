package org.readout.reconciliation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiation;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Participant;

/**
 * The one record of a call: what all its reports come to, and how each value was found.
 *
 * @param findings by the property's name in the API
 */
public record CallRecord(
        CallStatus status,
        Medium medium,
        @Nullable CallDate date,
        @Nullable CallDuration duration,
        List<Participant> participants,
        Initiation initiation,
        @Nullable Initiator initiator,
        @Nullable CallDate previousCall,
        List<FollowUp> followUps,
        List<String> topics,
        List<StatementCluster> statements,
        int articleCount,
        int originCount,
        Map<String, Finding> findings) {

    /** The same record with these statements. */
    public CallRecord withStatements(List<StatementCluster> kept) {
        return new CallRecord(
                status,
                medium,
                date,
                duration,
                participants,
                initiation,
                initiator,
                previousCall,
                followUps,
                topics,
                kept,
                articleCount,
                originCount,
                findings);
    }

    CallRecord withFindings(Map<String, Finding> changed) {
        return new CallRecord(
                status,
                medium,
                date,
                duration,
                participants,
                initiation,
                initiator,
                previousCall,
                followUps,
                topics,
                statements,
                articleCount,
                originCount,
                changed);
    }
}
