package org.readout.statement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StatementRepository extends JpaRepository<Statement, UUID> {

    List<Statement> findByCallIdOrderByCreatedAtAscIdAsc(UUID callId);
}
