package org.readout.report;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReportRepository extends JpaRepository<ReportRow, UUID> {

    List<ReportRow> findByArticleIdOrderByPosition(UUID articleId);

    List<ReportRow> findByCallIdOrderByPublishedOnAscIdAsc(UUID callId);

    @Query(
            nativeQuery = true,
            value = "select * from report where people_id = :people and article_id = any (:articles)")
    List<ReportRow> ofPeople(UUID people, UUID[] articles);

    List<ReportRow> findByCallIdInOrderByCallIdAscPublishedOnAscIdAsc(Collection<UUID> calls);

    @Query(nativeQuery = true, value = "select * from report where call_id = any (:calls)")
    List<ReportRow> ofCalls(UUID[] calls);
}
