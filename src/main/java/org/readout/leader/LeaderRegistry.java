package org.readout.leader;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.names.NameReader;
import org.readout.names.Names;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.platform.Locks;
import org.readout.platform.Precondition;
import org.readout.platform.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Keeps the leaders, and answers their names to reading; every instance sees a change with its next article. */
@Service
public class LeaderRegistry implements NameResolver {

    /**
     * What is known of names at some revision of the registry.
     *
     * @param likeNames who is found by names like theirs; made when it is first asked for, as no article needs it
     */
    record Snapshot(long revision, RegistryNames names, Supplier<NameSearch> likeNames) {
        NameSearch search() {
            return likeNames.get();
        }
    }

    /**
     * What is known of people, for reading texts.
     *
     * @param changes how often it was changed by hand; what was read before such a change, and is not stored yet, has to
     *     be read anew
     */
    public record Known(Names names, long changes) {}

    /** Arguments of a statement that takes none, so that it is prepared once rather than parsed each time. */
    private static final Object[] PREPARED = {};

    private final LeaderRepository leaders;
    private final JdbcTemplate jdbc;
    private final NameReader reader;
    private final Feed feed;
    private final Locks locks;
    private final LeaderHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

    LeaderRegistry(
            LeaderRepository leaders,
            JdbcTemplate jdbc,
            NameReader reader,
            Feed feed,
            Locks locks,
            LeaderHistory history,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.leaders = leaders;
        this.jdbc = jdbc;
        this.reader = reader;
        this.feed = feed;
        this.locks = locks;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** The names as they stand now. */
    public Names names() {
        return current().names();
    }

    /** The names as they stand now, and what they rest on. */
    public Known known() {
        long[] at = Objects.requireNonNull(jdbc.queryForObject(
                "select revision, mergers from registry",
                (rs, row) -> new long[] {rs.getLong(1), rs.getLong(2)},
                PREPARED));
        return new Known(current(at[0]).names(), at[1]);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ResolvedName> resolve(String name, @Nullable LocalDate day, Collection<String> company) {
        return new NameLookup(current().names(), reader).resolve(name, day, company);
    }

    /** The names as they stand now, and who is found by those like them. */
    Snapshot current() {
        return current(revision());
    }

    private Snapshot current(long revision) {
        Snapshot held = snapshot.get();
        return held != null && held.revision() >= revision
                ? held
                : Objects.requireNonNull(reading.execute(status -> load()));
    }

    private Snapshot load() {
        long revision = revision();
        Map<String, Leader> all = new LinkedHashMap<>();
        leaders.findByRemovedAtIsNull().forEach(l -> all.put(l.id(), l));
        List<LeaderFacts> people = people(all);
        RegistryNames names = RegistryNames.of(people, RegistryFiles.polities());
        Map<String, String> merged = new LinkedHashMap<>();
        all.values().stream().filter(l -> l.mergedInto() != null).forEach(l -> merged.put(l.id(), last(l, all)));
        Snapshot made =
                new Snapshot(revision, names, SingletonSupplier.of(() -> new NameSearch(people, merged, names)));
        snapshot.set(made);
        return made;
    }

    /** What is known of each person; those ruled to be one are one. */
    private static List<LeaderFacts> people(Map<String, Leader> held) {
        Map<String, LeaderFacts> people = new LinkedHashMap<>();
        held.values().stream().filter(l -> l.mergedInto() == null).forEach(l -> people.put(l.id(), l.facts()));
        for (Leader l : held.values()) {
            if (l.mergedInto() != null) {
                people.computeIfPresent(last(l, held), (id, facts) -> facts.with(l.facts()));
            }
        }
        return List.copyOf(people.values());
    }

    private static String last(Leader leader, Map<String, Leader> held) {
        Leader at = leader;
        for (Leader next = held.get(at.mergedInto()); next != null; next = held.get(at.mergedInto())) {
            at = next;
        }
        return at.id();
    }

    /** Waits until nobody else changes what is known of leaders. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        locks.takeAlone(Locks.Level.REGISTRY);
    }

    /** Waits also until nobody groups: what is read with other names comes to other calls. */
    private void lockToChange() {
        locks.takeAlone(Locks.Level.DECISIONS);
        lock();
    }

    /** How often what is known of people was changed by hand. */
    public long changes() {
        return Objects.requireNonNull(jdbc.queryForObject("select mergers from registry", Long.class, PREPARED));
    }

    private long revision() {
        return Objects.requireNonNull(jdbc.queryForObject("select revision from registry", Long.class, PREPARED));
    }

    /** The leader, or the problem that there is none or that it is another one now. */
    @Transactional(readOnly = true)
    public void require(String id, String below) {
        find(id, below);
    }

    /**
     * Takes two entries for one person: the second's names and terms count as the first's, and its id answers with the
     * first's place. The caller reads anew what names them.
     */
    @Transactional
    public void merge(String id, String merged) {
        lock();
        find(id, "/merge");
        Leader other = leaders.findByIdAndRemovedAtIsNull(merged)
                .filter(l -> l.mergedInto() == null)
                .orElseThrow(() -> invalid("/leaderId", "is not a leader"));
        if (id.equals(merged)) {
            throw invalid("/leaderId", "is the leader itself");
        }
        LeaderHistory.Known before = LeaderHistory.Known.of(other);
        other.mergeInto(id, clock.instant());
        changed(other, before, Change.Kind.MERGED);
        jdbc.update("update registry set mergers = mergers + 1");
    }

    /** Takes the two for two people again. */
    @Transactional
    public void separate(String merged) {
        lock();
        Leader other = leaders.findById(merged).orElseThrow();
        LeaderHistory.Known before = LeaderHistory.Known.of(other);
        other.mergeInto(null, clock.instant());
        changed(other, before, Change.Kind.RESTORED);
        jdbc.update("update registry set mergers = mergers + 1");
    }

    /** Every spelling of a leader's name, those of entries merged into it too. */
    @Transactional(readOnly = true)
    public List<String> spellings(String id) {
        return leaders.findById(id)
                .map(l -> {
                    List<String> out = new ArrayList<>(l.facts().spellings());
                    out.add(l.facts().name());
                    return out;
                })
                .orElse(new ArrayList<>());
    }

    @Transactional(readOnly = true)
    Leader get(String id) {
        Leader leader = find(id);
        leader.facts();
        return leader;
    }

    @Transactional
    Leader add(LeaderFacts facts) {
        lockToChange();
        Optional<Leader> held = leaders.findById(facts.id());
        if (held.isPresent() && !held.get().removed()) {
            throw Problem.conflict("There is a leader " + facts.id() + " already.");
        }
        return held.isPresent()
                ? correct(held.get(), facts, Change.Kind.ADDED)
                : correct(new Leader(facts, clock.instant()), null, facts, Change.Kind.ADDED);
    }

    /**
     * Takes what a person says of a leader for all that is known.
     *
     * @param ifMatch the version that it is said of; without one nothing that is known may be lost
     */
    @Transactional
    Leader replace(LeaderFacts facts, @Nullable String ifMatch) {
        lockToChange();
        Leader leader = find(facts.id());
        Precondition.check(ifMatch, leader.version());
        if (ifMatch == null && leader.facts().holdsMoreThan(facts)) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "It would drop names or terms of " + facts.id() + "; send If-Match, or PATCH what is to change.");
        }
        return correct(leader, facts, Change.Kind.CHANGED);
    }

