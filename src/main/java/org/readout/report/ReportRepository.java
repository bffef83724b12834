package org.readout.report;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReportRepository extends JpaRepository<ReportRow, UUID> {

    List<ReportRow> findByArticleIdOrderByPosition(UUID articleId);

    List<ReportRow> findByCallIdOrderByPublishedOnAscIdAsc(UUID callId);

    List<ReportRow> findByPeopleIdAndArticleIdIn(UUID peopleId, Collection<UUID> articleIds);

    List<ReportRow> findByCallIdInOrderByCallIdAscPublishedOnAscIdAsc(Collection<UUID> calls);

    List<ReportRow> findByCallIdIn(Collection<UUID> callIds);

    @Query("select distinct r.peopleId from ReportRow r where r.callId = :call")
    Set<UUID> peopleOfCall(UUID call);

    @Query("select distinct r.peopleId from ReportRow r where r.articleId in :articles")
    Set<UUID> peopleOfArticles(Collection<UUID> articles);

    @Query("select distinct r.callId from ReportRow r where r.peopleId in :people")
    List<UUID> callsOfPeople(Collection<UUID> people);
}
