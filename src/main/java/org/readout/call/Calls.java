package org.readout.call;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Calls extends JpaRepository<Call, UUID> {

    @Query(
            nativeQuery = true,
            value = "select * from call_record where md5(people_key) = md5(:key) and people_key = :key")
    List<Call> ofPeople(String key);

    List<Call> findByIdIn(Collection<UUID> ids);
}
