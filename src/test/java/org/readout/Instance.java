package org.readout;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One more instance of the service in this virtual machine, on a database of the tests' PostgreSQL. */
final class Instance implements AutoCloseable {

    /** A database on the server of another one, empty. */
    record Database(String url, String user, String password) {

        static Database beside(DataSource other) {
            String name = "beside_" + UUID.randomUUID().toString().replace("-", "");
            new JdbcTemplate(other).execute("create database " + name);
            Database known = of(other);
            String url = known.url().replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
            return new Database(url, known.user(), known.password());
        }

        /** The database of another instance. */
        static Database of(DataSource other) {
            HikariDataSource known = (HikariDataSource) other;
            return new Database(known.getJdbcUrl(), known.getUsername(), known.getPassword());
        }

        String[] arguments(String... more) {
            List<String> out = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--spring.datasource.hikari.maximum-pool-size=4",
                    "--spring.datasource.hikari.minimum-idle=1",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + user,
                    "--spring.datasource.password=" + password));
            out.addAll(List.of(more));
            return out.toArray(String[]::new);
        }
    }

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Instance start(Database database, String... arguments) {
        return start(database, new BeanPostProcessor() {}, arguments);
    }

    /** One whose beans are looked at, or changed, as they are made. */
    static Instance start(Database database, BeanPostProcessor watch, String... arguments) {
        SpringApplication service = new SpringApplication(ReadoutApplication.class);
        service.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(watch));
        return new Instance(service.run(database.arguments(arguments)));
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    Http http() {
        return new Http(port());
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
