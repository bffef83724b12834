package org.readout.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Span;
import org.readout.claim.Warning;
import org.readout.extraction.Reading;
import org.readout.extraction.trace.Trace;
import org.readout.platform.Problem;
import org.readout.report.ReportView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/extractions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extractions", description = "What the reader makes of a text, stored nowhere")
class ExtractionController {

    /** What a text would give. */
    @Schema(name = "Extraction", description = "What a text would give; every claim names the rule that read it")
    record ExtractionView(
            @Schema(description = "Day of publication, given or read", example = "2024-11-17") @Nullable
            String publishedAt,

            PublishedBasis publishedAtBasis,
            List<String> externalIds,

            @Schema(description = "Why it may tell of less than it says", example = "[]")
            List<Warning> warnings,

            List<ReportView> reports,

            @Schema(description = "Every place considered and what was made of it; null unless asked for") @Nullable
            List<StepView> trace) {}

    /** One place that could tell of a call. */
    @Schema(name = "TraceStep", description = "Words that could tell of a call, and why they were taken or not")
    record StepView(
            @Schema(description = "The words") Span span,

            @Schema(description = "The rule that considered them", example = "contact-spoke")
            String rule,

            @Schema(description = "Whether a call was read from them")
            boolean taken,

            @Schema(description = "What the rule made of them", example = "IN_PERSON")
            Trace.Verdict verdict,

            @Schema(description = "The verdict in words", example = "was face to face")
            String reason) {
        static StepView of(Trace.Step s) {
            return new StepView(
                    s.words(),
                    s.rule(),
                    s.verdict() == Trace.Verdict.TAKEN,
                    s.verdict(),
                    s.verdict().words());
        }
    }

    private final DraftReader reader;

    ExtractionController(DraftReader reader) {
        this.reader = reader;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read a text without storing it",
            description = "What the reader makes of it and by which rule; for trying out a text or a rule.")
    ExtractionView readText(
            @RequestBody ArticleCommand command,
            @Parameter(description = "Whether to tell what was considered, and why it was dropped", example = "true")
                    @RequestParam(defaultValue = "false")
                    boolean trace) {
        if (command.reports() != null) {
            throw Problem.field("/reports", "is nothing to read");
        }
        Trace steps = new Trace();
        Reading reading = reader.read(Drafts.of(command, null).orThrow(), steps);
        return new ExtractionView(
                reading.published() == null ? null : reading.published().toString(),
                reading.basis(),
                reading.externalIds(),
                List.copyOf(reading.warnings()),
                reading.reports().stream().map(ReportView::of).toList(),
                trace ? steps.steps().stream().map(StepView::of).toList() : null);
    }
}
