package org.readout.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Property;
import org.readout.feed.Difference;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.StatementCluster;
import org.readout.report.ValueView;
import tools.jackson.databind.JsonNode;

/** In what two records of a call differ. */
final class RecordDifferences {

    private RecordDifferences() {}

    /**
     * The properties whose value or outcome differs, in the order of the rules; of the statements those that differ.
     *
     * @param before the record before, its evidence left out or not; null where there was none
     * @param after the record now
     */
    static List<Difference> of(@Nullable JsonNode before, @Nullable JsonNode after) {
        CallRecord old = before == null ? null : RecordJson.settled(before).record();
        CallRecord now = after == null ? null : RecordJson.settled(after).record();
        List<Difference> out = new ArrayList<>();
        for (PropertyRule<?, ?> rule : Rules.all()) {
            Finding<?> a = old == null ? rule.notStated() : old.finding(rule);
            Finding<?> b = now == null ? rule.notStated() : now.finding(rule);
            if (!Objects.equals(a.selected(), b.selected()) || a.outcome() != b.outcome()) {
                out.add(new Difference(
                        rule.field(),
                        ValueView.of(a.selected()),
                        ValueView.of(b.selected()),
                        a.outcome().name(),
                        b.outcome().name()));
            }
        }
        Map<String, String> was = statements(old);
        Map<String, String> is = statements(now);
        if (!was.keySet().equals(is.keySet())) {
            out.add(new Difference(Property.STATEMENT.field(), without(was, is), without(is, was), null, null));
        }
        return out;
    }

    private static Map<String, String> statements(@Nullable CallRecord record) {
        Map<String, String> out = new LinkedHashMap<>();
        if (record != null) {
            record.statements().forEach((StatementCluster s) -> out.put(s.key(), s.text()));
        }
        return out;
    }

    private static List<String> without(Map<String, String> all, Map<String, String> those) {
        return all.entrySet().stream()
                .filter(e -> !those.containsKey(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
