package org.readout.leader;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeaderRepository extends JpaRepository<Leader, String> {

    Optional<Leader> findByIdAndRemovedAtIsNull(String id);

    /** Those after a name and id in order, of those with a spelling like {@code like} who held an office in the state. */
    @Query(nativeQuery = true, value = """
                    select l.* from leader l
                    where l.removed_at is null and l.merged_into is null
                      and (cast(:like as text) is null or l.id in (
                        with recursive meant as (
                          select m.id, m.merged_into from leader_name n join leader m on m.id = n.leader_id
                          where n.folded like :like
                          union
                          select p.id, p.merged_into from leader p join meant on p.id = meant.merged_into)
                        select id from meant))
                      and (cast(:country as text) is null or exists (
                        select 1 from leader_term t where t.leader_id = l.id and t.country = :country))
                      and (cast(:office as text) is null or exists (
                        select 1 from leader_term t where t.leader_id = l.id and t.office = :office
                           and (cast(:country as text) is null or t.country = :country)))
                      and (cast(:afterName as text) is null or (l.name, l.id) > (:afterName, :afterId))
                    order by l.name, l.id
                    limit :most
                    """)
    List<Leader> search(
            @org.jspecify.annotations.Nullable String like,
            @org.jspecify.annotations.Nullable String country,
            @org.jspecify.annotations.Nullable String office,
            @org.jspecify.annotations.Nullable String afterName,
            @org.jspecify.annotations.Nullable String afterId,
            int most);

    List<Leader> findByRemovedAtIsNull();
}
