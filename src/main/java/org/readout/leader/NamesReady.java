package org.readout.leader;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has all names in memory before the service says that it is ready, and soon after it who is found by names like theirs. */
@Component
class NamesReady implements ApplicationRunner {

    private final LeaderRegistry registry;

    NamesReady(LeaderRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        registry.names();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Thread thread = new Thread(() -> registry.current().search(), "names");
        thread.setDaemon(true);
        thread.start();
    }
}
