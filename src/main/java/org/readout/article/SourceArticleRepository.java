package org.readout.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
}
