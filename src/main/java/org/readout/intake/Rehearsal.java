package org.readout.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes an article before readiness, and lets go of it again, so that the first caller does not wait for first uses. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Rehearsal implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final IntakeService intake;

    Rehearsal(IntakeService intake) {
        this.intake = intake;
    }

    /** A start does not fail for it. */
    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        String text = new ClassPathResource("intake/rehearsal.txt").getContentAsString(StandardCharsets.UTF_8);
        try {
            intake.rehearse(new ArticleCommand(text, null, null, "Rehearsal", null, null, null, null, null));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The rehearsal before the first article failed", e);
        }
    }
}
