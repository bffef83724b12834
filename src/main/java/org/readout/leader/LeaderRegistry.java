package org.readout.leader;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Words;
import org.readout.extraction.Names;
import org.readout.platform.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the leaders, and answers their names to reading; every instance sees a change with its next article. */
@Service
public class LeaderRegistry {

    private record Snapshot(long revision, RegistryNames names) {}

    private final Leaders leaders;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

    LeaderRegistry(Leaders leaders, JdbcTemplate jdbc, Clock clock) {
        this.leaders = leaders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The names as they stand now. */
    @Transactional(readOnly = true)
    public Names names() {
        return current();
    }

    /** The one whom a name given by a caller means on that day; empty when it fits nobody or several. */
    @Transactional(readOnly = true)
    public Optional<ResolvedName> resolve(String name, @Nullable LocalDate day, Collection<String> company) {
        return new NameLookup(current()).resolve(name, day, company);
    }

    private RegistryNames current() {
        long revision = revision();
        Snapshot held = snapshot.get();
        if (held != null && held.revision() == revision) {
            return held.names();
        }
        RegistryNames names = RegistryNames.of(
                leaders.findByRemovedAtIsNull().stream().map(Leader::facts).toList(), RegistryFiles.polities());
        snapshot.set(new Snapshot(revision, names));
        return names;
    }

    private long revision() {
        Long revision = jdbc.queryForObject("select revision from registry", Long.class);
        return revision == null ? 0 : revision;
    }

    @Transactional(readOnly = true)
    List<Leader> search(
            @Nullable String q,
            @Nullable String country,
            @Nullable String office,
            @Nullable String afterName,
            @Nullable String afterId,
            int most) {
        String like =
                q == null ? null : "%" + Words.fold(q).replace("\\", "\\\\").replace("_", "\\_") + "%";
        List<Leader> found = leaders.search(like, country, office, afterName, afterId, most);
        found.forEach(Leader::facts);
        return found;
    }

    @Transactional(readOnly = true)
    public boolean knows(String id) {
        return leaders.findByIdAndRemovedAtIsNull(id).isPresent();
    }

    @Transactional(readOnly = true)
    Leader get(String id) {
        Leader leader = find(id);
        leader.facts();
        return leader;
    }

    @Transactional
    Leader add(LeaderFacts facts) {
        Optional<Leader> held = leaders.findById(facts.id());
        if (held.isPresent() && !held.get().removed()) {
            throw Problem.conflict("There is a leader " + facts.id() + " already.");
        }
        check(facts);
        Leader leader = held.orElseGet(() -> new Leader(facts, clock.instant()));
        leader.correct(facts, clock.instant());
        return changed(leader);
    }

    @Transactional
    Leader correct(LeaderFacts facts) {
        Leader leader = find(facts.id());
        check(facts);
        leader.correct(facts, clock.instant());
        return changed(leader);
    }

    @Transactional
    void remove(String id) {
        Leader leader = find(id);
        leader.remove(clock.instant());
        changed(leader);
    }

    private Leader find(String id) {
        return leaders.findByIdAndRemovedAtIsNull(id).orElseThrow(() -> Problem.notFound("leader", id));
    }

    private void check(LeaderFacts facts) {
        for (int i = 0; i < facts.terms().size(); i++) {
            Integer known = jdbc.queryForObject(
                    "select count(*) from polity where code = ?",
                    Integer.class,
                    facts.terms().get(i).country());
            if (known == null || known == 0) {
                throw Problem.field("/terms/" + i + "/country", "is not the code of a state or organisation");
            }
        }
    }

    private Leader changed(Leader leader) {
        try {
            Leader saved = leaders.saveAndFlush(leader);
            jdbc.update("update registry set revision = revision + 1");
            saved.facts();
            return saved;
        } catch (DataIntegrityViolationException e) {
            throw Problem.field("/wikidataId", "belongs to another leader");
        }
    }
}
