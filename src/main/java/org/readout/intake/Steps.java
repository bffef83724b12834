package org.readout.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How long each step of taking an article takes, as {@code readout.steps} by step. */
@Component
class Steps {

    /** The steps. */
    enum Step {
        /** Waiting for others who work on the same calls. */
        LOCK,
        /** Grouping and reconciling what the article says. */
        ENTER
    }

    private final MeterRegistry meters;

    Steps(MeterRegistry meters) {
        this.meters = meters;
    }

    void time(Step step, Runnable work) {
        timer(step).record(work);
    }

    <T> T time(Step step, Supplier<T> work) {
        return Objects.requireNonNull(timer(step).record(work));
    }

    private Timer timer(Step step) {
        return Timer.builder("readout.steps")
                .description("Steps of taking an article, and how long they took")
                .tag("step", step.name())
                .register(meters);
    }
}
