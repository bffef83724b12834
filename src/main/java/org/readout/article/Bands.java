package org.readout.article;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds texts that share bands with another, those that share most first, among the texts that report on some people. */
@Repository
class Bands {

    /** Of a band that more texts share than this, some tell as little as all: it stands for a phrase, not for a text. */
    private static final int MOST_A_BAND = 100;

    private static final int MOST = 40;

    /** A text that shares bands, and the family of texts that it belongs to. */
    record Kin(UUID article, UUID family) {}

    private final JdbcTemplate jdbc;

    Bands(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters a text with its bands, and which text it repeats. */
    void add(UUID people, UUID article, UUID copyOf, long[] bands) {
        jdbc.update("""
                with entered as (insert into near_copy (people_id, article_id, copy_of) values (?, ?, ?))
                insert into people_band (people_id, band, article_id)
                  select ?, band, ? from unnest(cast(? as bigint[])) band""", people, article, copyOf, people, article, distinct(bands));
    }

    /** Takes out a text with the bands that it was entered with. */
    void remove(UUID people, UUID article, long[] bands) {
        jdbc.update(
                "delete from people_band where people_id = ? and band = any (cast(? as bigint[])) and article_id = ?",
                people,
                distinct(bands),
                article);
    }

    /** The likeliest kin of a text; bounded in number and in cost, however many texts there are. */
    List<Kin> kin(UUID people, UUID article, long[] bands) {
        return jdbc.query(
                """
                select k.article_id, n.copy_of
                from (select o.article_id, count(*) as shared
                        from unnest(cast(? as bigint[])) own(band)
                       cross join lateral (select article_id from people_band where people_id = ? and band = own.band
                                           order by article_id limit ?) o
                       where o.article_id <> ?
                       group by o.article_id order by shared desc, o.article_id limit ?) k
                join near_copy n on n.people_id = ? and n.article_id = k.article_id
                order by k.shared desc, k.article_id
                """,
                (rs, row) -> new Kin(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                distinct(bands),
                people,
                MOST_A_BAND,
                article,
                MOST,
                people);
    }

    /** In their order, so that who enters several keeps to the order of the index. */
    private static Long[] distinct(long[] bands) {
        return Arrays.stream(bands).distinct().sorted().boxed().toArray(Long[]::new);
    }
}
