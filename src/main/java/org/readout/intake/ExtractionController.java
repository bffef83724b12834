package org.readout.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.PublishedBasis;
import org.readout.extraction.Reading;
import org.readout.platform.Problem;
import org.readout.report.ReportView;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/extractions")
@Tag(name = "Extractions", description = "What the reader makes of a text, stored nowhere")
class ExtractionController {

    /** What a text would give. */
    @Schema(name = "Extraction", description = "What a text would give; every claim names the rule that read it")
    record ExtractionView(
            @Schema(description = "Day of publication, given or read", example = "2024-11-17", nullable = true)
            @Nullable
            String publishedAt,

            PublishedBasis publishedAtBasis,
            List<String> externalIds,
            List<ReportView> reports) {}

    private final IntakeService intake;

    ExtractionController(IntakeService intake) {
        this.intake = intake;
    }

    @PostMapping
    @Operation(
            summary = "Read a text without storing it",
            description = "What the reader makes of it and by which rule; for trying out a text or a rule.")
    ExtractionView read(@RequestBody ArticleCommand command) {
        if (command.reports() != null) {
            throw Problem.field("/reports", "is nothing to read");
        }
        Reading reading = intake.read(Drafts.of(command, null).orThrow());
        return new ExtractionView(
                reading.published() == null ? null : reading.published().toString(),
                reading.basis(),
                reading.externalIds(),
                reading.reports().stream().map(ReportView::of).toList());
    }
}
