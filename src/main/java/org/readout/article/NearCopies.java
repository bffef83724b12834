package org.readout.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
     * What taking in texts has come to.
     *
     * @param changed other texts that repeat another one than before, by the people
     * @param repeated for each of the texts that repeats another one, which
     */
    public record Entered(Map<UUID, Set<UUID>> changed, Map<UUID, UUID> repeated) {}

    /**
     * Takes in texts that report on some people now.
     *
     * @param came the texts, by the people
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entered enter(Map<UUID, Set<UUID>> came) {
        Map<UUID, Deque<UUID>> open = new TreeMap<>();
        came.forEach((people, articles) -> open.put(people, new ArrayDeque<>(articles)));
        Entered entered = new Entered(new TreeMap<>(), new HashMap<>());
        while (!open.isEmpty()) {
            Map<UUID, UUID> firsts = new TreeMap<>();
            open.forEach((people, articles) -> firsts.put(people, articles.remove()));
            open.values().removeIf(Deque::isEmpty);
            enterApart(firsts, entered);
        }
        return entered;
    }

    /** Takes in texts of different people, which cannot be one another's copies. */
    private void enterApart(Map<UUID, UUID> articles, Entered to) {
        Map<UUID, Shingles> own = shingles.of(articles.values());
        List<Bands.Entry> entries = new ArrayList<>();
        articles.forEach((people, article) ->
                entries.add(new Bands.Entry(people, article, known(own, article).bands())));
        Map<UUID, List<Bands.Kin>> kin = bands.kin(entries).stream().collect(Collectors.groupingBy(Bands.Kin::people));
        Map<UUID, Shingles> texts = shingles.of(kin.values().stream()
                .flatMap(List::stream)
                .map(Bands.Kin::article)
                .collect(Collectors.toSet()));
        List<Bands.Placed> placed = new ArrayList<>();
        List<Merger> mergers = new ArrayList<>();
        for (Bands.Entry entry : entries) {
            TreeSet<UUID> families = new TreeSet<>(Set.of(entry.article()));
            for (Bands.Kin one : kin.getOrDefault(entry.people(), List.of())) {
                if (!families.contains(one.family())
                        && known(own, entry.article()).repeats(known(texts, one.article()))) {
                    families.add(one.family());
                }
            }
            UUID first = families.pollFirst();
            placed.add(new Bands.Placed(entry, first));
            if (!first.equals(entry.article())) {
                to.repeated().merge(entry.article(), first, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
            families.stream()
                    .filter(f -> !f.equals(entry.article()))
                    .forEach(f -> mergers.add(new Merger(entry.people(), f, first)));
        }
        bands.add(placed);
        merge(mergers)
                .forEach((people, of) -> to.changed()
                        .computeIfAbsent(people, k -> new TreeSet<>())
                        .addAll(of));
    }

    private static Shingles known(Map<UUID, Shingles> of, UUID article) {
        return Objects.requireNonNull(of.get(article), "a text that is not stored");
    }

    /** A family of texts that turns out to be part of another. */
    private record Merger(UUID people, UUID family, UUID into) {}

    private Map<UUID, Set<UUID>> merge(List<Merger> mergers) {
        Map<UUID, Set<UUID>> out = new TreeMap<>();
        if (!mergers.isEmpty()) {
            jdbc.query(
                    """
                    update near_copy n set copy_of = m.into_family
                      from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as uuid[])) m (people, family, into_family)
                     where n.people_id = m.people and n.copy_of = m.family returning n.people_id, n.article_id""",
                    rs -> {
                        out.computeIfAbsent(rs.getObject(1, UUID.class), k -> new TreeSet<>())
                                .add(rs.getObject(2, UUID.class));
                    },
                    mergers.stream().map(Merger::people).toArray(UUID[]::new),
                    mergers.stream().map(Merger::family).toArray(UUID[]::new),
                    mergers.stream().map(Merger::into).toArray(UUID[]::new));
        }
        return out;
    }

    /**
     * Takes out a text that reports on some people no longer.
     *
     * @return other texts that repeat another one than before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> leave(UUID people, UUID article) {
        bands.remove(new Bands.Entry(people, article, shingles.of(article).bands()));
        Map<UUID, UUID> before = pairs("""
                with gone as (
                  delete from near_copy where people_id = ? and article_id = ? returning people_id, article_id, copy_of)
                select n.article_id, n.copy_of from near_copy n join gone g
                    on n.people_id = g.people_id and n.copy_of = g.copy_of and n.article_id <> g.article_id
                """, people, article);
        Set<UUID> changed = new HashSet<>();
        originalsOfAny(before.keySet()).forEach((member, first) -> {
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

    /** An article as one that reports on some people. */
    public record Told(UUID people, UUID article) {}

    /**
     * Whose word a text is.
     *
     * @param publisher who published it; null where that is not known
     * @param original the text that it repeats among those that report on the same people, itself where it repeats none
     */
    public record Voice(@Nullable String publisher, UUID original) {}

    /** Whose word each of these is. */
    @Transactional(readOnly = true)
    public Map<Told, Voice> voices(Set<Told> told) {
        Map<Told, Voice> out = new HashMap<>();
        jdbc.query(
                """
                select t.people, t.article, a.publisher, coalesce(n.copy_of, t.article)
                  from unnest(cast(? as uuid[]), cast(? as uuid[])) t (people, article)
                  join source_article a on a.id = t.article
                  left join near_copy n on n.people_id = t.people and n.article_id = t.article""",
                rs -> {
                    out.put(
                            new Told(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                            new Voice(rs.getString(3), rs.getObject(4, UUID.class)));
                },
                told.stream().map(Told::people).toArray(UUID[]::new),
                told.stream().map(Told::article).toArray(UUID[]::new));
        return out;
    }

    /** The text that each of these repeats, whoever they report on, itself where it repeats none. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> originalsOfAny(Set<UUID> texts) {
        Map<UUID, UUID> out = new HashMap<>();
        for (List<SourceArticle> component : Families.of(articles.ofIds(texts.toArray(UUID[]::new)))) {
            UUID first = new TreeSet<>(component.stream().map(SourceArticle::id).toList()).first();
            component.forEach(a -> out.put(a.id(), first));
        }
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
}
