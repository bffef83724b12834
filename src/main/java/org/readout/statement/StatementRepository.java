package org.readout.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StatementRepository extends JpaRepository<Statement, UUID> {

    List<Statement> findByCallIdOrderByCreatedAtAscIdAsc(UUID callId);

    @Query(nativeQuery = true, value = """
                    select s.* from statement s
                    where (cast(:callId as uuid) is null or s.call_id = cast(:callId as uuid))
                      and (cast(:saidBy as text) is null or md5(s.said_by) = md5(:saidBy) and s.said_by = :saidBy)
                      and (cast(:onBehalfOf as text) is null or s.on_behalf_of = :onBehalfOf)
                      and (cast(:relayedBy as text) is null or position(lower(:relayedBy) in lower(s.relayed_by)) > 0)
                      and (cast(:participants as text[]) is null or s.participants @> cast(:participants as text[]))
                      and (cast(:from as date) is null or s.date_latest >= :from)
                      and (cast(:to as date) is null or s.date_earliest <= :to)
                      and (cast(:publisher as text) is null or s.publishers @> array[lower(:publisher)])
                      and (cast(:quoteType as text) is null or s.quote_type = :quoteType)
                      and (cast(:q as text) is null or s.search @@ text_query(:q))
                      and (cast(:beforeTime as timestamptz) is null or (s.created_at, s.id) < (:beforeTime, cast(:beforeId as uuid)))
                    order by s.created_at desc, s.id desc
                    limit :most
                    """)
    List<Statement> list(
            @Nullable UUID callId,
            String @Nullable [] participants,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String publisher,
            @Nullable String saidBy,
            @Nullable String onBehalfOf,
            @Nullable String relayedBy,
            @Nullable String quoteType,
            @Nullable String q,
            @Nullable Instant beforeTime,
            @Nullable UUID beforeId,
            int most);
}
