package org.readout.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readout.ServiceTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks that are asked for out of order are refused, whether or not anybody waits for them. */
class LocksTests extends ServiceTests {

    private static final UUID LOW = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID HIGH = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Autowired
    private Locks locks;

    @Autowired
    private TransactionTemplate transaction;

    private int held() {
        Integer count = jdbc.queryForObject(
                "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()", Integer.class);
        return count == null ? 0 : count;
    }

    private void refused(Runnable asked) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> asked.run()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lock");
    }

    @Test
    void inOrderTheyAreHeldToTheEnd() {
        transaction.executeWithoutResult(status -> {
            locks.take(Locks.Level.ARTICLE, List.of(HIGH, LOW));
            locks.share(Locks.Level.DECISIONS);
            locks.take(Locks.Level.PEOPLE, List.of(LOW));
            locks.take(Locks.Level.PEOPLE, List.of(HIGH, LOW));
            locks.takeAlone(Locks.Level.FEED);
            assertThat(held()).isEqualTo(6);
        });
        transaction.executeWithoutResult(status -> assertThat(held()).isZero());
    }

    @Test
    void whoeverHasTheRulingsAloneNeedsNoPeople() {
        transaction.executeWithoutResult(status -> {
            locks.takeAlone(Locks.Level.DECISIONS);
            locks.share(Locks.Level.DECISIONS);
            locks.take(Locks.Level.PEOPLE, List.of(HIGH));
            assertThat(held()).isEqualTo(1);
        });
    }

    @Test
    void anEarlierLevelIsRefusedAfterALaterOne() {
        refused(() -> {
            locks.takeAlone(Locks.Level.REGISTRY);
            locks.share(Locks.Level.DECISIONS);
        });
        refused(() -> {
            locks.takeAlone(Locks.Level.FEED);
            locks.take(Locks.Level.ARTICLE, List.of(LOW));
        });
    }

    @Test
    void withinALevelAnEarlierOneIsRefused() {
        refused(() -> {
            locks.take(Locks.Level.PEOPLE, List.of(HIGH));
            locks.take(Locks.Level.PEOPLE, List.of(LOW));
        });
    }

    @Test
    void sharingIsNotRaisedToHavingAlone() {
        refused(() -> {
            locks.share(Locks.Level.DECISIONS);
            locks.takeAlone(Locks.Level.DECISIONS);
        });
    }

    @Test
    void nothingButTheFeedIsLockedAfterARowWasWritten() {
        refused(() -> {
            jdbc.update("update registry set revision = revision + 1");
            locks.take(Locks.Level.ARTICLE, List.of(LOW));
        });
        transaction.executeWithoutResult(status -> {
            jdbc.update("update registry set revision = revision + 1");
            locks.takeAlone(Locks.Level.FEED);
        });
    }

    @Test
    void outsideOfATransactionThereAreNone() {
        assertThatThrownBy(() -> locks.takeAlone(Locks.Level.FEED)).isInstanceOf(IllegalStateException.class);
    }
}
