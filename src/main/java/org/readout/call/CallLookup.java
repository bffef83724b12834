package org.readout.call;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.readout.reconciliation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what is known of calls. */
@Service
@Transactional(readOnly = true)
public class CallLookup {

    private final CallRepository calls;
    private final CallRevisionRepository revisions;
    private final Settlement records;
    private final CallHistory history;
    private final Lineage lineage;

    CallLookup(
            CallRepository calls,
            CallRevisionRepository revisions,
            Settlement records,
            CallHistory history,
            Lineage lineage) {
        this.calls = calls;
        this.revisions = revisions;
        this.records = records;
        this.history = history;
        this.lineage = lineage;
    }

    /** The call, or the problem that it was never there, is another one now, or has no reports left. */
    public RecordedCall require(UUID id, String below) {
        return find(id, below);
    }

    /** The call as it is, merged or emptied or not. */
    public Optional<RecordedCall> any(UUID id) {
        return calls.findById(id).map(c -> c);
    }

    /** Has calls, and those that they were merged into, at hand for what follows in the transaction. */
    public void fetch(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        while (!wanted.isEmpty()) {
            wanted = calls.ofIds(wanted.toArray(UUID[]::new)).stream()
                    .map(Call::mergedInto)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    /** This call and those merged into it. */
    public Set<UUID> family(UUID id) {
        return lineage.heirs(Set.of(id)).keySet();
    }

    private Call find(UUID id, String below) {
        Call call = calls.findById(id).orElseThrow(() -> Problem.notFound("call", id));
        if (!call.live()) {
            throw left(call, below, heir -> calls.findById(heir).orElseThrow());
        }
        return call;
    }

    /** The call as it was known at a time. */
    public RecordedCall find(UUID id, String below, @Nullable Instant asOf) {
        if (asOf == null) {
            return find(id, below);
        }
        RecordedCall call = known(id, asOf);
        if (!call.live()) {
            throw left(call, below, heir -> known(heir, asOf));
        }
        return call;
    }

    private RecordedCall known(UUID id, Instant asOf) {
        return revisions.at(id, asOf).orElseThrow(() -> {
            find(id, "");
            return Problem.of(HttpStatus.NOT_FOUND, "The call " + id + " was not known at " + asOf + ".");
        });
    }

    /** That the call has become another one, or has no reports. */
    private static Problem left(RecordedCall call, String below, Function<UUID, RecordedCall> calls) {
        RecordedCall at = call;
        for (UUID heir = at.mergedInto(); heir != null; heir = at.mergedInto()) {
            at = calls.apply(heir);
        }
        return at == call
                ? Problem.gone(
                        "call", call.callId(), "has no reports any more; the articles that told of it were withdrawn")
                : Problem.moved(URI.create("/api/v1/calls/" + at.callId() + below));
    }

    /** What the reports of the call come to, with the evidence. */
    public Settled settled(RecordedCall call) {
        return RecordJson.typed(call instanceof CallRevision past ? history.whole(past) : call.settled());
    }

    /** The call under another profile than the one its record is kept under. */
    public Settled under(Profile profile, UUID id, String below) {
        return records.under(profile, find(id, below));
    }

    /** The records of a call, the latest first, {@code most} of them before a version. */
    public List<Revision> revisions(UUID id, long before, int most) {
        if (calls.findById(id).isEmpty()) {
            throw Problem.notFound("call", id);
        }
        return revisions.before(id, before, most).stream()
                .map(r -> new Revision(r, r.cause(), r.changed()))
                .toList();
    }
}
