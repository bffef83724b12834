package org.readout.article;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Attempts.Outpaced;
import org.readout.platform.Ids;
import org.readout.platform.Listing;
import org.readout.platform.Listings;
import org.readout.platform.Locks;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps articles as they came, each once, and knows which text of a page is the latest. */
@Service
public class ArticleService {

    private static final Listing.Order<SourceArticle> NEWEST = Listing.Order.latest(
            "created_at", a -> a.article().createdAt(), a -> a.article().id());

    private final SourceArticleRepository articles;
    private final EntityManager entities;
    private final KnownShingles shingles;
    private final Listings listings;
    private final Locks locks;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ArticleService(
            SourceArticleRepository articles,
            EntityManager entities,
            KnownShingles shingles,
            Listings listings,
            Locks locks,
            JdbcTemplate jdbc,
            Clock clock) {
        this.shingles = shingles;
        this.listings = listings;
        this.articles = articles;
        this.entities = entities;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until nobody else works on these articles, on one that a draft would make, or on their pages. */
    @Transactional
    public void lock(Collection<UUID> ids, @Nullable ArticleDraft draft) {
        List<UUID> keys = keys(ids);
        List<UUID> all = new ArrayList<>(keys);
        if (draft != null) {
            addKeys(draft, all);
        }
        locks.take(Locks.Level.ARTICLE, all);
        if (!keys(ids).equals(keys)) {
            throw new Outpaced("an article was moved to another page");
        }
    }

    /** Waits until nobody else works on articles that these drafts would make, or on their pages. */
    @Transactional
    public void lock(Collection<ArticleDraft> drafts) {
        List<UUID> all = new ArrayList<>();
        drafts.forEach(draft -> addKeys(draft, all));
        locks.take(Locks.Level.ARTICLE, all);
    }

    private static void addKeys(ArticleDraft draft, List<UUID> to) {
        to.add(identityKey(draft.identity()));
        if (draft.url() != null) {
            to.add(pageKey(draft.url()));
        }
    }

    private List<UUID> keys(Collection<UUID> ids) {
        List<UUID> out = new ArrayList<>();
        if (ids.isEmpty()) {
            return out;
        }
        jdbc.query(
                "select identity, url from source_article where id = any (?) order by id",
                rs -> {
                    out.add(identityKey(rs.getBytes(1)));
                    String url = rs.getString(2);
                    if (url != null) {
                        out.add(pageKey(url));
                    }
                },
                (Object) ids.toArray(UUID[]::new));
        return out;
    }

    private static UUID identityKey(byte[] identity) {
        ByteBuffer bytes = ByteBuffer.wrap(identity);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static UUID pageKey(String url) {
        return Ids.named("page/" + url);
    }

    /** The article that is stored already when this is posted; most are not, which one statement tells. */
    public Optional<Article> held(ArticleDraft draft) {
        boolean held = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from source_article where identity = ? and withdrawn_at is null)",
                Boolean.class,
                (Object) draft.identity()));
        return held
                ? articles.findByIdentityAndWithdrawnAtIsNull(draft.identity()).map(SourceArticle::article)
                : Optional.empty();
    }

    /** Those of the drafts that are stored already, by what makes them the same. */
    @Transactional(readOnly = true)
    public Map<ByteBuffer, Article> held(Collection<ArticleDraft> drafts) {
        Map<ByteBuffer, Article> out = new HashMap<>();
        articles.ofIdentities(drafts.stream().map(ArticleDraft::identity).toArray(byte[][]::new))
                .forEach(a -> out.put(ByteBuffer.wrap(a.identity()), a.article()));
        return out;
    }

    /** Those of the pages of which there are texts that have not been withdrawn. */
    @Transactional(readOnly = true)
    public Set<String> pagesHeld(Collection<String> urls) {
        return urls.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList("""
                        select page from unnest(cast(? as text[])) page
                        where exists (select from source_article
                                      where md5(url) = md5(page) and url = page and withdrawn_at is null and text is not null)
                        """, String.class, (Object) urls.toArray(String[]::new)));
    }

    /** Stores articles, each with what reading found around its text. */
    @Transactional
    public List<Article> store(Map<ArticleDraft, Surroundings> drafts) {
        List<SourceArticle> made = new ArrayList<>();
        drafts.forEach((draft, found) -> {
            SourceArticle article = new SourceArticle(draft, clock.instant());
            article.surround(found);
            entities.persist(article);
            made.add(article);
        });
        entities.flush();
        made.forEach(a -> shingles.know(a.id(), a.shingles()));
        return made.stream().map(SourceArticle::article).toList();
    }

    /** Stores an article, with what reading found around its text. */
    @Transactional
    public Article store(ArticleDraft draft, Surroundings found) {
        return store(Map.of(draft, found)).get(0);
    }

    /** Takes what reading found around the text. */
    @Transactional
    public Article surrounded(UUID id, Surroundings found) {
        SourceArticle article = find(id);
        article.surround(found);
        return articles.saveAndFlush(article).article();
    }

    /** Takes corrected metadata, and what reading found with them; what makes it the same article when posted again stays. */
    @Transactional
    public Article amend(UUID id, ArticleDraft draft, Surroundings found) {
        SourceArticle article = find(id);
        article.amend(draft, clock.instant());
        article.surround(found);
        return articles.saveAndFlush(article).article();
    }

    @Transactional
    public void withdraw(UUID id) {
        SourceArticle article = find(id);
        article.withdraw(clock.instant());
        articles.saveAndFlush(article);
    }

    /** The texts of these pages that have not been withdrawn. */
    @Transactional(readOnly = true)
    public List<Article> ofPages(Collection<String> urls) {
        List<Article> out = new ArrayList<>();
        new TreeSet<>(urls).forEach(url -> articles.ofPage(url).forEach(a -> out.add(a.article())));
        return out;
    }

    /**
     * Finds anew which texts of a page count: a later one of the same outlet that has words in common with an earlier one
     * supersedes it; parts of one page, which have none, stand side by side. The caller holds the page's lock.
     *
     * @param url the page; another one where the article was moved from it
     * @return the articles that are superseded, by others than before, or no longer
     */
    @Transactional
    public List<Article> relateRevisions(String url) {
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

    /** The article, or the problem that it was never there or has been withdrawn. */
    @Transactional(readOnly = true)
    public Article get(UUID id) {
        return find(id).article();
    }

    @Transactional(readOnly = true)
    public Map<UUID, Article> all(Collection<UUID> ids) {
        Map<UUID, Article> out = new HashMap<>();
        articles.ofIds(ids.toArray(UUID[]::new)).forEach(a -> out.put(a.id(), a.article()));
        return out;
    }

    /** Every article that has not been withdrawn. */
    @Transactional(readOnly = true)
    public List<UUID> allIds() {
        return jdbc.queryForList("select id from source_article where withdrawn_at is null", UUID.class);
    }

    /** Those of the articles that have not been withdrawn. */
    @Transactional(readOnly = true)
    public List<UUID> onlyCounting(Collection<UUID> ids) {
        return jdbc.queryForList(
                "select id from source_article where withdrawn_at is null and id = any (?)", UUID.class, (Object)
                        ids.toArray(UUID[]::new));
    }

    /** Articles in whose texts, or in the reports given beside them, one of the phrases stands. */
    @Transactional(readOnly = true)
    public List<UUID> mentioning(Collection<String> phrases) {
        String words = String.join(
                " or ",
                phrases.stream().map(p -> '"' + p.replace('"', ' ') + '"').toList());
        return jdbc.queryForList("""
                select id from source_article
                where withdrawn_at is null
                  and (search @@ websearch_to_tsquery('english', ?)
                       or given_reports is not null
                          and jsonb_to_tsvector('english', given_reports, '["string"]') @@ websearch_to_tsquery('english', ?))
                """, UUID.class, words, words);
    }

    /** Articles that have not been withdrawn, the newest first; published between two days, if there are any. */
    @Transactional(readOnly = true)
    public Page<Article> list(
            ArticleQuery query, @Nullable LocalDate from, @Nullable LocalDate to, Paging paging, boolean counted) {
        Listing<SourceArticle> asked = kept().where(
                        "lower(t.publisher) = lower(:publisher)", "publisher", query.publisher())
                .where(
                        "t.kind = :kind",
                        "kind",
                        query.kind() == null ? null : query.kind().name())
                .where("t.published_on >= :from", "from", from)
                .where("t.published_on <= :to", "to", to)
                .where("t.search @@ text_query(:q)", "q", query.q())
                .where("t.url = :url", "url", query.url())
                .where(
                        "t.warnings @> array[cast(:warning as text)]",
                        "warning",
                        query.warning() == null ? null : query.warning().name());
        return listings.page(asked, paging, counted).map(SourceArticle::article);
    }

    /** Articles that may tell of less than they say, the newest first. */
    @Transactional(readOnly = true)
    public List<Article> warnedOf(int most) {
        return listings.page(kept().where("t.warnings <> '{}'"), new Paging(most, null), false)
                .map(SourceArticle::article)
                .items();
    }

    private static Listing<SourceArticle> kept() {
        return new Listing<>(SourceArticle.class, "from source_article t", NEWEST).where("t.withdrawn_at is null");
    }

    private SourceArticle find(UUID id) {
        SourceArticle article = articles.findById(id).orElseThrow(() -> Problem.notFound("source article", id));
        if (article.article().withdrawnAt() != null) {
            throw Problem.gone("source article", id, "was withdrawn");
        }
        return article;
    }
}
