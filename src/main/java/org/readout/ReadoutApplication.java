package org.readout;

import org.readout.access.NewKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or makes a key for it. */
@SpringBootApplication
public class ReadoutApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ReadoutApplication.class);
        if (NewKey.isAskedFor(args)) {
            NewKey.make(application, args);
        } else {
            application.run(args);
        }
    }
}
