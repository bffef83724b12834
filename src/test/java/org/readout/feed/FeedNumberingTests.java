package org.readout.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readout.ServiceTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that write at the same time keep nobody waiting, and whoever reads on misses none of their changes. */
class FeedNumberingTests extends ServiceTests {

    @Autowired
    private Feed feed;

    @Autowired
    private PlatformTransactionManager manager;

    private TransactionTemplate transaction;

    @BeforeEach
    void each() {
        transaction = new TransactionTemplate(manager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private void write(String id) {
        transaction.executeWithoutResult(status -> add(id));
    }

    private void add(String id) {
        feed.add(Change.Subject.LEADER, id, Change.Kind.CHANGED, null, Instant.EPOCH);
    }

    private List<String> read(long after) {
        return feed.list(after, null, null, null, 10).stream().map(Change::id).toList();
    }

    /** What happens between the writing of a transaction's changes and its commit. */
    private static TransactionSynchronization before(Runnable commit) {
        return new TransactionSynchronization() {
            @Override
            public void beforeCompletion() {
                commit.run();
            }
        };
    }

    @Test
    void whoWritesLaterAndCommitsFirstIsReadAfterWhoWroteFirst() {
        write("before");
        long start = feed.last();
        transaction.executeWithoutResult(status -> {
            add("first");
            TransactionSynchronizationManager.registerSynchronization(before(() -> {
                write("second");
                assertThat(read(start)).isEmpty();
                assertThat(feed.last()).isEqualTo(start);
            }));
        });
        assertThat(read(start)).containsExactly("first", "second");
        assertThat(feed.last()).isGreaterThan(start + 1);
    }

    @Test
    void whoIsRolledBackKeepsNobodyWaiting() {
        long start = feed.last();
        transaction.executeWithoutResult(status -> {
            add("nothing");
            status.setRollbackOnly();
        });
        write("something");
        assertThat(read(start)).containsExactly("something");
    }
}
