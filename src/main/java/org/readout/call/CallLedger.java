package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Report;
import org.readout.platform.Ids;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Grouping;
import org.readout.reconciliation.PreviousCallCheck;
import org.readout.reconciliation.Profile;
import org.readout.reconciliation.Reconciler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes reports in and out, groups those of the same people anew, and settles the records that change. One transaction
 * at a time works on the calls of the same people, on whichever instance; others wait.
 */
@Service
public class CallLedger {

    private final Calls calls;
    private final StoredReports reports;
    private final ArticleDirectory articles;
    private final StatementRemovals removals;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallLedger(
            Calls calls,
            StoredReports reports,
            ArticleDirectory articles,
            StatementRemovals removals,
            EntityManager entities,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.reports = reports;
        this.articles = articles;
        this.removals = removals;
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Replaces what an article says (nothing, for one withdrawn), and settles every call this touches.
     *
     * @param alsoAffected articles whose standing as a witness has changed with it
     */
    @Transactional
    public void enter(ReportedArticle article, Collection<UUID> alsoAffected) {
        Set<String> people = new TreeSet<>();
        article.reports().forEach(r -> people.add(r.participants().key()));
        Set<UUID> articleIds = new HashSet<>(alsoAffected);
        articleIds.add(article.articleId());
        reports.findByArticleIdInOrderByPosition(articleIds).forEach(r -> people.add(r.peopleKey()));
        lock(people);
        entities.flush();
        entities.clear();
        Map<String, Set<UUID>> touched = new HashMap<>();
        reports.findByArticleIdInOrderByPosition(articleIds)
                .forEach(r -> touched.computeIfAbsent(r.peopleKey(), k -> new HashSet<>())
                        .add(r.call()));
        List<StoredReport> added = replace(article);
        people.forEach(p -> regroup(
                p, added.stream().filter(r -> r.peopleKey().equals(p)).toList(), touched.getOrDefault(p, Set.of())));
    }

    /** Settles anew the call; after a person has ruled on it. */
    @Transactional
    public void settle(UUID callId) {
        Call call = calls.findById(callId).orElseThrow();
        lock(Set.of(call.peopleKey()));
        entities.clear();
        regroup(call.peopleKey(), List.of(), Set.of(callId));
    }

    /** Waits until no other transaction works on calls of these people; always in the same order, so nobody waits in a ring. */
    private void lock(Set<String> people) {
        people.stream()
                .map(p -> Ids.named("people/" + p).getMostSignificantBits())
                .sorted()
                .distinct()
                .forEach(key -> jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, key));
    }

    /** Takes out the article's reports; returns the new ones, each with the call that the one in its place told of. */
    private List<StoredReport> replace(ReportedArticle article) {
        Map<UUID, StoredReport> before = new HashMap<>();
        reports.findByArticleIdOrderByPosition(article.articleId()).forEach(r -> before.put(r.id(), r));
        reports.deleteAllInBatch(before.values());
        entities.clear();
        List<StoredReport> added = new ArrayList<>();
        for (Report report : article.reports()) {
            StoredReport fresh = new StoredReport(article.articleId(), added.size(), article.published(), report);
            StoredReport held = before.get(fresh.id());
            if (held != null && held.peopleKey().equals(fresh.peopleKey())) {
                fresh.moveTo(held.call());
            }
            added.add(fresh);
        }
        return added;
    }

    /** Groups all reports of the same people anew, moves those that belong elsewhere, and settles the calls that this changes. */
    private void regroup(String people, List<StoredReport> added, Set<UUID> touched) {
        List<Grouping.Item> items = new ArrayList<>();
        Map<UUID, UUID> before = new HashMap<>();
        for (StoredReports.Line line : reports.linesOfPeople(people)) {
            items.add(RecordJson.item(line.getFacts()));
            before.put(line.getId(), line.getCallId());
        }
        for (StoredReport r : added) {
            items.add(r.item());
            UUID call = r.callId();
            if (call != null) {
                before.put(r.id(), call);
            }
        }
        List<List<UUID>> groups = Grouping.group(items).stream()
                .map(g -> g.reports().stream().map(UUID::fromString).toList())
                .toList();
        CallAssignment assigned = CallAssignment.of(groups, before, Ids::next);
        Set<UUID> affected = new LinkedHashSet<>(touched);
        affected.addAll(assigned.heirs().keySet());
        move(people, assigned, before, added, affected);
        settle(people, assigned, affected);
    }

