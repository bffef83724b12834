package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A store as an earlier version left it, with data in it, is the same store after an update. */
class MigrationTests extends ServiceTests {

    private static final List<String> TABLES = List.of(
            "polity",
            "leader",
            "leader_name",
            "leader_term",
            "leader_revision",
            "source_article",
            "near_copy",
            "people_band",
            "call_record",
            "call_revision",
            "report",
            "statement",
            "decision",
            "decision_report",
            "change");

    private static final String MEMBERSHIPS = "select * from call_article order by call_id, article_id, from_version";

    @ParameterizedTest
    @ValueSource(strings = {"9", "10", "11", "12"})
    void whatIsStoredStaysWhatItIs(String version) {
        Instant between = fillStore();
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        JdbcTemplate old =
                new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .target(version)
                .load()
                .migrate();
        old.execute("alter table call_revision alter articles set default '{}'");
        TABLES.forEach(table -> copy(table, old));
        listArticlesOfRevisions(old);
        old.execute("select setval('change_seq_seq', (select max(seq) from change))");

        try (Instance updated = Instance.start(database)) {
            assertThat(updated.jdbc().queryForList(MEMBERSHIPS)).isEqualTo(jdbc.queryForList(MEMBERSHIPS));
            assertThat(answers(updated.http(), between)).isEqualTo(answers(http, between));
        }
    }

    /** Articles that came, went, and came back to a call, and a call that none tells of; a moment before the last changes. */
    private Instant fillStore() {
        post("Emmanuel Macron phoned Narendra Modi on 2 May 2023. They spoke for an hour.");
        post("Olaf Scholz phoned Joe Biden on 3 May 2023.");
        String gone = post("Rishi Sunak phoned Giorgia Meloni on 4 May 2023.");
        String back = post("Narendra Modi and Emmanuel Macron spoke by phone on 2 May 2023 for two hours.");
        Instant between = Instant.now();
        http.delete(API + "/source-articles/" + gone);
        http.delete(API + "/source-articles/" + back);
        String apart =
                post("Emmanuel Macron spoke by phone with Narendra Modi on 2 May 2023. \"We agreed,\" Macron said.");
        JsonNode report = reports(apart).get(0);
        Http.Answer split = http.json(
                "POST",
                API + "/calls/" + report.path("callId").asString() + "/split",
                "{\"reportIds\":[" + report.path("id") + "]}");
        assertThat(split.status()).as(split.body()).isEqualTo(201);
        http.all(API + "/decisions")
                .forEach(d -> http.delete(API + "/decisions/" + d.path("id").asString()));
        assertThat(jdbc.queryForObject(
                        "select count(*) from call_article where article_id = cast(? as uuid) and call_id = cast(? as uuid)",
                        Long.class,
                        apart,
                        report.path("callId").asString()))
                .isEqualTo(2);
        return between;
    }

    private JsonNode reports(String article) {
        return http.get(API + "/source-articles/" + article + "/reports").json().path("items");
    }

    private String post(String text) {
        Http.Answer answer = http.text(API + "/source-articles/texts", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** The rows of a table in the columns that it had. */
    private void copy(String table, JdbcTemplate old) {
        List<String> then = columns(old, table);
        String columns = String.join(
                ", ", columns(jdbc, table).stream().filter(then::contains).toList());
        String rows = jdbc.queryForObject(
                "select cast(coalesce(json_agg(t), '[]') as text) from (select " + columns + " from " + table + ") t",
                String.class);
        old.update(
                "insert into " + table + " (" + columns + ") overriding system value select " + columns
                        + " from json_populate_recordset(cast(null as " + table + "), cast(? as json))",
                rows);
    }

    private static List<String> columns(JdbcTemplate of, String table) {
        return of.queryForList(
                "select column_name from information_schema.columns where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'",
                String.class,
                table);
    }

    /** As each revision said them. */
    private void listArticlesOfRevisions(JdbcTemplate old) {
        jdbc.queryForList("""
                        select r.call_id, r.version, cast(array_agg(m.article_id) as text) as articles
                          from call_revision r join call_article m on m.call_id = r.call_id and m.from_version <= r.version
                                                                   and (m.until_version is null or m.until_version > r.version)
                         group by r.call_id, r.version""")
                .forEach(row -> old.update(
                        "update call_revision set articles = cast(? as uuid[]) where call_id = ? and version = ?",
                        row.get("articles"),
                        row.get("call_id"),
                        row.get("version")));
    }

    private static List<String> answers(Http http, Instant between) {
        List<String> lists = Stream.of(
                        "/calls", "/calls?asOf=" + between, "/source-articles", "/changes", "/statements")
                .map(path -> http.get(API + path).body())
                .toList();
        List<String> calls = http.all(API + "/calls").stream()
                .map(c -> API + "/calls/" + c.path("id").asString())
                .flatMap(call -> Stream.of(call, call + "/reconciliation", call + "/revisions"))
                .map(path -> http.get(path).body())
                .toList();
        return Stream.concat(lists.stream(), calls.stream()).toList();
    }
}
