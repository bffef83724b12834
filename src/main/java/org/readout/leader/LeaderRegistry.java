package org.readout.leader;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the leaders, and answers their names to reading; every instance sees a change with its next article. */
@Service
public class LeaderRegistry implements NameResolver {

    /** What is known of names at some revision of the registry. */
    record Snapshot(long revision, RegistryNames names, NameSearch search) {}

    private final LeaderRepository leaders;
    private final JdbcTemplate jdbc;
    private final NameReader reader;
    private final Feed feed;
    private final Locks locks;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

    LeaderRegistry(
            LeaderRepository leaders, JdbcTemplate jdbc, NameReader reader, Feed feed, Locks locks, Clock clock) {
        this.leaders = leaders;
        this.jdbc = jdbc;
        this.reader = reader;
        this.feed = feed;
        this.locks = locks;
        this.clock = clock;
    }

    /** The names as they stand now. */
    @Transactional(readOnly = true)
    public Names names() {
        return current().names();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ResolvedName> resolve(String name, @Nullable LocalDate day, Collection<String> company) {
        return new NameLookup(current().names(), reader).resolve(name, day, company);
    }

    /** The names as they stand now, and who is found by those like them. */
    @Transactional(readOnly = true)
    Snapshot current() {
        long revision = revision();
        Snapshot held = snapshot.get();
        if (held != null && held.revision() == revision) {
            return held;
        }
        Map<String, Leader> all = new LinkedHashMap<>();
        leaders.findByRemovedAtIsNull().forEach(l -> all.put(l.id(), l));
        List<LeaderFacts> people = people(all);
        RegistryNames names = RegistryNames.of(people, RegistryFiles.polities());
        Map<String, String> merged = new LinkedHashMap<>();
        all.values().stream().filter(l -> l.mergedInto() != null).forEach(l -> merged.put(l.id(), last(l, all)));
        Snapshot made = new Snapshot(revision, names, new NameSearch(people, merged, names));
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

    /** How often people were ruled to be one, or two again; what was read before such a ruling has to be read anew. */
    @Transactional(readOnly = true)
    public long mergers() {
        Long mergers = jdbc.queryForObject("select mergers from registry", Long.class);
        return mergers == null ? 0 : mergers;
    }

    private long revision() {
        Long revision = jdbc.queryForObject("select revision from registry", Long.class);
        return revision == null ? 0 : revision;
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
        other.mergeInto(id, clock.instant());
        changed(other, Change.Kind.MERGED);
        jdbc.update("update registry set mergers = mergers + 1");
    }

    /** Takes the two for two people again. */
    @Transactional
    public void separate(String merged) {
        lock();
        Leader other = leaders.findById(merged).orElseThrow();
        other.mergeInto(null, clock.instant());
        changed(other, Change.Kind.RESTORED);
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
        lock();
        Optional<Leader> held = leaders.findById(facts.id());
        if (held.isPresent() && !held.get().removed()) {
            throw Problem.conflict("There is a leader " + facts.id() + " already.");
        }
        check(facts);
        Leader leader = held.orElseGet(() -> new Leader(facts, clock.instant()));
        leader.correct(facts, clock.instant());
        return changed(leader, Change.Kind.ADDED);
    }

    /**
     * Takes what a person says of a leader for all that is known.
     *
     * @param ifMatch the version that it is said of; without one nothing that is known may be lost
     */
    @Transactional
    Leader replace(LeaderFacts facts, @Nullable String ifMatch) {
        lock();
        Leader leader = find(facts.id());
        Precondition.check(ifMatch, leader.version());
        if (ifMatch == null && leader.facts().holdsMoreThan(facts)) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "It would drop names or terms of " + facts.id() + "; send If-Match, or PATCH what is to change.");
        }
        return correct(leader, facts);
    }

    /** Changes what is known of a leader. */
    @Transactional
    Leader change(String id, UnaryOperator<LeaderFacts> change, @Nullable String ifMatch) {
        lock();
        Leader leader = find(id);
        Precondition.check(ifMatch, leader.version());
        return correct(leader, change.apply(leader.facts()));
    }

    private Leader correct(Leader leader, LeaderFacts facts) {
        check(facts);
        leader.correct(facts, clock.instant());
        return changed(leader, Change.Kind.CHANGED);
    }

    @Transactional
    void remove(String id, @Nullable String ifMatch) {
        lock();
        Leader leader = find(id);
        Precondition.check(ifMatch, leader.version());
        leader.remove(clock.instant());
        changed(leader, Change.Kind.REMOVED);
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

    private Leader changed(Leader leader, Change.Kind kind) {
        try {
            Leader saved = leaders.saveAndFlush(leader);
            jdbc.update("update registry set revision = revision + 1");
            feed.add(Change.Subject.LEADER, saved.id(), kind, saved.mergedInto(), clock.instant());
            saved.facts();
            return saved;
        } catch (DataIntegrityViolationException e) {
            throw invalid("/wikidataId", "belongs to another leader");
        }
    }

    private static InvalidInput invalid(String pointer, String detail) {
        return new InvalidInput(List.of(InputError.field(pointer, detail)));
    }
}
