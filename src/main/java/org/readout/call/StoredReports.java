package org.readout.call;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredReports extends JpaRepository<StoredReport, UUID> {

    List<StoredReport> findByArticleIdOrderByPosition(UUID articleId);

    List<StoredReport> findByArticleIdInOrderByPosition(Collection<UUID> articleIds);

    List<StoredReport> findByCallIdOrderByPublishedOnAscIdAsc(UUID callId);

    List<StoredReport> findByCallIdIn(Collection<UUID> callIds);

    @Query("select distinct r.peopleKey from StoredReport r where r.callId = :call")
    Set<String> peopleOfCall(UUID call);

    @Query(nativeQuery = true, value = """
                    select distinct r.call_id from report r
                    where md5(r.people_key) in (select md5(k) from unnest(cast(:people as text[])) k)
                    """)
    List<UUID> callsOfPeople(String[] people);
}
