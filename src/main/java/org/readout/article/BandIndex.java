package org.readout.article;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds texts that share bands with another, those that share most first. */
@Component
class BandIndex {

    /** Of a band that more texts share than this, some tell as little as all: it stands for a phrase, not for a text. */
    private static final int MOST_A_BAND = 100;

    private static final int MOST = 40;

    /** A text that shares bands, and the family of texts that it belongs to. */
    record Kin(UUID article, UUID family) {}

    private final JdbcTemplate jdbc;

    BandIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID article, long[] bands) {
        jdbc.batchUpdate(
                "insert into article_band (band, article_id) values (?, ?)",
                Arrays.stream(bands)
                        .distinct()
                        .sorted()
                        .mapToObj(b -> new Object[] {b, article})
                        .toList());
    }

    void remove(UUID article) {
        jdbc.update("delete from article_band where article_id = ?", article);
    }

    /** The likeliest kin of a text; bounded in number and in cost, however many texts there are. */
    List<Kin> kin(UUID article) {
        return jdbc.query(
                """
                select k.article_id, a.copy_of
                from (select o.article_id, count(*) as shared
                        from article_band own
                       cross join lateral (select article_id from article_band where band = own.band
                                           order by article_id limit ?) o
                       where own.article_id = ? and o.article_id <> ?
                       group by o.article_id order by shared desc, o.article_id limit ?) k
                join source_article a on a.id = k.article_id
                order by k.shared desc, k.article_id
                """,
                (rs, row) -> new Kin(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                MOST_A_BAND,
                article,
                article,
                MOST);
    }
}
