package org.readout.article;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds texts that share bands with another, those that share most first, among the texts that report on some people. */
@Repository
class Bands {

    /** Of a band that more texts share than this, some tell as little as all: it stands for a phrase, not for a text. */
    private static final int MOST_A_BAND = 100;

    private static final int MOST = 40;

    /** A text that reports on some people, with its bands. */
    record Entry(UUID people, UUID article, long[] bands) {

        /** In their order, so that who enters several keeps to the order of the index. */
        private Stream<Long> distinct() {
            return Arrays.stream(bands).distinct().sorted().boxed();
        }

        /** As the driver takes them, which has no arrays of arrays of unlike lengths. */
        private String literal() {
            return distinct().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** A text with the one that it repeats, itself where it repeats none. */
    record Placed(Entry text, UUID copyOf) {}

    /** A text that shares bands with one that reports on the same people, and the family of texts that it belongs to. */
    record Kin(UUID people, UUID article, UUID family) {}

    private final JdbcTemplate jdbc;

    Bands(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters texts with their bands, in the order of the people. */
    void add(List<Placed> texts) {
        List<Entry> entries = texts.stream().map(Placed::text).toList();
        jdbc.update(
                """
                with e as (select * from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as uuid[])) e (people, article, bands, copy_of)),
                     entered as (insert into near_copy (people_id, article_id, copy_of) select people, article, copy_of from e)
                insert into people_band (people_id, band, article_id)
                  select e.people, band, e.article from e cross join unnest(cast(e.bands as bigint[])) band""",
                all(entries, Entry::people),
                all(entries, Entry::article),
                entries.stream().map(Entry::literal).toArray(String[]::new),
                texts.stream().map(Placed::copyOf).toArray(UUID[]::new));
    }

    /** Takes out a text with the bands that it was entered with. */
    void remove(Entry text) {
        jdbc.update(
                "delete from people_band where people_id = ? and band = any (cast(? as bigint[])) and article_id = ?",
                text.people(),
                text.distinct().toArray(Long[]::new),
                text.article());
    }

    /** The likeliest kin of each text first; bounded in number and in cost, however many texts there are. */
    List<Kin> kin(Collection<Entry> texts) {
        return jdbc.query(
                """
                select e.people, k.article_id,
                       (select n.copy_of from near_copy n where n.people_id = e.people and n.article_id = k.article_id)
                from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as text[])) e (people, article, bands)
                cross join lateral (
                       select o.article_id, count(*) as shared
                         from unnest(cast(e.bands as bigint[])) own (band)
                        cross join lateral (select article_id from people_band where people_id = e.people and band = own.band
                                            order by article_id limit ?) o
                        where o.article_id <> e.article
                        group by o.article_id order by shared desc, o.article_id limit ?) k
                order by e.people, k.shared desc, k.article_id
                """,
                (rs, row) ->
                        new Kin(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getObject(3, UUID.class)),
                all(texts, Entry::people),
                all(texts, Entry::article),
                texts.stream().map(Entry::literal).toArray(String[]::new),
                MOST_A_BAND,
                MOST);
    }

    private static UUID[] all(Collection<Entry> texts, Function<Entry, UUID> id) {
        return texts.stream().map(id).toArray(UUID[]::new);
    }
}
