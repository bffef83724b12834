package org.readout.decision;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DecisionRepository extends JpaRepository<Decision, UUID> {

    /** The decisions on these calls that stand, the earliest first. */
    @Query(
            nativeQuery = true,
            value = "select * from decision where call_id = any (:calls) and undone_at is null order by made_at, id")
    List<Decision> standingOn(UUID[] calls);

    /** Every decision on these calls, the latest first. */
    @Query("select d from Decision d where d.callId in :calls order by d.madeAt desc, d.id desc")
    List<Decision> everOn(Collection<UUID> calls);

    /** Decisions on which reports are one call that touch reports of these people, the earliest first. */
    @Query(nativeQuery = true, value = """
                    select * from decision
                    where undone_at is null and kind in ('SAME_CALL', 'DIFFERENT_CALLS') and id in (
                      select decision_id from decision_report where people_id in (:people))
                    order by made_at, id
                    """)
    List<Decision> onReportsOf(Collection<UUID> people);
}
