package org.readout.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.readout.call.CallLookup;
import org.readout.call.RecordedCall;
import org.readout.query.RelatedCall.Relation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the calls that one is to be seen beside: those that may be the same, and those before and after. */
@Service
class RelatedCalls {

    private static final int MOST = 20;
    private static final int CHANGED_LAST = 500;
    private static final String LIVE = " and c.merged_into is null and c.emptied_at is null and c.id <> me.id";

    private final CallLookup calls;
    private final JdbcTemplate jdbc;

    RelatedCalls(CallLookup calls, JdbcTemplate jdbc) {
        this.calls = calls;
        this.jdbc = jdbc;
    }

    /** The related calls: those that may be the same first, then those of the day, then the ones before and after. */
    @Transactional(readOnly = true)
    List<RelatedCall> of(UUID id) {
        RecordedCall call = calls.require(id, "/related");
        Map<UUID, RelatedCall> found = new LinkedHashMap<>();
        List<RelatedCall> sameDay = new ArrayList<>();
        for (UUID other : ids(id, """
                select c.id from call_record me join call_record c on c.participants && me.participants
                 where me.id = ? and c.date_earliest <= me.date_latest + 1 and c.date_latest >= me.date_earliest - 1
                   and c.date_latest - c.date_earliest <= 31 and me.date_latest - me.date_earliest <= 31""" + LIVE + " order by c.date_latest, c.id limit " + MOST)) {
            RecordedCall near = calls.require(other, "");
            if (onOneAnother(call, near)) {
                found.put(other, new RelatedCall(Relation.MAY_BE_SAME, CallView.of(near)));
            } else {
                sameDay.add(new RelatedCall(Relation.SAME_DAY, CallView.of(near)));
            }
        }
        sameDay.forEach(r -> found.put(r.call().id(), r));
        nearest(id, found, Relation.BEFORE, "c.date_latest < me.date_earliest", "desc");
        nearest(id, found, Relation.AFTER, "c.date_earliest > me.date_latest", "");
        return List.copyOf(found.values());
    }

    /** Pairs of calls of one day of which one has all the people of the other, among those that changed last. */
    @Transactional(readOnly = true)
    List<List<UUID>> twins(int most) {
        return jdbc.query(
                """
                with latest as materialized (
                  select * from call_record where merged_into is null and emptied_at is null and date_earliest = date_latest
                  order by updated_at desc limit ?)
                select one.id, other.id from latest one join call_record other
                    on other.date_earliest = one.date_earliest and other.date_latest = one.date_latest and other.id <> one.id
                   and (other.participants @> one.participants or other.participants <@ one.participants and other.updated_at < one.updated_at)
                   and other.merged_into is null and other.emptied_at is null
                 where other.participants && one.participants
                 order by one.updated_at desc, one.id, other.id limit ?""",
                (rs, row) -> List.of(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                CHANGED_LAST,
                most);
    }

    /** Live calls on which a person has ruled, the latest ruling first. */
    @Transactional(readOnly = true)
    List<UUID> decided() {
        return jdbc.queryForList("""
                select c.id from (
                  select call_id, max(made_at) as made_at from decision
                   where kind = 'PROPERTY' and undone_at is null group by call_id order by 2 desc limit ?) d
                join call_record c on c.id = d.call_id and c.merged_into is null and c.emptied_at is null
                order by d.made_at desc""", UUID.class, CHANGED_LAST);
    }

    private void nearest(UUID id, Map<UUID, RelatedCall> found, Relation relation, String where, String direction) {
        ids(
                        id,
                        "select c.id from call_record me join call_record c on c.people_id = me.people_id where me.id = ? and "
                                + where + LIVE + " order by c.date_latest " + direction + ", c.id " + direction
                                + " limit 1")
                .forEach(other ->
                        found.putIfAbsent(other, new RelatedCall(relation, CallView.of(calls.require(other, "")))));
    }

    private List<UUID> ids(UUID id, String sql) {
        return jdbc.queryForList(sql, UUID.class, id);
    }

    private static boolean onOneAnother(RecordedCall one, RecordedCall other) {
        Set<String> a = one.participants();
        Set<String> b = other.participants();
        return a.containsAll(b) || b.containsAll(a);
    }
}
