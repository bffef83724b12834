package org.readout;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ReadoutApplication {

    public static void main(String[] args) {
        SpringApplication.run(ReadoutApplication.class, args);
    }
}
