package org.readout.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CallRevisionRepository extends JpaRepository<CallRevision, CallRevision.Key> {

    /** The record as it was known at a time. */
    @Query(nativeQuery = true, value = """
                    select * from call_revision
                    where call_id = :callId and updated_at <= :at and (superseded_at is null or superseded_at > :at)
                    """)
    Optional<CallRevision> at(UUID callId, Instant at);

    /** Records before a version, the latest first. */
    @Query(nativeQuery = true, value = """
                    select * from call_revision
                    where call_id = :callId and version < :before
                    order by version desc limit :most
                    """)
    List<CallRevision> before(UUID callId, long before, int most);
}