    /** Enters the new reports and moves the others to the calls assigned; notes every call this changes. */
    private void move(
            String people,
            CallAssignment assigned,
            Map<UUID, UUID> before,
            List<StoredReport> added,
            Set<UUID> affected) {
        Map<UUID, StoredReport> fresh = new HashMap<>();
        added.forEach(r -> fresh.put(r.id(), r));
        Map<UUID, UUID> moved = new HashMap<>();
        Instant now = clock.instant();
        assigned.members().forEach((call, members) -> {
            if (members.stream().noneMatch(r -> call.equals(before.get(r)))) {
                calls.save(new Call(call, people, now));
            }
            for (UUID id : members) {
                UUID from = before.get(id);
                if (fresh.containsKey(id) || !call.equals(from)) {
                    moved.put(id, call);
                    affected.add(call);
                    if (from != null) {
                        affected.add(from);
                    }
                }
            }
        });
        entities.flush();
        added.forEach(r -> r.moveTo(Objects.requireNonNull(moved.get(r.id()))));
        added.forEach(entities::persist);
        for (StoredReport r : reports.findAllById(
                moved.keySet().stream().filter(id -> !fresh.containsKey(id)).toList())) {
            r.moveTo(Objects.requireNonNull(moved.get(r.id())));
        }
        entities.flush();
    }

    private void settle(String people, CallAssignment assigned, Set<UUID> affected) {
        Map<String, PreviousCallCheck.Other> others = new HashMap<>();
        for (Calls.Line line : calls.linesOfPeople(people)) {
            CallDate date = line.getEarliest() == null || line.getLatest() == null
                    ? null
                    : CallDate.between(line.getEarliest(), line.getLatest());
            others.put(
                    line.getId().toString(), new PreviousCallCheck.Other(date, CallStatus.valueOf(line.getStatus())));
            if (line.getMeasured()) {
                affected.add(line.getId());
            }
        }
        Map<UUID, List<StoredReport>> members = new LinkedHashMap<>();
        affected.forEach(id -> members.put(id, new ArrayList<>()));
        reports.findByCallIdIn(affected)
                .forEach(r -> Objects.requireNonNull(members.get(r.call())).add(r));
        Map<UUID, ArticleFacts> facts = articles.facts(members.values().stream()
                .flatMap(List::stream)
                .map(StoredReport::articleId)
                .distinct()
                .toList());
        Map<UUID, CallRecord> records = new LinkedHashMap<>();
        members.forEach((call, of) -> {
            others.remove(call.toString());
            if (!of.isEmpty()) {
                CallRecord record = Reconciler.reconcile(
                        of.stream().map(r -> Witnesses.testimony(r, facts)).toList(), Profile.INFORMATIVE);
                records.put(call, removals.without(call, record));
                others.put(call.toString(), new PreviousCallCheck.Other(record.date(), record.status()));
            }
        });
        Instant now = clock.instant();
        for (Call call : calls.findAllById(affected)) {
            CallRecord record = records.get(call.id());
            if (record == null) {
                retire(call, assigned.heirs().get(call.id()), now);
                continue;
            }
            PreviousCallCheck.Checked checked =
                    PreviousCallCheck.check(call.id().toString(), record, others);
            @Nullable
            UUID previous = checked.previousCallId() == null ? null : UUID.fromString(checked.previousCallId());
            Set<String> publishers = Witnesses.publishers(Objects.requireNonNull(members.get(call.id())), facts);
            if (call.settle(checked.record(), previous, publishers, now)) {
                calls.saveAndFlush(call);
                events.publishEvent(
                        new CallReconciled(call.id(), checked.record().statements()));
            }
        }
    }

    /** A call that lost its reports: merged into the one that has most of them, else empty. */
    private void retire(Call call, @Nullable UUID heir, Instant now) {
        if (!call.live()) {
            return;
        }
        if (heir == null) {
            call.empty(now);
        } else {
            call.mergeInto(heir, now);
        }
        calls.saveAndFlush(call);
        events.publishEvent(new CallReconciled(call.id(), List.of()));
    }
}
