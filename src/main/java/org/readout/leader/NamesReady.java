package org.readout.leader;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Has all names in memory before the service says that it is ready. */
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
}
