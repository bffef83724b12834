package org.readout.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.readout.intake.Lines.Line;

/** Lines as they come, read by a thread of their own so that what has come can be taken while more is on its way. */
final class LineQueue implements AutoCloseable {

    private static final int AHEAD = 200;

    /** A line, or the end of them, by a fault or without. */
    private record Came(@Nullable Line line, @Nullable IOException fault) {}

    private final BlockingQueue<Came> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private volatile boolean closed;
    private @Nullable Came end;

    private LineQueue(Lines lines) {
        reader = new Thread(() -> read(lines), "batch-lines");
        reader.setDaemon(true);
    }

    static LineQueue of(Lines lines) {
        LineQueue queue = new LineQueue(lines);
        queue.reader.start();
        return queue;
    }

    private void read(Lines lines) {
        try {
            Came last = new Came(null, null);
            try {
                for (Optional<Line> at = lines.next(); at.isPresent() && !closed; at = lines.next()) {
                    queue.put(new Came(at.get(), null));
                }
            } catch (IOException e) {
                last = new Came(null, e);
            }
            queue.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many lines at most of those that are there, once there is one; none at the end. */
    List<Line> take(int most) throws IOException {
        try {
            return taken(end == null ? queue.take() : end, most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<Line> taken(Came first, int most) throws IOException {
        List<Line> out = new ArrayList<>();
        for (@Nullable Came at = first; at != null; at = out.size() < most ? queue.poll() : null) {
            Line line = at.line();
            if (line == null) {
                end = at;
                break;
            }
            out.add(line);
        }
        Came last = end;
        if (out.isEmpty() && last != null && last.fault() != null) {
            throw last.fault();
        }
        return out;
    }

    /** Waits until nothing is read any more: what it reads from is not its own. */
    @Override
    public void close() {
        closed = true;
        queue.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                queue.clear();
                reader.join(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
