package org.readout.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SourceArticleRepository extends JpaRepository<SourceArticle, UUID> {

    Optional<SourceArticle> findByIdentityAndWithdrawnAtIsNull(byte[] identity);

    @Query(nativeQuery = true, value = "select * from source_article where id = any (:ids)")
    List<SourceArticle> ofIds(UUID[] ids);

    @Query(
            nativeQuery = true,
            value = "select * from source_article where identity = any (:identities) and withdrawn_at is null")
    List<SourceArticle> ofIdentities(byte[][] identities);

    /** The texts of a page that have not been withdrawn. */
    @Query(nativeQuery = true, value = """
                    select * from source_article
                    where md5(url) = md5(:url) and url = :url and withdrawn_at is null and text is not null
                    order by coalesce(published_time, cast(published_on as timestamp) at time zone 'UTC', created_at), created_at, id
                    """)
    List<SourceArticle> ofPage(String url);

    @Query(nativeQuery = true, value = """
                    select * from source_article a
                    where a.withdrawn_at is null
                      and (cast(:publisher as text) is null or lower(a.publisher) = lower(:publisher))
                      and (cast(:kind as text) is null or a.kind = :kind)
                      and (cast(:from as date) is null or a.published_on >= :from)
                      and (cast(:to as date) is null or a.published_on <= :to)
                      and (cast(:q as text) is null or a.search @@ text_query(:q))
                      and (cast(:url as text) is null or a.url = :url)
                      and (cast(:warning as text) is null or a.warnings @> array[cast(:warning as text)])
                      and (cast(:beforeTime as timestamptz) is null or (a.created_at, a.id) < (:beforeTime, cast(:beforeId as uuid)))
                    order by a.created_at desc, a.id desc
                    limit :most
                    """)
    List<SourceArticle> list(
            @Nullable String publisher,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q,
            @Nullable String url,
            @Nullable String warning,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most);

    @Query(nativeQuery = true, value = """
                    select * from source_article a
                    where a.withdrawn_at is null and a.warnings <> '{}'
                    order by a.created_at desc, a.id desc
                    limit :most
                    """)
    List<SourceArticle> warnedOf(int most);
}
