package org.readout.leader;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeaderRepository extends JpaRepository<Leader, String> {

    Optional<Leader> findByIdAndRemovedAtIsNull(String id);

    /** Those after a name and id in order, of those who held an office in the state. */
    @Query(nativeQuery = true, value = """
                    select l.* from leader l
                    where l.removed_at is null and l.merged_into is null
                      and (cast(:country as text) is null or exists (
                        select 1 from leader_term t where t.leader_id = l.id and t.country = :country))
                      and (cast(:office as text) is null or exists (
                        select 1 from leader_term t where t.leader_id = l.id and t.office = :office
                           and (cast(:country as text) is null or t.country = :country)))
                      and (cast(:afterName as text) is null or (l.name, l.id) > (:afterName, :afterId))
                    order by l.name, l.id
                    limit :most
                    """)
    List<Leader> list(
            @Nullable String country,
            @Nullable String office,
            @Nullable String afterName,
            @Nullable String afterId,
            int most);

    List<Leader> findByRemovedAtIsNull();
}
