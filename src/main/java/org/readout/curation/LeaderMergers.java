package org.readout.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.decision.DecisionView;
import org.readout.decision.Decisions;
import org.readout.decision.Signature;
import org.readout.feed.Cause;
import org.readout.leader.LeaderRegistry;
import org.readout.rereading.Rereadings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes two leaders one and two again, and has the articles that name them read anew. */
@Service
class LeaderMergers {

    private final DecisionService service;
    private final Decisions decisions;
    private final LeaderRegistry leaders;
    private final Rereadings rereadings;
    private final TransactionTemplate transaction;

    LeaderMergers(
            DecisionService service,
            Decisions decisions,
            LeaderRegistry leaders,
            Rereadings rereadings,
            TransactionTemplate transaction) {
        this.service = service;
        this.decisions = decisions;
        this.leaders = leaders;
        this.rereadings = rereadings;
        this.transaction = transaction;
    }

    DecisionView merge(String id, String merged, Signature by) {
        leaders.require(id, "/merge");
        DecisionView made = transaction.execute(status -> {
            decisions.lock();
            leaders.lock();
            DecisionView d = service.sameLeader(id, merged, by);
            leaders.merge(id, merged);
            rereadings.startOn(naming(id, merged), Cause.decided(d.id()));
            return d;
        });
        rereadings.goOn();
        return made;
    }

    void separate(UUID decision, @Nullable String by) {
        transaction.executeWithoutResult(status -> {
            decisions.lock();
            leaders.lock();
            DecisionView d = service.undo(decision, by);
            String id = d.value().path("leaderId").asString();
            String merged = d.value().path("merged").asString();
            leaders.separate(merged);
            rereadings.startOn(naming(id, merged), Cause.undone(decision));
        });
        rereadings.goOn();
    }

    /** Articles in which one of the two is found, or by their names could be. */
    private Rereadings.Scope naming(String id, String merged) {
        List<String> names = new ArrayList<>(leaders.spellings(id));
        names.addAll(leaders.spellings(merged));
        return new Rereadings.Scope(List.of(id, merged), names);
    }
}
