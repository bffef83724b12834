package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Property;

/**
 * Makes one record of all reports of a call. A pure function: the same reports and rulings in any order, any of them
 * given twice, make the same record.
 */
public final class Reconciler {

    /** Another one means that the whole store is to be reconciled again. */
    public static final String RULES_VERSION = "16";

    private Reconciler() {}

    /**
     * The record of the reports.
     *
     * @param reports at least one report, all of one call
     * @param rulings what people decided on the call, at most one a property
     * @param profile which claims narrow a value
     * @throws IllegalArgumentException when there are no reports
     */
    public static CallRecord reconcile(
            Collection<HeardReport> reports, Collection<PropertyDecision> rulings, Profile profile) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("A record needs a report");
        }
        List<HeardReport> all = canonical(reports);
        Map<PropertyRule<?, ?>, PropertyDecision> decided = new HashMap<>();
        rulings.forEach(r -> decided.put(r.rule(), r));
        Map<String, Finding<?>> findings = new LinkedHashMap<>();
        Hearing hearing = new Hearing(all, profile, Collections.unmodifiableMap(findings));
        for (PropertyRule<?, ?> rule : Rules.all()) {
            findings.put(rule.name(), find(rule, hearing, decided.get(rule)));
        }
        return new CallRecord(
                Collections.unmodifiableMap(findings),
                StatementRule.apply(hearing.on(Property.STATEMENT)),
                (int) Hearing.witnesses(all).stream()
                        .map(HeardReport::articleId)
                        .distinct()
                        .count(),
                origins(Hearing.witnesses(all)));
    }

    private static <C, S> Finding<S> find(PropertyRule<C, S> rule, Hearing hearing, @Nullable PropertyDecision ruling) {
        Finding<S> reported = rule.find(hearing);
        return ruling == null ? reported : ruling.over(rule, reported);
    }

    /** Each report once, in an order of its own. */
    private static List<HeardReport> canonical(Collection<HeardReport> reports) {
        Map<String, HeardReport> byId = new LinkedHashMap<>();
        reports.forEach(t -> byId.putIfAbsent(t.reportId(), t));
        List<HeardReport> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(
                        (HeardReport t) -> Objects.requireNonNullElse(t.published(), java.time.LocalDate.MAX))
                .thenComparing(t -> Objects.requireNonNullElse(t.publisher(), ""))
                .thenComparing(t -> t.report().toString())
                .thenComparing(HeardReport::reportId));
        return all;
    }

    private static int origins(List<HeardReport> all) {
        Set<String> origins = new TreeSet<>();
        for (HeardReport t : all) {
            t.report().claims().stream()
                    .filter(c -> c.property() != Property.TOPIC && c.property() != Property.STATEMENT)
                    .map(t::originOf)
                    .forEach(origins::add);
        }
        return origins.size();
    }
}
