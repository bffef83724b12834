package org.readout.leader;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LeaderRepository extends JpaRepository<Leader, String> {

    Optional<Leader> findByIdAndRemovedAtIsNull(String id);

    List<Leader> findByRemovedAtIsNull();
}
