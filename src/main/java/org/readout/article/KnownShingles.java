package org.readout.article;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The shingles of stored texts, which never change; those met last are held in memory, since copies come soon or never. */
@Component
class KnownShingles {

    /** Runs held at most: 32 MB. */
    private static final long MOST = 4L << 20;

    private final Cache<UUID, Shingles> known = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((UUID id, Shingles of) -> of.size() + 16)
            .build();

    private final JdbcTemplate jdbc;

    KnownShingles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers those of a text that is being stored; of one that is not in the end nobody asks. */
    void know(UUID article, Shingles of) {
        known.put(article, of);
    }

    Shingles of(UUID article) {
        return Objects.requireNonNull(of(List.of(article)).get(article), "a text that is not stored");
    }

    Map<UUID, Shingles> of(Collection<UUID> articles) {
        Map<UUID, Shingles> out = new HashMap<>(known.getAllPresent(articles));
        UUID[] others = articles.stream().filter(id -> !out.containsKey(id)).toArray(UUID[]::new);
        if (others.length > 0) {
            jdbc.query(
                    "select id, coalesce(text, '') from source_article where id = any (?)",
                    rs -> {
                        out.put(rs.getObject(1, UUID.class), Shingles.of(rs.getString(2)));
                    },
                    (Object) others);
            known.putAll(out);
        }
        return out;
    }
}
