package org.readout.call;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Decisions extends JpaRepository<Decision, UUID> {

    /** Every ruling on this call and on calls merged into it, the latest first. */
    @Query(nativeQuery = true, value = """
                    with recursive family as (
                      select id from call_record where id = :call
                      union
                      select c.id from call_record c join family f on c.merged_into = f.id)
                    select d.* from decision d join family f on f.id = d.call_id
                    order by d.made_at desc, d.id desc
                    """)
    List<Decision> everOn(UUID call);

    @Query(nativeQuery = true, value = """
                    select * from decision
                    where (cast(:kind as text) is null or kind = :kind)
                      and (cast(:who as text) is null or who = :who)
                      and (cast(:standing as boolean) is null or (undone_at is null) = :standing)
                      and (cast(:beforeTime as timestamptz) is null or (made_at, id) < (:beforeTime, cast(:beforeId as uuid)))
                    order by made_at desc, id desc
                    limit :most
                    """)
    List<Decision> list(
            @Nullable String kind,
            @Nullable String who,
            @Nullable Boolean standing,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most);

    /** Rulings on which reports are one call that touch reports of these people, the earliest first. */
    @Query(nativeQuery = true, value = """
                    select * from decision
                    where undone_at is null and kind in ('SAME_CALL', 'DIFFERENT_CALLS') and id in (
                      select dr.decision_id from decision_report dr join report r on r.id = dr.report_id
                      where r.people_id in (:people))
                    order by made_at, id
                    """)
    List<Decision> onReportsOf(Collection<UUID> people);
}
