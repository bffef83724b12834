package org.readout.query;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.readout.query.CallTable.Rows;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The whole of a filtered list of calls, to take away: streamed, a page of it in memory at a time. */
@RestController
@RequestMapping("/api/v1")
class CallExportController {

    private static final String CSV = "text/csv";
    private static final String SORT =
            "date, updatedAt, duration or origins; with - before it the other way round; -date when left out";

    private final CallPages pages;
    private final NamedInQuery named;
    private final JsonMapper json;

    CallExportController(CallPages pages, NamedInQuery named, JsonMapper json) {
        this.pages = pages;
        this.named = named;
        this.json = json;
    }

    @GetMapping(path = "/calls.csv", produces = CSV)
    @Operation(
            summary = "All calls of a filter as CSV",
            description =
                    "One row a call, or a pair of its participants (rows=pair). Without end: not in pages. What a spreadsheet would take for a formula has an apostrophe before it. The same as /calls with Accept: text/csv, or format=csv.")
    @ApiResponse(
            responseCode = "200",
            description = "The rows, with a header",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsCsv(
            @ParameterObject CallQuery query,
            @Parameter(description = SORT, example = "-date") @RequestParam(required = false) @Nullable String sort,
            @Parameter(description = "CALL (when left out) or PAIR", example = "PAIR")
                    @RequestParam(required = false)
                    @Nullable
                    Rows rows) {
        CallTable table = new CallTable(rows == null ? Rows.CALL : rows);
        check(query, sort);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"")
                .body(out -> writeCsv(table, query, sort, out));
    }

    @Hidden
    @GetMapping(path = "/calls", produces = CSV)
    ResponseEntity<StreamingResponseBody> listCallsAsCsv(
            @ParameterObject CallQuery query,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Rows rows) {
        return exportCallsAsCsv(query, sort, rows);
    }

    @GetMapping(path = "/calls.ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "All calls of a filter as NDJSON",
            description =
                    "One call a line, as the list of calls shows it. Without end: not in pages. The same as /calls with Accept: application/x-ndjson, or format=ndjson.")
    @ApiResponse(
            responseCode = "200",
            description = "The calls, one a line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsNdjson(
            @ParameterObject CallQuery query,
            @Parameter(description = SORT, example = "-date") @RequestParam(required = false) @Nullable String sort) {
        check(query, sort);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            pages.all(() -> query.filter(named), sort, call -> line(writer, json.writeValueAsString(call)));
            writer.flush();
        });
    }

    @Hidden
    @GetMapping(path = "/calls", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> listCallsAsNdjson(
            @ParameterObject CallQuery query, @RequestParam(required = false) @Nullable String sort) {
        return exportCallsAsNdjson(query, sort);
    }

    /** What cannot be asked for is refused before the first byte is out. */
    private void check(CallQuery query, @Nullable String sort) {
        query.filter(named);
        CallFilter.Sort.read(sort);
    }

    private void writeCsv(CallTable table, CallQuery query, @Nullable String sort, OutputStream out)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(table.header());
        pages.all(() -> query.filter(named), sort, call -> {
            try {
                printer.printRecords(table.rows(call));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    private static void line(Writer writer, String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
