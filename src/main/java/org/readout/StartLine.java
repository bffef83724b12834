package org.readout;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Ends the start with one line: where the service listens, what to open, where its data are. */
@Component
class StartLine {

    private static final Logger LOG = LoggerFactory.getLogger(StartLine.class);

    private final Environment environment;
    private final Path folder;

    StartLine(Environment environment, @Value("${readout.data-dir}") Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            String address = environment.getProperty("server.address", "127.0.0.1");
            String url = environment.getProperty("spring.datasource.url", "embedded");
            LOG.info(
                    "Readout is ready: open http://{}:{}/ (API: /swagger-ui.html); data in {}",
                    address.contains(":") ? "[" + address + "]" : address,
                    web.getWebServer().getPort(),
                    url.equals("embedded") ? folder.toAbsolutePath().normalize() : url.replaceAll("[?].*", ""));
        }
    }
}
