package org.readout.intake;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.readout.article.ArticleDraft;
import org.readout.leader.LeaderRegistry;
import org.readout.platform.Awaited;
import org.readout.platform.Caller;
import org.readout.platform.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Takes articles that clients post each on its own, as many together as come while others are being taken: they share the
 * statements of a transaction and the wait for the disk, as those of a batch do. Who comes alone waits for nobody.
 */
@Component
class GatheredIntake {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredIntake.class);

    /** Articles that one thread takes at a time. */
    private static final int MOST = 50;

    /**
     * An article on its way.
     *
     * @param caller whose credential was shown, in whose name all is done
     * @param marks what lines of the log that its request causes carry
     * @param taken what came of it; empty where it is to be taken alone
     */
    private record Posted(
            ArticleDraft draft,
            String caller,
            SecurityContext by,
            @Nullable Map<String, String> marks,
            CompletableFuture<Optional<IntakeService.Taken>> taken) {}

    private final IntakeService intake;
    private final JointIntake joint;
    private final Queue<Posted> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(BatchIntake.AT_ONCE, work -> {
        Thread thread = new Thread(work, "intake");
        thread.setDaemon(true);
        return thread;
    });

    GatheredIntake(IntakeService intake, JointIntake joint) {
        this.intake = intake;
        this.joint = joint;
    }

    /** After the last request has been answered. */
    @PreDestroy
    void end() {
        threads.shutdown();
    }

    /** Takes an article as a client says it. */
    IntakeService.Taken take(ArticleCommand command) {
        return take(intake.draft(command));
    }

    /** Takes an article; alone where it cannot go with others, or where it cannot be taken, which is then told of. */
    IntakeService.Taken take(ArticleDraft draft) {
        Posted own = new Posted(
                draft,
                String.valueOf(Caller.name()),
                SecurityContextHolder.getContext(),
                MDC.getCopyOfContextMap(),
                new CompletableFuture<>());
        waiting.add(own);
        threads.execute(this::takeSome);
        return Awaited.of(own.taken()).orElseGet(() -> intake.take(draft));
    }

    /** Takes those that wait; none where others of these threads have taken them already. */
    private void takeSome() {
        Map<String, List<Posted>> byCaller = new LinkedHashMap<>();
        List<Posted> all = new ArrayList<>();
        for (Posted one = waiting.poll(); one != null; one = all.size() < MOST ? waiting.poll() : null) {
            all.add(one);
            byCaller.computeIfAbsent(one.caller(), k -> new ArrayList<>()).add(one);
        }
        try {
            byCaller.values()
                    .forEach(some -> new DelegatingSecurityContextRunnable(
                                    () -> take(some), some.get(0).by())
                            .run());
        } finally {
            all.forEach(one -> one.taken().complete(Optional.empty()));
        }
    }

    private void take(List<Posted> some) {
        MDC.setContextMap(marks(some));
        try {
            Map<Integer, IntakeService.Taken> taken = joint.take(read(some));
            taken.forEach((place, as) -> some.get(place).taken().complete(Optional.of(as)));
        } catch (RuntimeException e) {
            LOG.debug("Articles could not be taken together", e);
            if (DatabaseAway.caused(e)) {
                some.forEach(one -> one.taken().completeExceptionally(e));
            }
        } finally {
            MDC.clear();
        }
    }

    /** Those of all of them, side by side. */
    private static Map<String, String> marks(List<Posted> some) {
        Map<String, String> out = new HashMap<>();
        some.stream()
                .map(Posted::marks)
                .filter(Objects::nonNull)
                .forEach(marks -> marks.forEach((name, mark) -> out.merge(name, mark, (a, b) -> a + "," + b)));
        return out;
    }

    /** Those that can be read. */
    private List<ReadDraft> read(List<Posted> some) {
        LeaderRegistry.Known known = joint.known();
        List<ReadDraft> out = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            try {
                out.add(joint.read(i, some.get(i).draft(), known));
            } catch (RuntimeException e) {
                LOG.debug("An article could not be read", e);
            }
        }
        return out;
    }
}
