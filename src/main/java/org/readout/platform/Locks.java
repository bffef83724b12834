package org.readout.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every lock that the service takes, on whichever instance, in the one order in which they may be taken. They are held to
 * the end of the transaction. Who would take one after a later one, or after the transaction has written a row, is
 * refused: two transactions that wait for each other cannot come about.
 */
@Component
public class Locks {

    /** What can be locked, in the order of taking. */
    public enum Level {
        /** A reading anew of stored articles. */
        REREADING(0),
        /** An article, and the page that it is a text of. */
        ARTICLE(1),
        /** What people ruled on who is whom and what is one call: kept as it is by all who group, changed by one. */
        DECISIONS(2),
        /** The calls of a set of people. */
        PEOPLE(3),
        /** What is known of leaders. */
        REGISTRY(4),
        /** The numbers of what changed, shared by all who write; the only one that is taken after rows are written. */
        FEED(5);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        /** Tells our locks from those that others may take in the same database. */
        private int space() {
            return 0x52440000 | number;
        }

        /** The bits above the number that a lock says its holder writes from; a space of one-part keys, beside the others. */
        private long marks() {
            return (0x5244L << 8 | number) << MARKED_BITS;
        }
    }

    private static final int WHOLE = 0;
    private static final int MARKED_BITS = 40;

    private final JdbcTemplate jdbc;

    Locks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a transaction holds. */
    private static final class Held extends ResourceHolderSupport {
        final Map<Level, NavigableSet<Integer>> keys = new EnumMap<>(Level.class);
        final Set<Level> alone = EnumSet.noneOf(Level.class);
        final Map<String, Object> found = new HashMap<>();

        /** What it is to wait at most; null once the database knows, or where it waits for as long as it takes. */
        @Nullable
        Duration patience;

        NavigableSet<Integer> of(Level level) {
            return keys.computeIfAbsent(level, l -> new TreeSet<>());
        }

        boolean later(Level level) {
            return keys.entrySet().stream()
                    .anyMatch(e ->
                            e.getKey().compareTo(level) > 0 && !e.getValue().isEmpty());
        }
    }

    /**
     * Waits until nobody else holds one of these; whoever has the rulings alone needs no people's lock besides.
     *
     * @return whether any of them was not held already
     */
    public boolean take(Level level, Collection<UUID> ids) {
        Held held = held();
        if (level == Level.PEOPLE && held.alone.contains(Level.DECISIONS)) {
            return false;
        }
        NavigableSet<Integer> wanted = new TreeSet<>();
        ids.forEach(id -> wanted.add(id.hashCode()));
        wanted.removeAll(held.of(level));
        if (wanted.isEmpty()) {
            return false;
        }
        if (!held.of(level).isEmpty() && held.of(level).last() > wanted.first()) {
            throw refused(level, "one that comes before another that is held");
        }
        acquire(held, level, "pg_advisory_xact_lock", wanted);
        return true;
    }

    /**
     * From its next lock on the transaction waits no longer than this for each, of ours or of a row; who would have to is
     * refused by the database, and rolled back.
     */
    public void waitAtMost(Duration patience) {
        held().patience = patience;
    }

    /** Waits until nobody else has or shares the level as a whole; those who hold parts of it do not mind. */
    public void takeAlone(Level level) {
        Held held = held();
        if (held.alone.contains(level)) {
            return;
        }
        if (!held.of(level).isEmpty()) {
            throw refused(level, "all of it after a part");
        }
        acquire(held, level, "pg_advisory_xact_lock", new TreeSet<>(List.of(WHOLE)));
        held.alone.add(level);
    }

    /** Waits until nobody has the level alone. */
    public void share(Level level) {
        Held held = held();
        if (held.of(level).isEmpty()) {
            acquire(held, level, "pg_advisory_xact_lock_shared", new TreeSet<>(List.of(WHOLE)));
        }
    }

    /**
     * Shares the level, and marks with a lock which numbers of a sequence the transaction may yet write: those it takes from
     * now on. Whoever asks what is {@link #settled} goes no further until the transaction has ended.
     */
    public void shareMarked(Level level, String sequence) {
        Held held = held();
        if (held.of(level).isEmpty()) {
            jdbc.query(
                    "select pg_advisory_xact_lock_shared(?, ?), pg_advisory_xact_lock_shared(? | case when is_called then last_value else 0 end) from "
                            + sequence,
                    rs -> {},
                    level.space(),
                    WHOLE,
                    level.marks());
            held.of(level).add(WHOLE);
        }
    }

    /**
     * The number of a sequence up to which everything that has been written is there to be read, and nothing more comes.
     * The order of the questions matters: whoever took a number before the first had marked it, and whoever has gone by the
     * second has committed, which statements that begin after it see.
     */
    public long settled(Level level, String sequence) {
        Long taken = jdbc.queryForObject(
                "select case when is_called then last_value else 0 end from " + sequence, Long.class);
        Long marked = jdbc.queryForObject("""
                select min((classid::bigint << 32 | objid::bigint) & ?) from pg_locks
                where locktype = 'advisory' and objsubid = 1 and granted
                  and database = (select oid from pg_database where datname = current_database())
                  and (classid::bigint << 32 | objid::bigint) & ? = ?
                """, Long.class, (1L << MARKED_BITS) - 1, -1L << MARKED_BITS, level.marks());
        return Math.min(taken == null ? 0 : taken, marked == null ? Long.MAX_VALUE : marked);
    }

    /**
     * What is found once and stays as it is to the end of the transaction, since nobody else can change it while the level
     * is shared; found anew each time by whoever has it alone, and can.
     */
    @SuppressWarnings("unchecked")
    public <T> T whileShared(Level level, String name, Supplier<T> find) {
        Held held = held();
        return held.of(level).isEmpty() || held.alone.contains(level)
                ? find.get()
                : (T) held.found.computeIfAbsent(name, n -> find.get());
    }

    private void acquire(Held held, Level level, String function, NavigableSet<Integer> keys) {
        if (held.later(level)) {
            throw refused(level, "after one that comes later");
        }
        List<Object> bound = new ArrayList<>(List.of(level.space(), keys.toArray(Integer[]::new)));
        String first = "";
        if (held.patience != null) {
            first = " cross join set_config('lock_timeout', ?, true)";
            bound.add(held.patience.toMillis() + "ms");
        }
        List<Boolean> written = jdbc.query(
                "select pg_current_xact_id_if_assigned() is not null, " + function
                        + "(?, k) from unnest(cast(? as int[])) k" + first,
                (rs, row) -> rs.getBoolean(1),
                bound.toArray());
        held.patience = null;
        held.of(level).addAll(keys);
        if (level != Level.FEED && written.contains(true)) {
            throw refused(level, "after a row was written");
        }
    }

    private static IllegalStateException refused(Level level, String what) {
        return new IllegalStateException("A lock on " + level + " was asked for " + what);
    }

    private Held held() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Locks are held by a transaction, and there is none");
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Held held) {
            return held;
        }
        Held held = new Held();
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(held, this) {});
        return held;
    }
}
