package org.readout.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.article.NearCopies;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.decision.DecisionsInForce;
import org.readout.feed.Cause;
import org.readout.feed.Change;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.HeardReport;
import org.readout.reconciliation.PreviousCallCheck;
import org.readout.reconciliation.Profile;
import org.readout.reconciliation.Reconciler;
import org.readout.reconciliation.StatementCluster;
import org.readout.report.Reports;
import org.readout.report.StoredReport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the records of calls anew from their reports and from what people decided, and keeps those that differ. Calls
 * measured against an earlier one are settled after all others, and with them those that a changed call bears on.
 */
@Component
class Settlement {

    /** Calls worked on at a time, so that memory does not grow with their number. */
    private static final int AT_A_TIME = 50;

    private final CallRepository calls;
    private final Reports reports;
    private final NearCopies copies;
    private final DecisionsInForce rulings;
    private final Lineage lineage;
    private final CallHistory history;
    private final UnitOfWork work;
    private final CallAnswers answers;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    Settlement(
            CallRepository calls,
            Reports reports,
            NearCopies copies,
            DecisionsInForce rulings,
            Lineage lineage,
            CallHistory history,
            UnitOfWork work,
            CallAnswers answers,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.calls = calls;
        this.reports = reports;
        this.copies = copies;
        this.rulings = rulings;
        this.lineage = lineage;
        this.history = history;
        this.work = work;
        this.answers = answers;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A call with what its reports come to, before it is held against others. */
    private record Made(Call call, @Nullable CallRecord record, List<HeardReport> members) {}

    /** Runs of days whose calls have come, gone or changed, by the people. */
    private record Days(UUID people, LocalDate from, LocalDate to) {}

    /**
     * Settles calls.
     *
     * @param moves those whose reports, or what was decided on them, changed
     * @param cause why the record of a call is another one
     * @return how many have another record than before
     */
    int settle(Regrouping.Moved moves, Function<Call, Cause> cause, Instant now) {
        Map<UUID, Call> unstored = new HashMap<>(moves.made());
        OtherCalls others = new OtherCalls(jdbc);
        Set<UUID> measured = new LinkedHashSet<>();
        List<Days> moved = new ArrayList<>();
        int changed = 0;
        for (List<UUID> some : portions(moves.affected())) {
            List<CallHistory.Revised> revised = new ArrayList<>();
            for (Made made : make(some, unstored, moves.told(), Profile.INFORMATIVE)) {
                note(moved, made.call(), made.record());
                others.note(made.call(), made.record());
                if (made.record() != null && made.record().previousCall() != null) {
                    measured.add(made.call().callId());
                } else {
                    keep(made, moves.heirs(), others, now, revised);
                }
            }
            changed += finish(revised, unstored, cause);
        }
        for (Days m : moved) {
            measured.addAll(others.measuredAgainst(m.people(), m.from(), m.to()));
        }
        for (List<UUID> some : portions(measured)) {
            List<CallHistory.Revised> revised = new ArrayList<>();
            make(some, unstored, moves.told(), Profile.INFORMATIVE)
                    .forEach(made -> keep(made, moves.heirs(), others, now, revised));
            changed += finish(revised, unstored, cause);
        }
        return changed;
    }

    /** The record of a call under another profile; stored nowhere. */
    Settled under(Profile profile, Call call) {
        Made made = make(List.of(call.callId()), Map.of(), Map.of(), profile).get(0);
        return checked(made, Objects.requireNonNull(made.record()), new OtherCalls(jdbc));
    }

    private static List<List<UUID>> portions(Collection<UUID> ids) {
        List<UUID> all = ids.stream().sorted().toList();
        List<List<UUID>> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_A_TIME) {
            out.add(all.subList(i, Math.min(all.size(), i + AT_A_TIME)));
        }
        return out;
    }

    /**
     * What calls come to.
     *
     * @param unstored those of them that are not stored yet
     * @param told the reports of calls of which no others tell, where that is known
     */
    private List<Made> make(
            List<UUID> ids, Map<UUID, Call> unstored, Map<UUID, List<StoredReport>> told, Profile profile) {
        Map<UUID, List<StoredReport>> members = new LinkedHashMap<>();
        ids.forEach(id -> members.put(id, told.getOrDefault(id, new ArrayList<>())));
        List<UUID> untold = ids.stream().filter(id -> !told.containsKey(id)).toList();
        if (!untold.isEmpty()) {
            reports.ofCalls(untold)
                    .forEach(r -> Objects.requireNonNull(members.get(r.call())).add(r));
        }
        Map<NearCopies.Told, NearCopies.Voice> voices = copies.voices(members.values().stream()
                .flatMap(List::stream)
                .map(Settlement::told)
                .collect(Collectors.toSet()));
        List<UUID> stored = ids.stream().filter(id -> !unstored.containsKey(id)).toList();
        Map<UUID, DecisionsInForce.OnCall> decided =
                stored.isEmpty() || !rulings.any() ? Map.of() : rulings.on(lineage.heirs(stored));
        List<Call> all = new ArrayList<>(stored.isEmpty() ? List.of() : calls.ofIds(stored.toArray(UUID[]::new)));
        ids.stream().map(unstored::get).filter(Objects::nonNull).forEach(all::add);
        List<Made> out = new ArrayList<>();
        for (Call call : all) {
            List<HeardReport> of = heard(Objects.requireNonNull(members.get(call.callId())), voices);
            DecisionsInForce.OnCall on = decided.getOrDefault(call.callId(), DecisionsInForce.OnCall.NONE);
            CallRecord record = of.isEmpty() ? null : on.without(Reconciler.reconcile(of, on.values(), profile));
            out.add(new Made(call, record, of));
        }
        return out;
    }

