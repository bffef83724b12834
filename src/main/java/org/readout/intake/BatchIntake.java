package org.readout.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.readout.article.ArticleDraft;
import org.readout.leader.LeaderRegistry;
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
 * Takes articles that come line by line, some at a time: they are read side by side, then taken in parts side by side, none
 * of which waits for another since those about the same people are in one. Lines are answered in their order, each once it
 * is on disk.
 */
@Component
class BatchIntake {

    private static final int SOME = 200;
    static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

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
     * @param taker is told what became of each, in their order, some at a time
     */
    void take(@Nullable String file, InputStream in, Consumer<List<BatchLine>> taker) throws IOException {
        try (LineQueue lines = LineQueue.of(new Lines(in, longest))) {
            for (List<Lines.Line> some = lines.take(SOME); !some.isEmpty(); some = lines.take(SOME)) {
                taker.accept(take(file, some));
            }
        }
    }

    /** An article as a line of its own. */
    Lines.Line line(int number, byte[] article) {
        return Lines.line(number, article, article.length, longest);
    }

    /** Takes some lines; what became of each, in their order. */
    List<BatchLine> take(@Nullable String file, List<Lines.Line> lines) {
        BatchLine[] out = new BatchLine[lines.size()];
        List<ReadDraft> read = read(file, lines, out);
        sideBySide(Bearings.parts(read, ReadDraft::bearing, AT_ONCE), part -> {
            Map<Integer, IntakeService.Taken> together = joint.take(part);
            for (ReadDraft one : part) {
                IntakeService.Taken taken = together.get(one.place());
                out[one.place()] = BatchLine.of(
                        file, lines.get(one.place()).number(), () -> taken == null ? intake.take(one.draft()) : taken);
            }
            return part;
        });
        return List.of(out);
    }

    /** Reads what can be read, and says of the other lines why they cannot. */
    private List<ReadDraft> read(@Nullable String file, List<Lines.Line> lines, BatchLine[] faults) {
        LeaderRegistry.Known known = joint.known();
        List<Integer> places = IntStream.range(0, lines.size()).boxed().toList();
        List<List<ReadDraft>> all = sideBySide(places, place -> {
            Lines.Line line = lines.get(place);
            List<ReadDraft> one = new ArrayList<>();
            BatchLine.fault(file, line.number(), () -> one.add(joint.read(place, draft(line), known)))
                    .ifPresent(fault -> faults[place] = fault);
            return one;
        });
        return all.stream().flatMap(List::stream).toList();
    }

    /** Does the same with each part, several at once; what came of each. */
    private <T, R> List<R> sideBySide(List<T> parts, Function<T, R> work) {
        if (parts.size() == 1) {
            return List.of(work.apply(parts.get(0)));
        }
        List<Future<R>> begun = new ArrayList<>();
        for (T part : parts) {
            Callable<R> one = () -> work.apply(part);
            begun.add(
                    threads.submit(DelegatingSecurityContextCallable.create(one, SecurityContextHolder.getContext())));
        }
        return begun.stream().map(Awaited::of).toList();
    }

    private ArticleDraft draft(Lines.Line line) {
        line.fault().ifPresent(fault -> {
            throw fault;
        });
        return intake.draft(ArticleCommand.read(json, line.text()));
    }
}
