package org.readout.call;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readout.article.NearCopies;
import org.readout.claim.Report;
import org.readout.decision.DecisionsInForce;
import org.readout.feed.Cause;
import org.readout.platform.Attempts.Outpaced;
import org.readout.platform.Locks;
import org.readout.report.ReportedArticle;
import org.readout.report.Reports;
import org.readout.report.StagedReadings;
import org.readout.report.StoredReport;
import org.readout.report.Succession;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes reports in and out, groups anew what that can change, and settles the records that differ. One transaction at a
 * time works on the calls of the same people, on whichever instance; others wait.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CallService {

    private final Reports reports;
    private final StagedReadings staged;
    private final NearCopies copies;
    private final Regrouping regrouping;
    private final Settlement records;
    private final DecisionsInForce rulings;
    private final Locks locks;
    private final UnitOfWork work;
    private final Clock clock;

    CallService(
            Reports reports,
            StagedReadings staged,
            NearCopies copies,
            Regrouping regrouping,
            Settlement records,
            DecisionsInForce rulings,
            Locks locks,
            UnitOfWork work,
            Clock clock) {
        this.reports = reports;
        this.staged = staged;
        this.copies = copies;
        this.regrouping = regrouping;
        this.records = records;
        this.rulings = rulings;
        this.locks = locks;
        this.work = work;
        this.clock = clock;
    }

    /** Waits until nobody rules, or works on calls of the people whom these articles name now or these reports do. */
    public void lock(Collection<UUID> articles, Collection<Report> said) {
        lockPeople(people(articles, said));
    }

    private Set<UUID> people(Collection<UUID> articles, Collection<Report> said) {
        Set<UUID> people = new TreeSet<>(reports.peopleOfArticles(articles));
        said.forEach(r -> people.add(r.participants().id()));
        return people;
    }

    /** Locks the people, and those whose reports a ruling makes one call with theirs; answers all of them. */
    private Set<UUID> lockPeople(Set<UUID> people) {
        locks.share(Locks.Level.DECISIONS);
        Set<UUID> linked = rulings.linked(people);
        if (locks.take(Locks.Level.PEOPLE, linked) && !rulings.linked(people).equals(linked)) {
            throw new Outpaced("reports that rulings are on have come to name others");
        }
        return linked;
    }

    /**
     * Replaces what articles say (nothing, for one withdrawn) as one change, and settles every call this touches. The
     * caller has had them locked before it wrote anything.
     */
    public void enter(List<ReportedArticle> articles, Cause cause) {
        List<UUID> ids = articles.stream().map(ReportedArticle::articleId).toList();
        Set<UUID> own =
                people(ids, articles.stream().flatMap(a -> a.reports().stream()).toList());
        Set<UUID> linked = lockPeople(own);
        work.refresh();
        staged.drop(ids);
        Changed changed = new Changed();
        for (ReportedArticle a : articles) {
            changed.add(reports.succession(a));
        }
        settle(changed, own, linked, call -> cause);
    }

    /**
     * What articles that have just been stored come to.
     *
     * @param reports what they say, and of which calls
     * @param repeated for each whose text repeats another one's, which
     */
    public record Entered(Collection<StoredReport> reports, Map<UUID, UUID> repeated) {}

    /** The same for one article that has just been stored: nothing is known of it that this could replace. */
    public Entered enterNew(ReportedArticle article, Cause cause) {
        Set<UUID> own = people(List.of(), article.reports());
        Changed changed = first(List.of(article));
        return new Entered(changed.entered, settle(changed, own, lockPeople(own), call -> cause));
    }

    /**
     * The same for several that have just been stored, no two of which name the same people.
     *
     * @param causes of the changes that each of them brings
     * @throws Outpaced where a ruling links people whom they name with others
     */
    public Entered enterNew(Map<ReportedArticle, Cause> causes) {
        Map<UUID, Cause> byPeople = new HashMap<>();
        causes.forEach((article, cause) ->
                article.reports().forEach(r -> byPeople.put(r.participants().id(), cause)));
        Set<UUID> own = new TreeSet<>(byPeople.keySet());
        if (lockPeople(own).size() > own.size()) {
            throw new Outpaced("people are linked by a ruling");
        }
        Changed changed = first(causes.keySet());
        return new Entered(
                changed.entered,
                settle(
                        changed,
                        own,
                        own,
                        call -> Optional.ofNullable(byPeople.get(call.people()))
                                .orElseThrow(() -> new Outpaced("a call of people whom no article names"))));
    }

    private Changed first(Collection<ReportedArticle> articles) {
        Changed changed = new Changed();
        articles.forEach(a -> {
            changed.fresh.add(a.articleId());
            changed.add(reports.first(a));
        });
        return changed;
    }

    /** Settles what changed; answers which texts that came repeat which. */
    private Map<UUID, UUID> settle(Changed changed, Set<UUID> own, Set<UUID> linked, Function<Call, Cause> cause) {
        Set<UUID> affected = new LinkedHashSet<>(changed.told);
        Map<UUID, UUID> repeated = replace(changed, affected);
        Instant now = now();
        Regrouping.Moved moved = linked.size() > own.size()
                ? regrouping.all(linked, changed.entered, Map.of(), Set.of(), now)
                : regrouping.around(changed.people(), changed.entered, changed.removed, changed.fresh, now);
        records.settle(moved.and(affected), cause, now);
        return repeated;
    }

    /**
     * Groups and settles anew all calls of some people, with what reading their articles anew has changed.
     *
     * @return how many calls have another record than before
     */
    public int renew(UUID people, Cause cause) {
        Set<UUID> waiting = staged.waiting(people);
        Set<UUID> linked = lockPeople(waiting);
        StagedReadings.Taken taken = staged.take(people);
        if (!taken.people().equals(waiting)) {
            throw new Outpaced("other articles of these people have been read anew");
        }
        work.refresh();
        Changed changed = new Changed();
        staged.successions(taken).forEach(changed::add);
        Set<UUID> affected = new LinkedHashSet<>();
        replace(changed, affected);
        staged.done(taken);
        Instant now = now();
        Regrouping.Moved moved = regrouping.all(linked, changed.entered, Map.of(), Set.of(), now);
        affected.addAll(reports.callsOfPeople(linked));
        return records.settle(moved.and(affected), call -> cause, now);
    }

    /** Settles a call anew after a person has ruled on it. The caller has the rulings to itself. */
    public void settle(UUID callId, Cause cause) {
        work.refresh();
        records.settle(Regrouping.Moved.not(callId), call -> cause, now());
    }

    /**
     * Groups anew the reports of these people after a person has ruled on which of them are one call. The caller has the
     * rulings to itself.
     *
     * @param wanted calls that the ruling wants these reports to tell of
     * @param preferred calls that are to keep their ids
     */
    public void regroup(Set<UUID> people, Map<UUID, UUID> wanted, Set<UUID> preferred, Cause cause) {
        work.refresh();
        Instant now = now();
        Regrouping.Moved moved = regrouping.all(rulings.linked(people), List.of(), wanted, preferred, now);
        records.settle(moved, call -> cause, now);
    }

    /**
     * Takes out the reports that are no longer made; their calls, and those of texts that repeat another one now, are
     * affected. Answers which texts that came repeat which.
     */
    private Map<UUID, UUID> replace(Changed changed, Set<UUID> affected) {
        changed.removed.forEach(r -> affected.add(r.call()));
        Set<UUID> gone = changed.removed.stream().map(StoredReport::id).collect(Collectors.toSet());
        if (!changed.removed.isEmpty()) {
            reports.remove(changed.removed);
            work.refresh();
        }
        rulings.rename(
                changed.renamed,
                changed.entered.stream().collect(Collectors.toMap(StoredReport::id, StoredReport::people)));
        changed.left.forEach((people, articles) ->
                articles.forEach(article -> note(people, copies.leave(people, article), gone, affected)));
        NearCopies.Entered entered = copies.enter(changed.came);
        entered.changed().forEach((people, articles) -> note(people, articles, gone, affected));
        return entered.repeated();
    }

    private void note(UUID people, Set<UUID> articles, Set<UUID> gone, Set<UUID> affected) {
        if (articles.isEmpty()) {
            return;
        }
        reports.ofPeople(people, articles).stream()
                .filter(r -> !gone.contains(r.id()))
                .forEach(r -> affected.add(r.call()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reports that come and go in one transaction, and the articles that come to report on people or no longer do. */
    private static final class Changed {
        final Collection<StoredReport> entered = new ArrayList<>();
        final Collection<StoredReport> removed = new ArrayList<>();
        final Map<UUID, UUID> renamed = new HashMap<>();
        final Set<UUID> fresh = new HashSet<>();
        final Map<UUID, Set<UUID>> came = new TreeMap<>();
        final Map<UUID, Set<UUID>> left = new TreeMap<>();

        /** Calls of reports that stay as they are: their articles may have another publisher or title. */
        final Set<UUID> told = new LinkedHashSet<>();

        void add(Succession s) {
            s.kept().forEach(r -> told.add(r.call()));
            entered.addAll(s.entered());
            removed.addAll(s.removed());
            renamed.putAll(s.renamed());
            Set<List<UUID>> before = articles(Stream.concat(s.kept().stream(), s.removed().stream()));
            Set<List<UUID>> after = articles(Stream.concat(s.kept().stream(), s.entered().stream()));
            note(came, after, before);
            note(left, before, after);
        }

        private static Set<List<UUID>> articles(Stream<StoredReport> reports) {
            return reports.map(r -> List.of(r.people(), r.articleId())).collect(Collectors.toCollection(HashSet::new));
        }

        private static void note(Map<UUID, Set<UUID>> out, Set<List<UUID>> these, Set<List<UUID>> notThose) {
            these.stream()
                    .filter(one -> !notThose.contains(one))
                    .forEach(one -> out.computeIfAbsent(one.get(0), k -> new TreeSet<>())
                            .add(one.get(1)));
        }

        Set<UUID> people() {
            return Stream.concat(entered.stream(), removed.stream())
                    .map(StoredReport::people)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