    /** Whether a ruling has made one call of reports that name different people. */
    private static boolean isLinked(List<StoredReport> reports) {
        return reports.stream().map(StoredReport::people).distinct().count() > 1;
    }

    private static NearCopies.Told told(StoredReport r) {
        return new NearCopies.Told(r.people(), r.articleId());
    }

    /** The reports of a call, each with who published it and the text that it rests on. */
    private List<HeardReport> heard(List<StoredReport> reports, Map<NearCopies.Told, NearCopies.Voice> voices) {
        Map<UUID, UUID> across = isLinked(reports)
                ? copies.originalsOfAny(
                        reports.stream().map(StoredReport::articleId).collect(Collectors.toSet()))
                : Map.of();
        return reports.stream()
                .map(r -> {
                    NearCopies.Voice voice = Objects.requireNonNull(voices.get(told(r)), "a report of no article");
                    return new HeardReport(
                            r.id().toString(),
                            r.articleId().toString(),
                            voice.publisher(),
                            r.publishedOn(),
                            across.getOrDefault(r.articleId(), voice.original()).toString(),
                            r.report());
                })
                .toList();
    }

    /** Notes the days of a call that came, went, or is dated or told otherwise than before. */
    private static void note(List<Days> moved, Call call, @Nullable CallRecord record) {
        CallDate date = record == null ? null : record.date();
        LocalDate from = date == null ? null : date.earliest();
        LocalDate to = date == null ? null : date.latest();
        CallStatus status = record == null ? null : record.status();
        boolean same = call.live() == (record != null)
                && call.status() == status
                && Objects.equals(call.dateEarliest(), from)
                && Objects.equals(call.dateLatest(), to);
        if (same) {
            return;
        }
        if (from != null && to != null) {
            moved.add(new Days(call.people(), from, to));
        }
        LocalDate wasFrom = call.dateEarliest();
        LocalDate wasTo = call.dateLatest();
        if (wasFrom != null && wasTo != null) {
            moved.add(new Days(call.people(), wasFrom, wasTo));
        }
    }

    private static Settled checked(Made made, CallRecord record, OtherCalls others) {
        PreviousCallCheck.Checked checked =
                others.check(made.call().callId(), made.call().people(), record);
        String previous = checked.previousCallId();
        return new Settled(checked.record(), previous == null ? null : UUID.fromString(previous));
    }

    private void keep(
            Made made, Map<UUID, UUID> heirs, OtherCalls others, Instant now, List<CallHistory.Revised> revised) {
        Call call = made.call();
        String before = call.content();
        boolean first = call.version() == 0;
        List<StatementCluster> statements = List.of();
        if (made.record() == null) {
            UUID heir = heirs.get(call.callId());
            if (!call.live() && !first && (heir == null || heir.equals(call.mergedInto()))) {
                return;
            }
            Instant at = call.revise(now);
            if (heir == null) {
                call.empty(at);
            } else {
                call.mergeInto(heir, at);
            }
        } else {
            Settled settled = checked(made, made.record(), others);
            List<UUID> from = made.members().stream()
                    .map(r -> UUID.fromString(r.articleId()))
                    .toList();
            List<String> publishers = made.members().stream()
                    .map(HeardReport::publisher)
                    .filter(Objects::nonNull)
                    .toList();
            if (call.live()
                    && before != null
                    && call.isToldBy(from)
                    && call.isPublishedBy(publishers)
                    && RecordJson.sameRecord(before, settled)) {
                return;
            }
            call.take(settled, from, publishers, answers, call.revise(now));
            statements = settled.record().statements();
        }
        revised.add(CallHistory.Revised.of(call, statements, before, first));
    }

    private int finish(List<CallHistory.Revised> revised, Map<UUID, Call> unstored, Function<Call, Cause> cause) {
        for (CallHistory.Revised r : revised) {
            Call made = unstored.remove(r.call().callId());
            if (made != null) {
                work.add(made);
            }
        }
        history.keep(revised, cause);
        if (!revised.isEmpty()) {
            events.publishEvent(new CallsReconciled(revised.stream()
                    .map(r -> CallReconciled.of(r.call(), r.kind() == Change.Kind.ADDED, r.statements()))
                    .toList()));
        }
        work.refresh();
        return revised.size();
    }
}
