package org.readout.decision;

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
import org.readout.grouping.GroupingDecision;
import org.readout.platform.Locks;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.PropertyDecision;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.StatementCluster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The decisions that stand, as grouping and reconciling take them. */
@Component
public class DecisionsInForce {

    /**
     * What people decided on one call.
     *
     * @param values one a property
     * @param noStatements hashes of the wordings that are no statements of it
     */
    public record OnCall(List<PropertyDecision> values, Set<String> noStatements) {

        public static final OnCall NONE = new OnCall(List.of(), Set.of());

        /** The record without what is no statement of the call. */
        public CallRecord without(CallRecord record) {
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

    private final DecisionRepository decisions;
    private final Locks locks;
    private final JdbcTemplate jdbc;

    DecisionsInForce(DecisionRepository decisions, Locks locks, JdbcTemplate jdbc) {
        this.decisions = decisions;
        this.locks = locks;
        this.jdbc = jdbc;
    }

    /**
     * What was decided on each of the calls; of two decisions on a property, after a merger, the later counts.
     *
     * @param heirs the calls, and those merged into them, each with the call that it is now
     */
    public Map<UUID, OnCall> on(Map<UUID, UUID> heirs) {
        Map<UUID, List<Decision>> standing = new LinkedHashMap<>();
        for (Decision d : decisions.standingOn(heirs.keySet().toArray(UUID[]::new))) {
            standing.computeIfAbsent(Objects.requireNonNull(heirs.get(d.callId())), k -> new ArrayList<>())
                    .add(d);
        }
        Map<UUID, OnCall> out = new HashMap<>();
        standing.forEach((call, all) -> out.put(call, onCall(all)));
        return out;
    }

    private OnCall onCall(List<Decision> standing) {
        Map<PropertyRule<?, ?>, PropertyDecision> values = new LinkedHashMap<>();
        Set<String> noStatements = new HashSet<>();
        for (Decision d : standing) {
            PropertyRule<?, ?> property = d.property();
            if (d.kind() == DecisionKind.PROPERTY && property != null) {
                values.put(
                        property,
                        new PropertyDecision(
                                d.id(),
                                property,
                                DecisionJson.value(property, d.content()),
                                d.who(),
                                d.reason(),
                                d.madeAt(),
                                side(d.id(), 0)));
            } else if (d.kind() == DecisionKind.NOT_A_STATEMENT) {
                for (JsonNode hash : DecisionJson.tree(d.content()).path("wordings")) {
                    noStatements.add(hash.asString());
                }
            }
        }
        return new OnCall(List.copyOf(values.values()), noStatements);
    }

    /** The decisions on which reports of these people are one call, the latest last. */
    public List<GroupingDecision> groupingDecisions(Set<UUID> people) {
        if (!standing().onReports()) {
            return List.of();
        }
        List<GroupingDecision> out = new ArrayList<>();
        for (Decision d : decisions.onReportsOf(people)) {
            out.add(new GroupingDecision(d.kind() == DecisionKind.SAME_CALL, side(d.id(), 0), side(d.id(), 1)));
        }
        return out;
    }

    /**
     * What kinds of decisions stand.
     *
     * @param any whether there is one at all
     * @param onReports whether there is one on which reports are one call
     */
    private record Standing(boolean any, boolean onReports) {}

    private Standing standing() {
        return locks.whileShared(
                Locks.Level.DECISIONS,
                "standing",
                () -> Objects.requireNonNull(jdbc.queryForObject(
                        """
                        select exists (select 1 from decision where undone_at is null),
                               exists (select 1 from decision where undone_at is null and kind = any (?))""", (rs, row) -> new Standing(rs.getBoolean(1), rs.getBoolean(2)), (Object)
                                new String[] {DecisionKind.SAME_CALL.name(), DecisionKind.DIFFERENT_CALLS.name()})));
    }

    /** Whether anything is decided at all. */
    public boolean any() {
        return standing().any();
    }

    /** These people, and those whose reports a decision makes one call with theirs. */
    public Set<UUID> linked(Collection<UUID> people) {
        Set<UUID> all = new TreeSet<>(people);
        List<UUID> open = standing().onReports() ? List.copyOf(all) : List.of();
        while (!open.isEmpty()) {
            List<UUID> found = jdbc.queryForList("""
                        select distinct b.people_id
                          from decision_report a
                          join decision d on d.id = a.decision_id and d.undone_at is null and d.kind in ('SAME_CALL', 'DIFFERENT_CALLS')
                          join decision_report b on b.decision_id = d.id
                         where a.people_id = any (?) and b.people_id is not null
                        """, UUID.class, (Object) open.toArray(UUID[]::new));
            open = found.stream().distinct().filter(all::add).toList();
        }
        return all;
    }

    /**
     * Follows reports to the ids that they have now that they name others.
     *
     * @param reports the ids now by those before
     * @param people whom the reports name now, by their ids now
     */
    public void rename(Map<UUID, UUID> reports, Map<UUID, UUID> people) {
        reports.forEach((from, to) -> jdbc.update(
                "update decision_report set report_id = ?, people_id = ? where report_id = ? and decision_id not in (select decision_id from decision_report where report_id = ?)",
                to,
                Objects.requireNonNull(people.get(to)),
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
    public static String hash(String wording) {
        try {
            byte[] text = Words.fold(wording).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
