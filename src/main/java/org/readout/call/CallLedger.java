package org.readout.call;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.readout.feed.Cause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes reports in and out, groups anew what that can change, and settles the records that differ. One transaction at a
 * time works on the calls of the same people, on whichever instance; others wait.
 */
@Service
public class CallLedger {

    private final StoredReports reports;
    private final StagedReadings staged;
    private final Regrouping regrouping;
    private final RecordKeeper records;
    private final Rulings rulings;
    private final PeopleLocks locks;
    private final EntityManager entities;
    private final Clock clock;

    CallLedger(
            StoredReports reports,
            StagedReadings staged,
            Regrouping regrouping,
            RecordKeeper records,
            Rulings rulings,
            PeopleLocks locks,
            EntityManager entities,
            Clock clock) {
        this.reports = reports;
        this.staged = staged;
        this.regrouping = regrouping;
        this.records = records;
        this.rulings = rulings;
        this.locks = locks;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Replaces what articles say (nothing, for one withdrawn) as one change, and settles every call this touches.
     *
     * @param alsoAffected articles whose standing as a witness has changed with it
     */
    @Transactional
    public void enter(List<ReportedArticle> articles, Collection<UUID> alsoAffected, Cause cause) {
        locks.share();
        Set<UUID> replaced = new HashSet<>();
        Set<UUID> read = new HashSet<>(alsoAffected);
        Set<String> people = new TreeSet<>();
        for (ReportedArticle a : articles) {
            replaced.add(a.articleId());
            read.add(a.articleId());
            a.reports().forEach(r -> people.add(r.participants().key()));
        }
        staged.drop(replaced);
        reports.findByArticleIdInOrderByPosition(read).forEach(r -> people.add(r.peopleKey()));
        locks.take(rulings.linked(people));
        entities.flush();
        entities.clear();
        Changed changed = new Changed();
        for (ReportedArticle a : articles) {
            changed.add(Succession.of(
                    a.articleId(), a.published(), reports.findByArticleIdOrderByPosition(a.articleId()), a.reports()));
        }
        Set<UUID> affected = new LinkedHashSet<>();
        reports.findByArticleIdInOrderByPosition(new HashSet<>(alsoAffected)).stream()
                .filter(r -> !replaced.contains(r.articleId()))
                .forEach(r -> affected.add(r.call()));
        remove(changed, affected);
        rulings.rename(changed.renamed);
        Instant now = now();
        Regrouping.Moved moved = regrouping.around(changed.people(), changed.entered, changed.removed, now);
        affected.addAll(moved.affected());
        records.settle(affected, moved.heirs(), cause, now);
    }

    /**
     * Groups and settles anew all calls of some people, with what reading their articles anew has changed.
     *
     * @return how many calls have another record than before
     */
    @Transactional
    public int renew(String people, Cause cause) {
        locks.share();
        StagedReadings.Taken taken = staged.take(people);
        Set<String> linked = rulings.linked(taken.people());
        locks.take(linked);
        entities.flush();
        entities.clear();
        Changed changed = new Changed();
        taken.readings().forEach(r -> changed.add(r.within(taken.people(), reports)));
        Set<UUID> affected = new LinkedHashSet<>();
        remove(changed, affected);
        rulings.rename(changed.renamed);
        staged.done(taken);
        Instant now = now();
        Regrouping.Moved moved = regrouping.all(linked, changed.entered, Map.of(), Set.of(), now);
        affected.addAll(moved.affected());
        affected.addAll(reports.callsOfPeople(linked.toArray(String[]::new)));
        return records.settle(affected, moved.heirs(), cause, now);
    }

    /** Settles a call anew after a person has ruled on it. */
    @Transactional
    public void settle(UUID callId, Cause cause) {
        locks.share();
        entities.flush();
        locks.take(rulings.linked(reports.peopleOfCall(callId)));
        entities.clear();
        records.settle(Set.of(callId), Map.of(), cause, now());
    }

    /**
     * Groups anew the reports of these people after a person has ruled on which of them are one call. The caller holds
     * {@link PeopleLocks#takeAll}.
     *
     * @param wanted calls that the ruling wants these reports to tell of
     * @param preferred calls that are to keep their ids
     */
    void regroup(Set<String> people, Map<UUID, UUID> wanted, Set<UUID> preferred, Cause cause) {
        entities.flush();
        entities.clear();
        Instant now = now();
        Regrouping.Moved moved = regrouping.all(rulings.linked(people), List.of(), wanted, preferred, now);
        records.settle(moved.affected(), moved.heirs(), cause, now);
    }

    private void remove(Changed changed, Set<UUID> affected) {
        changed.removed.forEach(r -> affected.add(r.call()));
        reports.deleteAllInBatch(changed.removed);
        entities.clear();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reports that come and go in one transaction. */
    private static final class Changed {
        final Collection<StoredReport> entered = new java.util.ArrayList<>();
        final Collection<StoredReport> removed = new java.util.ArrayList<>();
        final Map<UUID, UUID> renamed = new HashMap<>();

        void add(Succession s) {
            entered.addAll(s.entered());
            removed.addAll(s.removed());
            renamed.putAll(s.renamed());
        }

        Set<String> people() {
            Set<String> people = new TreeSet<>();
            entered.forEach(r -> people.add(r.peopleKey()));
            removed.forEach(r -> people.add(r.peopleKey()));
            return people;
        }
    }
}
