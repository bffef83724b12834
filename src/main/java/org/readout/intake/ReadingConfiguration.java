package org.readout.intake;

import org.readout.extraction.SingleName;
import org.readout.names.NameReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reader where others know it only by what it is for. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    NameReader nameReader() {
        return SingleName::person;
    }
}
