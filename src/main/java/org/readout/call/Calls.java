package org.readout.call;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Calls extends JpaRepository<Call, UUID> {

    /** As much of a live call as others of the same people are held against. */
    interface Line {
        UUID getId();

        String getStatus();

        @Nullable
        LocalDate getEarliest();

        @Nullable
        LocalDate getLatest();

        boolean getMeasured();
    }

    @Query(nativeQuery = true, value = """
                    select id as "id", status as "status", date_earliest as "earliest", date_latest as "latest",
                           not outcomes @> array['previousCall:NOT_STATED'] as "measured"
                    from call_record
                    where md5(people_key) = md5(:key) and people_key = :key and merged_into is null and emptied_at is null
                    """)
    List<Line> linesOfPeople(String key);
}
