package leanpeer;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class PeerController {

    /** An article as it is posted. */
    record Article(String text, String publisher, LocalDate publishedAt) {}

    private static final String CALL = """
            json_build_object(
              'id', c.id, 'status', c.status, 'medium', c.medium,
              'date', c.date_edtf, 'dateEarliest', c.date_earliest, 'dateLatest', c.date_latest,
              'duration', case when c.duration_best is not null then json_build_object(
                'low', c.duration_low, 'best', c.duration_best, 'high', c.duration_high, 'unit', 'minutes') end,
              'participants', (select json_agg(json_build_object(
                  'leaderId', p.leader_id, 'name', p.name, 'country', p.country, 'office', p.office) order by p.position)
                from peer.participant p where p.call_id = c.id),
              'topics', to_json(c.topics), 'outcomes', to_json(c.outcomes), 'originCount', c.origin_count,
              'articleCount', c.article_count, 'version', c.version,
              'createdAt', c.created_at, 'updatedAt', c.updated_at)""";
    private static final String ITEMS =
            "select json_build_object('items', coalesce(json_agg(" + CALL + "), '[]')) from (";
    private static final String LATEST = " order by c.date_latest desc, c.id desc limit 20) c";

    private final JdbcClient jdbc;

    PeerController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/calls/{id}")
    String call(@PathVariable UUID id) {
        return jdbc.sql("select " + CALL + " from peer.call c where c.id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @GetMapping(path = "/calls", params = "participant")
    String callsOf(@RequestParam String participant, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return jdbc.sql(ITEMS + """
                        select c.* from peer.call c where c.participants @> array[cast(:leader as text)]
                          and c.date_latest >= :from and c.date_earliest <= :to""" + LATEST)
                .param("leader", participant)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .single();
    }

    @GetMapping(path = "/calls", params = "after")
    String callsAfter(@RequestParam LocalDate after, @RequestParam UUID id) {
        return jdbc.sql(ITEMS + "select c.* from peer.call c where (c.date_latest, c.id) < (:after, :id)" + LATEST)
                .param("after", after)
                .param("id", id)
                .query(String.class)
                .single();
    }

    @GetMapping(path = "/calls", params = "q")
    String callsThatHold(@RequestParam String q) {
        return jdbc.sql(ITEMS + """
                        select c.* from peer.call c where c.id in (
                          select s.call_id from peer.statement s where s.search @@ websearch_to_tsquery('english', :q)
                          union
                          select a.call_id from peer.article a where a.search @@ websearch_to_tsquery('english', :q))""" + LATEST).param("q", q).query(String.class).single();
    }

    @PostMapping("/articles")
    @ResponseStatus(HttpStatus.CREATED)
    String add(@RequestBody Article article) {
        return jdbc.sql("""
                        insert into peer.article (id, text, publisher, published_on)
                        values (:id, :text, :publisher, :published) returning json_build_object('id', id)""")
                .param("id", UUID.randomUUID())
                .param("text", article.text())
                .param("publisher", article.publisher())
                .param("published", article.publishedAt())
                .query(String.class)
                .single();
    }
}
