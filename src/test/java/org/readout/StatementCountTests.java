package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A list takes as many statements of the database whether it is short or long, and an article few; those of workers beside
 * it do not count.
 */
class StatementCountTests extends ServiceTests {

    private static final AtomicInteger PREPARED = new AtomicInteger();

    private static final BeanPostProcessor COUNTING = new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool ? new Counted(pool) : bean;
        }
    };

    private static final class Counted extends DelegatingDataSource {
        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (method.getName().startsWith("prepare") && MDC.get("requestId") != null) {
                            PREPARED.incrementAndGet();
                        }
                        try {
                            return method.invoke(real, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static final String[] LISTS = {
        "/calls",
        "/calls?participant=olaf-scholz",
        "/calls?country=DE&from=2022&to=2023",
        "/calls?q=talk",
        "/calls?q=talk&sort=relevance",
        "/calls/{call}/statements",
        "/calls/{call}/reports",
        "/source-articles",
        "/source-articles?publisher=Archive",
        "/statements?saidBy=olaf-scholz",
        "/leaders?country=DE",
        "/leaders?q=olaf",
        "/leaders/olaf-scholz/counterparts",
        "/decisions",
        "/changes",
        "/statistics/calls?by=pair,month"
    };

    @Test
    void aLongListTakesNoMoreThanAShortOne() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        int[] few;
        int[] many;
        try (Instance instance = Instance.start(database, COUNTING)) {
            http = instance.http();
            give(0, 3);
            few = counts();
            give(3, 24);
            many = counts();
        }
        assertThat(Arrays.stream(many).sum()).isGreaterThan(LISTS.length);
        for (int i = 0; i < LISTS.length; i++) {
            assertThat(many[i]).as(LISTS[i]).isEqualTo(few[i]);
        }
    }

    @Test
    void anArticleWithOneReportTakesFewerThanTwentyFive() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Instance instance = Instance.start(database, COUNTING)) {
            http = instance.http();
            post("Olaf Scholz spoke with Vladimir Putin by phone on 3 March 2022. The call lasted an hour.");
            int before = PREPARED.get();
            post("Olaf Scholz spoke with Vladimir Putin by phone on 8 May 2023. \"We need peace,\" Scholz said.");
            int beginAndCommit = 2;
            assertThat(PREPARED.get() - before + beginAndCommit).isBetween(10, 24);
            before = PREPARED.get();
            post("Olaf Scholz called Vladimir Putin on 8 May 2023. The talk lasted nearly two hours.");
            assertThat(PREPARED.get() - before + beginAndCommit).isBetween(10, 24);
        }
    }

    private void post(String text) {
        assertThat(http.text(API + "/source-articles", text).status()).isEqualTo(201);
    }

    /** Calls of two leaders, each with an article, a report, a statement and a decision of its own. */
    private void give(int from, int to) {
        String lines = IntStream.range(from, to)
                .mapToObj(i ->
                        "{\"publisher\":\"Archive\",\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],"
                                + "\"date\":\"" + LocalDate.of(2022, 1, 1).plusDays(3L * i)
                                + "\",\"statements\":[{\"saidBy\":\"Olaf Scholz\",\"text\":\"Words of talk " + i
                                + "\"}]}]}")
                .collect(Collectors.joining("\n"));
        http.lines(API + "/source-articles/batches", lines);
        for (var call : http.get(API + "/calls?limit=200").json().path("items")) {
            http.json(
                    "PUT",
                    API + "/calls/" + call.path("id").asString() + "/decisions/duration",
                    "{\"value\":\"55 minutes\"}");
        }
    }

    private int[] counts() {
        String call = http.get(API + "/calls").json().at("/items/0/id").asString();
        return IntStream.range(0, LISTS.length)
                .map(i -> count(LISTS[i].replace("{call}", call)))
                .toArray();
    }

    /** The statements of a second request, when what is kept in memory is there. */
    private int count(String list) {
        String path = API + list + (list.contains("?") ? "&" : "?") + "limit=100";
        String asked = list.contains("/calls/") ? API + list : path;
        assertThat(http.get(asked).status()).as(asked).isEqualTo(200);
        int before = PREPARED.get();
        http.get(asked);
        return PREPARED.get() - before;
    }
}
