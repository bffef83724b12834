package org.readout.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.readout.claim.Words;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Judgement;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Ruling;
import org.readout.reconciliation.StatementCluster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The decisions that stand, as grouping and reconciling take them. */
@Component
class Rulings {

    /**
     * What people decided on one call.
     *
     * @param values one a property
     * @param noStatements hashes of the wordings that are no statements of it
     */
    record OnCall(List<Ruling> values, Set<String> noStatements) {

        static final OnCall NONE = new OnCall(List.of(), Set.of());

        /** The record without what is no statement of the call. */
        CallRecord without(CallRecord record) {
            return noStatements.isEmpty()
                    ? record
                    : record.withStatements(record.statements().stream()
                            .filter(s -> !ruledOut(s))
                            .toList());
        }

        private boolean ruledOut(StatementCluster statement) {
            return statement.variants().stream().anyMatch(v -> noStatements.contains(hash(v.text())));
        }
    }

    private final Decisions decisions;
    private final JdbcTemplate jdbc;

    Rulings(Decisions decisions, JdbcTemplate jdbc) {
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /** What was decided on each of the calls; of two decisions on a property, after a merger, the later counts. */
    Map<UUID, OnCall> on(Collection<UUID> calls) {
        Map<UUID, List<UUID>> standing = new LinkedHashMap<>();
        jdbc.query(
                """
                with recursive family as (
                  select id, id as call from call_record where id = any (?)
                  union
                  select c.id, f.call from call_record c join family f on c.merged_into = f.id)
                select f.call, d.id from decision d join family f on f.id = d.call_id
                where d.undone_at is null
                order by d.made_at, d.id
                """,
                rs -> {
                    standing.computeIfAbsent(rs.getObject(1, UUID.class), k -> new ArrayList<>())
                            .add(rs.getObject(2, UUID.class));
                },
                (Object) calls.toArray(UUID[]::new));
        Map<UUID, OnCall> out = new HashMap<>();
        standing.forEach((call, ids) -> {
            Map<UUID, Decision> byId = new HashMap<>();
            decisions.findAllById(ids).forEach(d -> byId.put(d.id(), d));
            out.put(
                    call,
                    onCall(ids.stream().map(byId::get).filter(Objects::nonNull).toList()));
        });
        return out;
    }

    private OnCall onCall(List<Decision> standing) {
        Map<PropertyRule<?, ?>, Ruling> values = new LinkedHashMap<>();
        Set<String> noStatements = new HashSet<>();
        for (Decision d : standing) {
            PropertyRule<?, ?> property = d.property();
            if (d.kind() == DecisionKind.PROPERTY && property != null) {
                values.put(
                        property,
                        new Ruling(
                                d.id(),
                                property,
                                RecordJson.decided(property, d.content()),
                                d.who(),
                                d.reason(),
                                d.madeAt(),
                                side(d.id(), 0)));
            } else if (d.kind() == DecisionKind.NOT_A_STATEMENT) {
                for (JsonNode hash : RecordJson.tree(d.content()).path("wordings")) {
                    noStatements.add(hash.asString());
                }
            }
        }
        return new OnCall(List.copyOf(values.values()), noStatements);
    }

    /** The rulings on which reports of these people are one call, the latest last. */
    List<Judgement> judgements(Set<UUID> people) {
        List<Judgement> out = new ArrayList<>();
        for (Decision d : decisions.onReportsOf(people)) {
            out.add(new Judgement(d.kind() == DecisionKind.SAME_CALL, side(d.id(), 0), side(d.id(), 1)));
        }
        return out;
    }

    /** These people, and those whose reports a ruling makes one call with theirs. */
    Set<UUID> linked(Collection<UUID> people) {
        Set<UUID> all = new TreeSet<>(people);
        boolean ruled = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from decision where undone_at is null and kind in ('SAME_CALL', 'DIFFERENT_CALLS'))",
                Boolean.class));
        List<UUID> open = ruled ? List.copyOf(all) : List.of();
        while (!open.isEmpty()) {
            List<UUID> found = jdbc.queryForList("""
                        select distinct r2.people_id
                          from report r
                          join decision_report a on a.report_id = r.id
                          join decision d on d.id = a.decision_id and d.undone_at is null and d.kind in ('SAME_CALL', 'DIFFERENT_CALLS')
                          join decision_report b on b.decision_id = d.id
                          join report r2 on r2.id = b.report_id
                         where r.people_id = any (?)
                        """, UUID.class, (Object) open.toArray(UUID[]::new));
            open = found.stream().distinct().filter(all::add).toList();
        }
        return all;
    }

    /** Follows reports to the ids they have now. */
    void rename(Map<UUID, UUID> reports) {
        reports.forEach((from, to) -> jdbc.update(
                "update decision_report set report_id = ? where report_id = ? and decision_id not in (select decision_id from decision_report where report_id = ?)",
                to,
                from,
                to));
    }

    private Set<String> side(UUID decision, int side) {
        return new HashSet<>(jdbc.queryForList(
                "select cast(report_id as text) from decision_report where decision_id = ? and side = ?",
                String.class,
                decision,
                side));
    }

    /** What a wording is known by, however it is cased and punctuated. */
    static String hash(String wording) {
        try {
            byte[] text = Words.fold(wording).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