    /** Makes known again what was known at some version, also of a leader that was removed since. */
    @Transactional
    Leader restore(String id, long version, @Nullable String ifMatch) {
        lockToChange();
        Leader leader = leaders.findById(id).orElseThrow(() -> Problem.notFound("leader", id));
        Precondition.check(ifMatch, leader.version());
        LeaderCommand then = history.find(id, version)
                .map(LeaderRevision::leader)
                .orElseThrow(() -> Problem.notFound("leader " + id + " of version", version));
        return correct(leader, then.facts(id).orThrow(), leader.removed() ? Change.Kind.RESTORED : Change.Kind.CHANGED);
    }

    /** What was known of a leader, also of one that was removed, the latest first. */
    @Transactional(readOnly = true)
    List<LeaderRevision> revisions(String id, long before, int most) {
        if (!leaders.existsById(id)) {
            throw Problem.notFound("leader", id);
        }
        return history.list(id, before, most);
    }

    /** Changes what is known of a leader. */
    @Transactional
    Leader change(String id, UnaryOperator<LeaderFacts> change, @Nullable String ifMatch) {
        lockToChange();
        Leader leader = find(id);
        Precondition.check(ifMatch, leader.version());
        return correct(leader, change.apply(leader.facts()), Change.Kind.CHANGED);
    }

