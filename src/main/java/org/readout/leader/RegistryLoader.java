package org.readout.leader;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readout.platform.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the registry's resources at start, once for each version of them, and never over what a person corrected. */
@Component
class RegistryLoader implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryLoader.class);
    private static final int BATCH = 1000;

    /** Seconds that loading may take; nobody is served before it is done. */
    private static final int WITHIN = 600;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Locks locks;
    private final Clock clock;

    RegistryLoader(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Locks locks,
            Clock clock,
            jakarta.persistence.EntityManagerFactory schemaFirst) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(WITHIN);
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        String version = RegistryFiles.version();
        transaction.executeWithoutResult(status -> {
            locks.takeAlone(Locks.Level.REGISTRY);
            String held = jdbc.queryForObject("select resource_version from registry", String.class);
            if (version.equals(held)) {
                LOG.info("registry event=current version={}", version.substring(0, 12));
                return;
            }
            load(version);
        });
    }

    private void load(String version) {
        Instant begun = clock.instant();
        List<PolityFacts> polities = RegistryFiles.polities();
        jdbc.batchUpdate(
                "insert into polity (code, organisation, name) values (?, ?, ?)"
                        + " on conflict (code) do update set name = excluded.name, organisation = excluded.organisation",
                polities,
                BATCH,
                (ps, p) -> {
                    ps.setString(1, p.code());
                    ps.setBoolean(2, p.organisation());
                    ps.setString(3, p.name());
                });
        LOG.info("registry event=loading step=polities count={}", polities.size());
        Set<String> corrected = new HashSet<>(jdbc.queryForList("select id from leader where corrected", String.class));
        List<LeaderFacts> leaders = RegistryFiles.leaders().stream()
                .filter(l -> !corrected.contains(l.id()))
                .toList();
        Timestamp now = Timestamp.from(begun);
        jdbc.update("delete from leader_name where leader_id in (select id from leader where not corrected)");
        jdbc.update("delete from leader_term where leader_id in (select id from leader where not corrected)");
        jdbc.batchUpdate(
                "insert into leader (id, name, wikidata_id, native_name, created_at, updated_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set name = excluded.name, wikidata_id = excluded.wikidata_id,"
                        + " native_name = excluded.native_name, updated_at = excluded.updated_at",
                leaders,
                BATCH,
                (ps, l) -> {
                    ps.setString(1, l.id());
                    ps.setString(2, l.name());
                    ps.setObject(3, l.wikidataId(), Types.VARCHAR);
                    ps.setObject(4, l.nativeName(), Types.VARCHAR);
                    ps.setTimestamp(5, now);
                    ps.setTimestamp(6, now);
                });
        LOG.info("registry event=loading step=leaders count={} corrected={}", leaders.size(), corrected.size());
        record Named(String id, int position, String spelling) {}
        record Held(String id, int position, TermFacts term) {}
        List<Named> names = new ArrayList<>();
        List<Held> terms = new ArrayList<>();
        for (LeaderFacts l : leaders) {
            names.add(new Named(l.id(), 0, l.name()));
            int position = 1;
            for (String spelling : l.spellings()) {
                if (!spelling.equals(l.name())) {
                    names.add(new Named(l.id(), position++, spelling));
                }
            }
            for (int i = 0; i < l.terms().size(); i++) {
                terms.add(new Held(l.id(), i, l.terms().get(i)));
            }
        }
        jdbc.batchUpdate(
                "insert into leader_name (leader_id, position, spelling) values (?, ?, ?)", names, BATCH, (ps, n) -> {
                    ps.setString(1, n.id());
                    ps.setInt(2, n.position());
                    ps.setString(3, n.spelling());
                });
        LOG.info("registry event=loading step=names count={}", names.size());
        jdbc.batchUpdate(
                "insert into leader_term (leader_id, position, country, office, title, started, ended, source) values (?, ?, ?, ?, ?, ?, ?, ?)",
                terms,
                BATCH,
                (ps, h) -> {
                    TermFacts t = h.term();
                    ps.setString(1, h.id());
                    ps.setInt(2, h.position());
                    ps.setString(3, t.country());
                    ps.setString(4, t.office());
                    ps.setObject(5, t.title(), Types.VARCHAR);
                    ps.setObject(6, t.start(), Types.VARCHAR);
                    ps.setObject(7, t.end(), Types.VARCHAR);
                    ps.setString(8, t.source());
                });
        jdbc.update("update registry set resource_version = ?, revision = revision + 1", version);
        LOG.info(
                "registry event=loaded version={} terms={} millis={}",
                version.substring(0, 12),
                terms.size(),
                java.time.Duration.between(begun, clock.instant()).toMillis());
    }
}
