package org.readout.call;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CallRepository extends JpaRepository<Call, UUID> {

    @Query(nativeQuery = true, value = "select * from call_record where id = any (:ids)")
    List<Call> ofIds(UUID[] ids);
}