    private Leader correct(Leader leader, LeaderFacts facts, Change.Kind kind) {
        return correct(leader, LeaderHistory.Known.of(leader), facts, kind);
    }

    private Leader correct(Leader leader, LeaderHistory.@Nullable Known before, LeaderFacts facts, Change.Kind kind) {
        check(facts);
        leader.correct(facts, clock.instant());
        Leader changed = changed(leader, before, kind);
        List<String> names = new ArrayList<>(facts.allNames());
        if (before != null) {
            names.addAll(before.facts().allNames());
        }
        if (before == null || kind != Change.Kind.CHANGED || !before.facts().isReadAs(facts)) {
            tellReaders(changed.id(), names);
        }
        return changed;
    }

    /** Removes a leader, if nobody needs it. */
    @Transactional
    void remove(String id, @Nullable String ifMatch) {
        lockToChange();
        Leader leader = find(id);
        Precondition.check(ifMatch, leader.version());
        events.publishEvent(new LeaderChanging.Leaving(id));
        LeaderHistory.Known before = LeaderHistory.Known.of(leader);
        leader.remove(clock.instant());
        changed(leader, before, Change.Kind.REMOVED);
        tellReaders(id, before.facts().allNames());
    }

    /** What was read with other names, or is being read now, has to be read anew. */
    private void tellReaders(String id, List<String> names) {
        jdbc.update("update registry set mergers = mergers + 1");
        events.publishEvent(new LeaderChanging.Changed(id, names));
    }

    private Leader find(String id) {
        return find(id, "");
    }

    private Leader find(String id, String below) {
        Leader leader = leaders.findByIdAndRemovedAtIsNull(id).orElseThrow(() -> Problem.notFound("leader", id));
        if (leader.mergedInto() != null) {
            throw Problem.moved(URI.create("/api/v1/leaders/" + leader.mergedInto() + below));
        }
        return leader;
    }

    private void check(LeaderFacts facts) {
        for (int i = 0; i < facts.terms().size(); i++) {
            Integer known = jdbc.queryForObject(
                    "select count(*) from polity where code = ?",
                    Integer.class,
                    facts.terms().get(i).country());
            if (known == null || known == 0) {
                throw invalid("/terms/" + i + "/country", "is not the code of a state or organisation");
            }
        }
    }

    private Leader changed(Leader leader, LeaderHistory.@Nullable Known before, Change.Kind kind) {
        try {
            Leader saved = leaders.saveAndFlush(leader);
            jdbc.update("update registry set revision = revision + 1");
            history.keep(saved, before, kind, saved.updatedAt());
            feed.add(
                    Change.Subject.LEADER,
                    saved.id(),
                    kind,
                    saved.version(),
                    saved.mergedInto(),
                    null,
                    kind == Change.Kind.CHANGED && before != null
                            ? history.differences(before.facts(), saved.facts())
                            : List.of(),
                    clock.instant());
            return saved;
        } catch (DataIntegrityViolationException e) {
            throw invalid("/wikidataId", "belongs to another leader");
        }
    }

    private static InvalidInput invalid(String pointer, String detail) {
        return new InvalidInput(List.of(InputError.field(pointer, detail)));
    }
}
