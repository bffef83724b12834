package org.readout.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.export.CallTable.Rows;
import org.readout.platform.Cursor;
import org.readout.platform.EventuallyConsistent;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.readout.query.ReadSide;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The store as it stood at the end of a day: a state that does not change any more and can be cited. */
@EventuallyConsistent
@RestController
@RequestMapping(path = "/api/v1/exports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Exports", description = "The store as it stood at the end of a day, to cite")
class ExportController {

    /** One form of an export. */
    @Schema(name = "ExportFile", description = "One form of an export")
    record ExportFile(
            @Schema(example = "csv") String form,

            @Schema(example = "/api/v1/calls.csv?asOf=2024-11-16T23:59:59.999999Z")
            String href,

            @Schema(description = "What its columns mean; none where the form has names of its own")
            List<Codebook.Column> codebook) {}

    /** The store at the end of a day. */
    @Schema(name = "Export", description = "All calls as they were known at the end of a day, in UTC")
    record Export(
            @Schema(example = "2024-11-16") LocalDate date,

            @Schema(description = "The last moment of the day", example = "2024-11-16T23:59:59.999999Z")
            Instant asOf,

            @Schema(description = "How many calls were known", example = "120")
            long calls,

            @Schema(
                    description = "How to name it in a publication",
                    example = "Readout: calls between political leaders, as known on 2024-11-16 (120 calls).")
            String citation,

            List<ExportFile> files) {}

    private final ReadSide calls;
    private final Clock clock;

    ExportController(ReadSide calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List exports",
            description = "The days on which what is known of calls changed, the latest first; today is not over yet.")
    ResponseEntity<Page<LocalDate>> listExports(@ParameterObject Paging paging) {
        int most = paging.most();
        Cursor after = paging.after(1);
        LocalDate before = after == null ? today() : after.key(0, LocalDate::parse);
        return Page.cut(calls.daysOfChange(before, most + 1), most, day -> day, day -> Cursor.of(day.toString()))
                .answer();
    }

    @GetMapping("/{date}")
    @Operation(
            summary = "The store at the end of a day",
            description = "Its files, what their columns mean, and how to cite it. It never changes.")
    Export getExport(@Parameter(description = "A day that is over", example = "2024-11-16") @PathVariable String date) {
        LocalDate day = day(date);
        if (day == null || !day.isBefore(today())) {
            throw Problem.notFound("export of", date);
        }
        Instant asOf = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(1, ChronoUnit.MICROS);
        long known = calls.count(asOf);
        return new Export(
                day,
                asOf,
                known,
                "Readout: calls between political leaders, as known on " + day + " (" + known + " calls).",
                Stream.of(
                                new ExportFile("csv", "/calls.csv?", columns(Rows.CALL)),
                                new ExportFile("csv-pairs", "/calls.csv?rows=pair&", columns(Rows.PAIR)),
                                new ExportFile("ndjson", "/calls.ndjson?", List.of()),
                                new ExportFile("jsonld", "/calls.jsonld?", List.of()),
                                new ExportFile("graphml", "/calls.graphml?", List.of()),
                                new ExportFile("plover", "/calls.plover.ndjson?", List.of()),
                                new ExportFile("gdelt", "/calls.gdelt.tsv?", List.of()))
                        .map(f -> new ExportFile(f.form(), "/api/v1" + f.href() + "asOf=" + asOf, f.codebook()))
                        .toList());
    }

    private static List<Codebook.Column> columns(Rows rows) {
        return Codebook.of(new CallTable(rows).header());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
