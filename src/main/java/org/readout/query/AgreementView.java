package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.claim.Outcome;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.Witness;

/** How the reports of one call stand to each other. */
@Schema(name = "Agreement", description = "How the reports of a call stand to each other, by property")
record AgreementView(
        UUID callId,

        @Schema(description = "Properties that more than one article states, or one states twice", example = "4")
        int compared,

        @Schema(description = "Those of them on which reports contradict each other", example = "1")
        int disagreeing,

        @Schema(description = "disagreeing / compared; null when nothing is compared", example = "0.25") @Nullable
        Double share,

        Map<String, PropertyAgreement> properties) {

    /** How the reports stand to each other on one property. */
    @Schema(name = "PropertyAgreement", description = "How the reports of a call stand to each other on one property")
    record PropertyAgreement(
            Outcome outcome,

            @Schema(description = "The same without what a person decided")
            Outcome reportedOutcome,

            int articleCount,
            int originCount,

            @Schema(description = "Articles for the value", example = "2")
            int supportingArticles,

            @Schema(description = "Articles that say otherwise", example = "1")
            int opposingArticles,

            @Schema(description = "Publishers of those that say otherwise", example = "[\"MENAFN\"]")
            List<String> opposingPublishers) {

        static PropertyAgreement of(Finding<?> f) {
            return new PropertyAgreement(
                    f.outcome(),
                    f.decided() == null ? f.outcome() : f.decided().reportedOutcome(),
                    f.articleCount(),
                    f.originCount(),
                    articles(f.supporting()),
                    articles(f.opposing()),
                    f.opposing().stream()
                            .map(Witness::publisher)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .toList());
        }

        private static int articles(List<Witness> witnesses) {
            return (int) witnesses.stream().map(Witness::articleId).distinct().count();
        }
    }

    static AgreementView of(RecordedCall call) {
        Map<String, PropertyAgreement> properties = new LinkedHashMap<>();
        CallRecord record = call.settled().record();
        Rules.all().forEach(rule -> properties.put(rule.field(), PropertyAgreement.of(record.finding(rule))));
        int disagreeing = count(properties, List.of(Outcome.CONFLICT));
        int compared = disagreeing + count(properties, List.of(Outcome.AGREE, Outcome.COMPATIBLE));
        return new AgreementView(call.callId(), compared, disagreeing, share(disagreeing, compared), properties);
    }

    private static int count(Map<String, PropertyAgreement> properties, List<Outcome> outcomes) {
        return (int) properties.values().stream()
                .filter(p -> outcomes.contains(p.reportedOutcome()))
                .count();
    }

    /** A share to four places. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
