package org.readout.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections to the PostgreSQL that was begun beside the service. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(EmbeddedServer.class)
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedServer server) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server.url());
        source.setUsername("postgres");
        source.setPoolName("embedded");
        return source;
    }
}
