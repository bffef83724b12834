package org.readout.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which texts repeat which, directly or through others, among those that report on the same people: only there do they
 * bear on a call. Whoever changes it holds the lock of the people, so that texts about others go in side by side.
 */
@Service
public class NearCopies {

    private final SourceArticleRepository articles;
    private final KnownShingles shingles;
    private final Bands bands;
    private final JdbcTemplate jdbc;

    NearCopies(SourceArticleRepository articles, KnownShingles shingles, Bands bands, JdbcTemplate jdbc) {
        this.shingles = shingles;
        this.articles = articles;
        this.bands = bands;
        this.jdbc = jdbc;
    }

    /**
     * Takes in a text that reports on some people now.
     *
     * @return other texts that repeat another one than before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> enter(UUID people, UUID article) {
        Shingles own = shingles.of(article);
        long[] of = own.bands();
        List<Bands.Kin> kin = bands.kin(people, article, of);
        Map<UUID, Shingles> texts =
                shingles.of(kin.stream().map(Bands.Kin::article).toList());
        TreeSet<UUID> families = new TreeSet<>();
        for (Bands.Kin one : kin) {
            if (!families.contains(one.family()) && own.repeats(Objects.requireNonNull(texts.get(one.article())))) {
                families.add(one.family());
            }
        }
        families.add(article);
        UUID first = families.first();
        families.remove(first);
        bands.add(people, article, first, of);
        if (families.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.queryForList(
                "update near_copy set copy_of = ? where people_id = ? and copy_of = any (?) returning article_id",
                UUID.class,
                first,
                people,
                families.toArray(UUID[]::new)));
    }

    /**
     * Takes out a text that reports on some people no longer.
     *
     * @return other texts that repeat another one than before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> leave(UUID people, UUID article) {
        bands.remove(people, article, shingles.of(article).bands());
        Map<UUID, UUID> before = pairs("""
                with gone as (
                  delete from near_copy where people_id = ? and article_id = ? returning people_id, article_id, copy_of)
                select n.article_id, n.copy_of from near_copy n join gone g
                    on n.people_id = g.people_id and n.copy_of = g.copy_of and n.article_id <> g.article_id
                """, people, article);
        Set<UUID> changed = new HashSet<>();
        originals(before.keySet()).forEach((member, first) -> {
            if (!first.equals(before.get(member))) {
                jdbc.update(
                        "update near_copy set copy_of = ? where people_id = ? and article_id = ?",
                        first,
                        people,
                        member);
                changed.add(member);
            }
        });
        return changed;
    }

    /**
     * The text that each of these repeats, itself where it repeats none.
     *
     * @param articles the articles that report on each set of people
     */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> originals(Map<UUID, Set<UUID>> articles) {
        if (articles.size() > 1) {
            Set<UUID> all = new TreeSet<>();
            articles.values().forEach(all::addAll);
            return originals(all);
        }
        Map<UUID, UUID> out = new HashMap<>();
        articles.forEach((people, of) -> out.putAll(pairs(
                "select article_id, copy_of from near_copy where people_id = ? and article_id = any (?)",
                people,
                of.toArray(UUID[]::new))));
        return out;
    }

    /** For each of these articles that repeats another one's text, which; those that repeat none are left out. */
    public Map<UUID, UUID> repeated(Collection<UUID> articleIds) {
        return pairs(
                "select article_id, copy_of from near_copy where article_id = any (?) and copy_of <> article_id order by copy_of desc",
                (Object) articleIds.toArray(UUID[]::new));
    }

    /** Articles with what they repeat, as the rows give them. */
    private Map<UUID, UUID> pairs(String sql, Object... bound) {
        Map<UUID, UUID> out = new HashMap<>();
        jdbc.query(
                sql,
                rs -> {
                    out.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
                },
                bound);
        return out;
    }

    private Map<UUID, UUID> originals(Set<UUID> texts) {
        Map<UUID, UUID> out = new HashMap<>();
        for (List<SourceArticle> component : Families.of(articles.ofIds(texts.toArray(UUID[]::new)))) {
            UUID first = new TreeSet<>(component.stream().map(SourceArticle::id).toList()).first();
            component.forEach(a -> out.put(a.id(), first));
        }
        return out;
    }
}
