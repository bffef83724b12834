package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Report;
import org.readout.platform.Ids;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Grouping;
import org.readout.reconciliation.PreviousCallCheck;
import org.readout.reconciliation.Profile;
import org.readout.reconciliation.Reconciler;
import org.readout.reconciliation.Testimony;
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
        peopleOf(List.of(article.articleId())).forEach(people::add);
        people.addAll(peopleOf(alsoAffected));
        lock(people);
        List<StoredReport> added = replace(article);
        people.forEach(p ->
                regroup(p, added.stream().filter(r -> r.peopleKey().equals(p)).toList()));
    }

    /** Settles anew the calls of the same people as this call; after a person has ruled on one of them. */
    @Transactional
    public void settle(UUID callId) {
        Call call = calls.findById(callId).orElseThrow();
        lock(Set.of(call.peopleKey()));
        entities.clear();
        regroup(call.peopleKey(), List.of());
    }

    private Set<String> peopleOf(Collection<UUID> articleIds) {
        Set<String> people = new TreeSet<>();
        if (!articleIds.isEmpty()) {
            reports.findByArticleIdInOrderByPosition(articleIds).forEach(r -> people.add(r.peopleKey()));
        }
        return people;
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
        entities.flush();
        entities.clear();
        Map<UUID, StoredReport> before = new HashMap<>();
        reports.findByArticleIdOrderByPosition(article.articleId()).forEach(r -> before.put(r.id(), r));
        reports.deleteAllInBatch(before.values());
        entities.clear();
        List<StoredReport> added = new ArrayList<>();
        for (Report report : article.reports()) {
            StoredReport fresh = new StoredReport(article.articleId(), added.size(), article.published(), report);
            StoredReport held = before.get(fresh.id());
            UUID call = held == null || !held.peopleKey().equals(fresh.peopleKey()) ? null : held.callId();
            if (call != null) {
                fresh.moveTo(call);
            }
            added.add(fresh);
        }
        return added;
    }

    private void regroup(String people, List<StoredReport> added) {
        Map<UUID, StoredReport> stored = new LinkedHashMap<>();
        reports.ofPeople(people).forEach(r -> stored.put(r.id(), r));
        added.forEach(r -> stored.put(r.id(), r));
        Map<UUID, Report> read = new HashMap<>();
        Map<UUID, UUID> before = new HashMap<>();
        stored.values().forEach(r -> {
            read.put(r.id(), r.report());
            if (r.callId() != null) {
                before.put(r.id(), r.callId());
            }
        });
        List<List<UUID>> groups = Grouping.group(stored.values().stream()
                        .map(r -> Witnesses.item(r, Objects.requireNonNull(read.get(r.id()))))
                        .toList())
                .stream()
                .map(g -> g.stream().map(UUID::fromString).toList())
                .toList();
        CallAssignment assigned = CallAssignment.of(groups, before, Ids::next);
        Instant now = clock.instant();
        Map<UUID, Call> known = new LinkedHashMap<>();
        calls.ofPeople(people).forEach(c -> known.put(c.id(), c));
        assigned.members().forEach((id, members) -> {
            known.computeIfAbsent(id, k -> calls.save(new Call(k, people, now)));
            members.forEach(r -> Objects.requireNonNull(stored.get(r)).moveTo(id));
        });
        entities.flush();
        reports.saveAll(stored.values());
        entities.flush();
        settle(assigned, stored, read, known, now);
    }

    private void settle(
            CallAssignment assigned,
            Map<UUID, StoredReport> stored,
            Map<UUID, Report> read,
            Map<UUID, Call> known,
            Instant now) {
        Map<UUID, ArticleFacts> facts = articles.facts(
                stored.values().stream().map(StoredReport::articleId).distinct().toList());
        Map<UUID, CallRecord> records = new LinkedHashMap<>();
        assigned.members().forEach((call, members) -> {
            List<Testimony> testimonies = members.stream()
                    .map(id -> Witnesses.testimony(
                            Objects.requireNonNull(stored.get(id)), Objects.requireNonNull(read.get(id)), facts))
                    .toList();
            records.put(call, removals.without(call, Reconciler.reconcile(testimonies, Profile.INFORMATIVE)));
        });
        Map<String, CallRecord> byId = new LinkedHashMap<>();
        records.forEach((id, record) -> byId.put(id.toString(), record));
        for (Call call : known.values()) {
            CallRecord record = records.get(call.id());
            if (record == null) {
                retire(call, assigned.heirs().get(call.id()), now);
                continue;
            }
            PreviousCallCheck.Checked checked =
                    PreviousCallCheck.check(call.id().toString(), byId);
            @Nullable
            UUID previous = checked.previousCallId() == null ? null : UUID.fromString(checked.previousCallId());
            Set<String> publishers =
                    Witnesses.publishers(assigned.members().getOrDefault(call.id(), List.of()), stored, facts);
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
