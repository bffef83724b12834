package org.readout.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readout.article.ArticleDraft;
import org.readout.platform.Awaited;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes articles that come line by line: portions of them side by side, the articles of a portion together where they do
 * not bear on one another. Lines are answered in their order, each once it is on disk.
 */
@Component
class BatchIntake {

    private static final int PORTION = 50;
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final IntakeService intake;
    private final JointIntake joint;
    private final JsonMapper json;
    private final long longest;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "batch");
        thread.setDaemon(true);
        return thread;
    });

    BatchIntake(
            IntakeService intake, JointIntake joint, JsonMapper json, @Value("${readout.max-body}") DataSize longest) {
        this.intake = intake;
        this.joint = joint;
        this.json = json;
        this.longest = longest.toBytes();
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        threads.shutdown();
    }

    /**
     * Takes all lines.
     *
     * @param file what they came in, where it has a name
     * @param taker is told what became of each, in their order, a portion at a time
     */
    void take(@Nullable String file, InputStream in, Consumer<List<BatchLine>> taker) throws IOException {
        Deque<Future<List<BatchLine>>> begun = new ArrayDeque<>();
        try (LineQueue lines = LineQueue.of(new Lines(in, longest))) {
            for (List<Lines.Line> some = lines.take(PORTION); !some.isEmpty(); some = next(lines, begun, taker)) {
                List<Lines.Line> portion = some;
                Callable<List<BatchLine>> work = () -> take(file, portion);
                begun.add(threads.submit(
                        DelegatingSecurityContextCallable.create(work, SecurityContextHolder.getContext())));
                if (begun.size() > AT_ONCE) {
                    taker.accept(Awaited.of(begun.remove()));
                }
            }
        }
    }

    /** What has come meanwhile; what was begun is told of before more is waited for. None at the end. */
    private static List<Lines.Line> next(
            LineQueue lines, Deque<Future<List<BatchLine>>> begun, Consumer<List<BatchLine>> taker) throws IOException {
        List<Lines.Line> some = lines.poll(PORTION);
        while (some.isEmpty() && !begun.isEmpty()) {
            taker.accept(Awaited.of(begun.remove()));
            some = lines.poll(PORTION);
        }
        return some.isEmpty() ? lines.take(PORTION) : some;
    }

    /** An article as a line of its own. */
    Lines.Line line(int number, byte[] article) {
        return Lines.line(number, article, article.length, longest);
    }

    /** Takes a portion of lines on this thread; what became of each, in their order. */
    List<BatchLine> take(@Nullable String file, List<Lines.Line> portion) {
        Map<Lines.Line, ArticleDraft> drafts = new IdentityHashMap<>();
        List<BatchLine> faults = new ArrayList<>();
        LinkedHashSet<ArticleDraft> all = new LinkedHashSet<>();
        for (Lines.Line line : portion) {
            BatchLine.fault(file, line.number(), () -> drafts.put(line, draft(line)))
                    .ifPresentOrElse(faults::add, () -> all.add(drafts.get(line)));
        }
        Map<ArticleDraft, IntakeService.Taken> together = joint.take(all);
        List<BatchLine> out = new ArrayList<>();
        for (Lines.Line line : portion) {
            ArticleDraft draft = drafts.get(line);
            if (draft == null) {
                out.add(faults.remove(0));
            } else {
                IntakeService.Taken taken = together.remove(draft);
                out.add(BatchLine.of(file, line.number(), () -> taken != null ? taken : intake.take(draft)));
            }
        }
        return out;
    }

    private ArticleDraft draft(Lines.Line line) {
        line.fault().ifPresent(fault -> {
            throw fault;
        });
        return intake.draft(ArticleCommand.read(json, line.text()));
    }
}
