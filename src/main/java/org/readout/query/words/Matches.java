package org.readout.query.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds where the words asked for stand: in the statement that holds them best, else in the best of the articles. */
@Repository
public class Matches {

    /** Texts are cut to so many characters before words are set off in them, as they are where they are searched. */
    private static final String HEADLINE =
            "'StartSel=\uE000,StopSel=\uE001,MaxWords=30,MinWords=12,MaxFragments=1,FragmentDelimiter= … '";

    private final NamedParameterJdbcTemplate jdbc;

    Matches(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, Match> of(Collection<UUID> calls, String q) {
        Map<UUID, Match> out = new HashMap<>();
        jdbc.query("""
                select h.call_id, h.source, h.id,
                       ts_headline('english', translate(h.text, U&'\\E000\\E001', ''), text_query(:q), %s) as words
                from (
                  select distinct on (f.call_id) f.*
                  from (
                    select s.call_id, 'STATEMENT' as source, s.id,
                           coalesce((select v ->> 'text' from jsonb_array_elements(s.content -> 'variants') v
                                      where to_tsvector('english', v ->> 'text') @@ text_query(:q) limit 1), s.text) as text,
                           1 + ts_rank(s.search, text_query(:q)) as rank
                      from statement s where s.call_id = any (:calls) and s.search @@ text_query(:q)
                    union all
                    select r.call_id, 'SOURCE_ARTICLE', a.id, left(concat_ws(' ', a.title, a.text), 200000),
                           ts_rank(a.search, text_query(:q))
                      from report r join source_article a on a.id = r.article_id
                     where r.call_id = any (:calls) and a.withdrawn_at is null and a.search @@ text_query(:q)) f
                  order by f.call_id, f.rank desc, f.id) h""".formatted(HEADLINE), Map.of("q", q, "calls", calls.toArray(UUID[]::new)), rs -> {
            out.put(
                    rs.getObject("call_id", UUID.class),
                    Match.of(
                            Match.Source.valueOf(rs.getString("source")),
                            rs.getObject("id", UUID.class),
                            rs.getString("words")));
        });
        return out;
    }
}
