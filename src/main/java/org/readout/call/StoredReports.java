package org.readout.call;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredReports extends JpaRepository<StoredReport, UUID> {

    List<StoredReport> findByArticleIdOrderByPosition(UUID articleId);

    List<StoredReport> findByCallIdOrderByPublishedOnAscIdAsc(UUID callId);

    List<StoredReport> findByPeopleIdAndArticleIdIn(UUID peopleId, Collection<UUID> articleIds);

    List<StoredReport> findByCallIdIn(Collection<UUID> callIds);

    @Query("select distinct r.peopleId from StoredReport r where r.callId = :call")
    Set<UUID> peopleOfCall(UUID call);

    @Query("select distinct r.peopleId from StoredReport r where r.articleId in :articles")
    Set<UUID> peopleOfArticles(Collection<UUID> articles);

    @Query("select distinct r.callId from StoredReport r where r.peopleId in :people")
    List<UUID> callsOfPeople(Collection<UUID> people);
}
