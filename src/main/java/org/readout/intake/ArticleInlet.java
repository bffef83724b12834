package org.readout.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Attempts.Outpaced;
import org.readout.platform.DatabaseAway;
import org.readout.platform.InputError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes articles, in the JSON that they are posted in, that come by other ways than HTTP. */
@Component
public class ArticleInlet {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleInlet.class);
    private static final int FAILED = 500;

    private final BatchIntake batches;

    ArticleInlet(BatchIntake batches) {
        this.batches = batches;
    }

    /**
     * What became of an article.
     *
     * @param status as HTTP would have it: 201 stored, 200 known, else why not
     * @param articleId null where it cannot be taken
     * @param reason why it cannot be; null where it was taken
     */
    public record Outcome(
            int status, @Nullable UUID articleId, @Nullable String reason) {}

    /**
     * Takes articles; what is told of as taken is on disk.
     *
     * @param articles in UTF-8; nulls are refused
     * @return what became of each, in their order
     * @throws RuntimeException if the database is away, or others change the same things all the time; some may have been stored, and taking all again is safe
     */
    public List<Outcome> take(List<byte @Nullable []> articles) {
        List<Lines.Line> lines = new ArrayList<>();
        for (byte[] article : articles) {
            lines.add(batches.line(lines.size() + 1, article == null ? new byte[0] : article));
        }
        try {
            return outcomes(batches.take(null, lines));
        } catch (RuntimeException e) {
            passOn(e);
            return lines.stream().map(this::alone).toList();
        }
    }

    /** One that nobody foresaw is told of, and keeps nobody back. */
    private Outcome alone(Lines.Line line) {
        try {
            return outcomes(batches.take(null, List.of(line))).get(0);
        } catch (RuntimeException e) {
            passOn(e);
            LOG.error("An article failed", e);
            return new Outcome(FAILED, null, e.toString());
        }
    }

    private static void passOn(RuntimeException e) {
        if (e instanceof Outpaced || DatabaseAway.caused(e)) {
            throw e;
        }
    }

    private static List<Outcome> outcomes(List<BatchLine> lines) {
        lines.stream().filter(l -> l.status() >= FAILED).findFirst().ifPresent(l -> {
            throw new Outpaced(String.valueOf(l.detail()));
        });
        return lines.stream()
                .map(l -> new Outcome(l.status(), l.id(), l.id() == null ? reason(l) : null))
                .toList();
    }

    private static String reason(BatchLine line) {
        List<InputError> errors = Objects.requireNonNullElse(line.errors(), List.of());
        return errors.isEmpty()
                ? String.valueOf(line.detail())
                : errors.stream()
                        .map(e -> (e.pointer() + " " + e.detail()).strip())
                        .collect(Collectors.joining("; "));
    }
}
