package org.readout.statement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StatementRepository extends JpaRepository<Statement, UUID> {

    List<Statement> findByCallIdOrderByCreatedAtAscIdAsc(UUID callId);

    @Query(nativeQuery = true, value = "select * from statement where call_id = any (:calls) order by created_at, id")
    List<Statement> ofCalls(UUID[] calls);
}
