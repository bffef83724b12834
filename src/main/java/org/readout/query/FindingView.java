package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Outcome;
import org.readout.claim.Span;
import org.readout.reconciliation.AppliedDecision;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.Witness;
import org.readout.report.ValueView;

/** What was found on one property of a call, as the API shows it. */
@Schema(
        name = "Finding",
        description =
                "What was found on one property of a call: the value, how the reports stand to each other, by which rule, on which words")
public record FindingView(
        @Schema(description = "The value chosen, of the property's kind; null when none is stated") @Nullable
        Object selected,

        @Schema(description = "Of a duration, the bounds that the words exclude to pass", example = "[\"high\"]")
        List<String> hardBounds,

        Outcome outcome,

        @Schema(description = "The rule that chose", example = "duration-marzullo")
        String rule,

        @Schema(description = "A sentence that a person can read")
        String explanation,

        @Schema(description = "The claims that the value rests on")
        List<WitnessView> supporting,

        @Schema(description = "The claims that say otherwise")
        List<WitnessView> opposing,

        int articleCount,
        int originCount,

        @Schema(description = "The decision that the value rests on, where a person made one") @Nullable
        DecidedView decided) {

    /** A claim as evidence. */
    @Schema(name = "Witness", description = "A claim as evidence for or against a value")
    public record WitnessView(
            UUID articleId,
            UUID reportId,

            @Schema(description = "The claim, unique within its article", example = "r1c4")
            String claimId,

            @Schema(example = "MENAFN") @Nullable String publisher,

            @Schema(description = "What the words stand for") @Nullable
            Object value,

            @Schema(description = "Of a duration, the bounds that the words exclude to pass", example = "[\"high\"]")
            List<String> hardBounds,

            @Schema(description = "The wording", example = "nearly an hour")
            String text,

            @Schema(description = "Where the wording stands; null for a claim given without a text") @Nullable
            Span span,

            Origin origin,
            @Nullable String relayer,
            Modality modality) {
        static WitnessView of(Witness w) {
            return new WitnessView(
                    UUID.fromString(w.articleId()),
                    UUID.fromString(w.reportId()),
                    w.claimId(),
                    w.publisher(),
                    ValueView.of(w.value()),
                    ValueView.hardBounds(w.value()),
                    w.text(),
                    w.span(),
                    w.origin(),
                    w.relayer(),
                    w.modality());
        }
    }

    /** The decision that a value rests on. */
    @Schema(name = "AppliedDecision", description = "The decision that a value rests on")
    public record DecidedView(
            @Schema(description = "The decision's id") UUID id,
            @Schema(description = "Who decided") @Nullable String who,
            @Schema(description = "Why") @Nullable String reason,
            @Schema(description = "When") Instant madeAt,

            @Schema(description = "Whether reports that came later say otherwise")
            boolean contradicted,

            @Schema(description = "The value that the reports alone give") @Nullable
            Object reported,

            @Schema(description = "How the reports stand to each other")
            Outcome reportedOutcome) {
        static DecidedView of(AppliedDecision d) {
            return new DecidedView(
                    d.id(),
                    d.who(),
                    d.reason(),
                    d.madeAt(),
                    d.contradicted(),
                    ValueView.of(d.reported()),
                    d.reportedOutcome());
        }
    }

    /** What was found on each property, by the name of the call's field. */
    static Map<String, FindingView> all(CallRecord record) {
        Map<String, FindingView> out = new LinkedHashMap<>();
        Rules.all().forEach(rule -> out.put(rule.field(), of(record.finding(rule))));
        return out;
    }

    static FindingView of(Finding<?> f) {
        return new FindingView(
                ValueView.of(f.selected()),
                ValueView.hardBounds(f.selected()),
                f.outcome(),
                f.rule(),
                f.explanation(),
                f.supporting().stream().map(WitnessView::of).toList(),
                f.opposing().stream().map(WitnessView::of).toList(),
                f.articleCount(),
                f.originCount(),
                f.decided() == null ? null : DecidedView.of(f.decided()));
    }
}
