package org.readout.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
        Timer.builder("readout.steps")
                .description("Steps of taking an article, and how long they took")
                .tag("step", step.name())
                .register(meters)
                .record(work);
    }
}
