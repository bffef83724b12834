package org.readout.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallDuration;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Outcome;
import org.readout.claim.QuoteType;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.StatementCluster;
import org.readout.reconciliation.Witness;

class RecordJsonTests {

    private static final Witness WITNESS = new Witness(
            "article", "report", "c1", "P", null, "about an hour", null, Origin.ofOutlet("P"), null, Modality.ASSERTED);

    private static CallRecord record(List<Witness> evidence) {
        Map<String, Finding<?>> findings = new LinkedHashMap<>();
        for (PropertyRule<?, ?> rule : Rules.all()) {
            findings.put(rule.name(), rule.notStated());
        }
        findings.put(
                Rules.DURATION.name(),
                new Finding<>(
                        new CallDuration(50, 55, 59, false, true),
                        Outcome.SINGLE,
                        "rule",
                        "because",
                        evidence,
                        List.of(),
                        1,
                        1,
                        null));
        return new CallRecord(
                findings,
                List.of(new StatementCluster("k", "a", null, null, QuoteType.DIRECT, "words", evidence, 1, 1)),
                1,
                1);
    }

    @Test
    void aBriefRecordSaysTheSameWithoutItsEvidence() {
        String stored = RecordJson.write(new Settled(record(List.of(WITNESS, WITNESS)), null));

        Settled brief = RecordJson.brief(stored);
        Settled whole = RecordJson.settled(stored);

        Rules.all().forEach(rule -> {
            Finding<?> a = brief.record().finding(rule);
            Finding<?> b = whole.record().finding(rule);
            assertThat(a.selected()).as(rule.name()).isEqualTo(b.selected());
            assertThat(a.outcome()).isEqualTo(b.outcome());
            assertThat(a.decided()).isEqualTo(b.decided());
        });
        assertThat(brief.record().duration()).isEqualTo(new CallDuration(50, 55, 59, false, true));
        assertThat(brief.record().statements())
                .extracting(StatementCluster::text)
                .containsExactly("words");
        assertThat(brief.record().finding(Rules.DURATION).supporting()).isEmpty();
        assertThat(whole.record().finding(Rules.DURATION).supporting()).hasSize(2);
    }
}
