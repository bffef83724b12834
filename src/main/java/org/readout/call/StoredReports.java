package org.readout.call;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredReports extends JpaRepository<StoredReport, UUID> {

    /** As much of a report as grouping needs. */
    interface Line {
        UUID getId();

        UUID getCallId();

        String getFacts();
    }

    List<StoredReport> findByArticleIdOrderByPosition(UUID articleId);

    List<StoredReport> findByArticleIdInOrderByPosition(Collection<UUID> articleIds);

    List<StoredReport> findByCallIdOrderByPublishedOnAscIdAsc(UUID callId);

    List<StoredReport> findByCallIdIn(Collection<UUID> callIds);

    @Query(nativeQuery = true, value = """
                    select id as "id", call_id as "callId", cast(facts as text) as "facts" from report
                    where md5(people_key) = md5(:key) and people_key = :key
                    """)
    List<Line> linesOfPeople(String key);
}
