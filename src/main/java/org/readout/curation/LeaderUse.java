package org.readout.curation;

import java.util.List;
import org.readout.feed.Cause;
import org.readout.leader.LeaderChanging;
import org.readout.platform.Problem;
import org.readout.query.CallView;
import org.readout.query.ReadSide;
import org.readout.rereading.Rereadings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds calls and what is known of leaders together: nobody goes who is on a call, and a change reaches the calls. */
@Component
class LeaderUse {

    private static final int NAMED = 5;

    private final ReadSide calls;
    private final Rereadings rereadings;

    LeaderUse(ReadSide calls, Rereadings rereadings) {
        this.calls = calls;
        this.rereadings = rereadings;
    }

    @EventListener
    void leaving(LeaderChanging.Leaving leader) {
        List<CallView> with = calls.callsOf(List.of(leader.id()), NAMED).items();
        if (!with.isEmpty()) {
            throw Problem.conflict("Calls have " + leader.id()
                    + " on them: "
                    + String.join(
                            ", ", with.stream().map(c -> c.id().toString()).toList())
                    + (with.size() == NAMED ? " and maybe more (/api/v1/calls?participant=" + leader.id() + ")" : "")
                    + ".");
        }
    }

    /** Has the articles read anew that tell of the leader, or may by its names. */
    @EventListener
    void changed(LeaderChanging.Changed leader) {
        rereadings.startOn(new Rereadings.Scope(List.of(leader.id()), leader.names()), Cause.leader(leader.id()));
    }

    @EventListener
    void done(LeaderChanging.Done done) {
        rereadings.goOn();
    }
}
