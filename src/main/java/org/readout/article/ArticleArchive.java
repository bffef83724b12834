package org.readout.article;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.PublishedBasis;
import org.readout.platform.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps articles as they came, each once, and knows which repeat one another's text. */
@Service
public class ArticleArchive {

    /**
     * What storing an article did.
     *
     * @param article the article
     * @param isNew whether it was not there before
     */
    public record Stored(Article article, boolean isNew) {}

    private static final long COPIES_LOCK = 0x52454144_434F5059L;

    private final SourceArticles articles;
    private final BandIndex bands;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ArticleArchive(SourceArticles articles, BandIndex bands, JdbcTemplate jdbc, Clock clock) {
        this.articles = articles;
        this.bands = bands;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores an article, or finds the one that is stored already. */
    @Transactional
    public Stored store(ArticleDraft draft) {
        byte[] identity = draft.identity();
        jdbc.query(
                "select pg_advisory_xact_lock(?)",
                rs -> {},
                java.nio.ByteBuffer.wrap(identity).getLong());
        Optional<SourceArticle> held = articles.findByIdentityAndWithdrawnAtIsNull(identity);
        if (held.isPresent()) {
            return new Stored(held.get().article(), false);
        }
        SourceArticle article = articles.saveAndFlush(new SourceArticle(draft, clock.instant()));
        bands.add(article.id(), shingles(article).bands());
        return new Stored(article.article(), true);
    }

    /** Takes what reading found around the text. */
    @Transactional
    public Article dated(UUID id, @Nullable LocalDate published, PublishedBasis basis, List<String> externalIds) {
        SourceArticle article = find(id);
        article.dated(published, basis, externalIds);
        return articles.saveAndFlush(article).article();
    }

    /** Takes corrected metadata; what makes it the same article when posted again stays. */
    @Transactional
    public Article amend(UUID id, ArticleDraft draft) {
        SourceArticle article = find(id);
        article.amend(draft, clock.instant());
        return articles.saveAndFlush(article).article();
    }

    @Transactional
    public void withdraw(UUID id) {
        SourceArticle article = find(id);
        article.withdraw(clock.instant());
        articles.saveAndFlush(article);
        bands.remove(id);
    }

    /**
     * Finds anew which texts of a page count: a later one of the same outlet that has words in common with an earlier one
     * supersedes it; parts of one page, which have none, stand side by side.
     *
     * @param url the page; another one where the article was moved from it
     * @return the articles that are superseded, by others than before, or no longer
     */
    @Transactional
    public List<Article> relateRevisions(String url) {
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, COPIES_LOCK);
        List<SourceArticle> texts = articles.ofPage(url);
        List<Article> changed = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SourceArticle earlier = texts.get(i);
            UUID by = null;
            for (int k = texts.size() - 1; k > i && by == null; k--) {
                by = earlier.mayBeRevisedBy(texts.get(k)) ? texts.get(k).id() : null;
            }
            UUID was = earlier.article().supersededBy();
            if (!Objects.equals(was, by)) {
                earlier.supersededBy(by, clock.instant());
                changed.add(articles.saveAndFlush(earlier).article());
            }
        }
        return changed;
    }

    /**
     * Finds anew which articles repeat the text of this one, directly or through others; a withdrawn one no longer counts.
     *
     * @return the articles whose original has changed by it
     */
    @Transactional
    public Set<UUID> relateCopies(UUID id) {
        SourceArticle article = articles.findById(id).orElseThrow(() -> Problem.notFound("source article", id));
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, COPIES_LOCK);
        Set<UUID> changed = new HashSet<>();
        if (article.article().withdrawnAt() == null) {
            Set<UUID> roots = new TreeSet<>(families(article));
            UUID first = roots.iterator().next();
            for (UUID root : roots) {
                if (!root.equals(first)) {
                    unite(articles.findByCopyOfAndWithdrawnAtIsNull(root), first, changed);
                }
            }
        } else {
            List<SourceArticle> family = articles.findByCopyOfAndWithdrawnAtIsNull(article.copyOf());
            for (List<SourceArticle> component : Families.of(family)) {
                unite(
                        component,
                        new TreeSet<>(component.stream().map(SourceArticle::id).toList()).first(),
                        changed);
            }
        }
        articles.flush();
        return changed;
    }

    private void unite(List<SourceArticle> family, UUID first, Set<UUID> changed) {
        for (SourceArticle member : family) {
            if (!member.copyOf().equals(first)) {
                member.repeats(first);
                articles.save(member);
                changed.add(member.id());
            }
        }
    }

    /** The families of texts that the article repeats or is repeated by, its own among them; one look a family is enough. */
    private Set<UUID> families(SourceArticle article) {
        Set<UUID> found = new HashSet<>(Set.of(article.copyOf()));
        Shingles own = shingles(article);
        for (BandIndex.Kin kin : bands.kin(article.id())) {
            if (!found.contains(kin.family())
                    && own.repeats(shingles(articles.findById(kin.article()).orElseThrow()))) {
                found.add(kin.family());
            }
        }
        return found;
    }

    private static Shingles shingles(SourceArticle article) {
        return Shingles.of(article.text() == null ? "" : article.text());
    }

    /** The article, or the problem that it was never there or has been withdrawn. */
    @Transactional(readOnly = true)
    public Article get(UUID id) {
        return find(id).article();
    }

    @Transactional(readOnly = true)
    public Map<UUID, Article> all(Collection<UUID> ids) {
        Map<UUID, Article> out = new HashMap<>();
        articles.findByIdIn(ids).forEach(a -> out.put(a.id(), a.article()));
        return out;
    }

    /** Articles newest first, {@code most} of them after the place given. */
    @Transactional(readOnly = true)
    public List<Article> list(
            @Nullable String publisher,
            @Nullable ArticleKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q,
            @Nullable String url,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most) {
        return articles
                .list(publisher, kind == null ? null : kind.name(), from, to, q, url, beforeTime, beforeId, most)
                .stream()
                .map(SourceArticle::article)
                .toList();
    }

    private SourceArticle find(UUID id) {
        SourceArticle article = articles.findById(id).orElseThrow(() -> Problem.notFound("source article", id));
        if (article.article().withdrawnAt() != null) {
            throw Problem.gone("source article", id, "was withdrawn");
        }
        return article;
    }
}
