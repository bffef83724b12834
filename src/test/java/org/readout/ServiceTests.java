package org.readout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service on real PostgreSQL, used over HTTP; each test begins with an empty store. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("slow")
public abstract class ServiceTests {

    protected static final String API = "/api/v1";

    @LocalServerPort
    private int port;

    protected int openPort() {
        return port;
    }

    @Autowired
    protected JdbcTemplate jdbc;

    protected Http http;

    @BeforeEach
    void emptyStore() {
        http = new Http(port);
        jdbc.execute(
                "truncate source_article, people_band, call_record, decision, change, rereading, staged_reading cascade");
    }

    protected static String example(String name) {
        try (InputStream in = ServiceTests.class.getResourceAsStream("/examples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected String postDefenceTalks() {
        return http.text(API + "/source-articles?publisher=Defence%20Talks", example("defence-talks.txt"))
                .json()
                .path("id")
                .asString();
    }

    protected String postMenafn() {
        return http.text(API + "/source-articles?publisher=MENAFN", example("menafn.txt"))
                .json()
                .path("id")
                .asString();
    }
}
