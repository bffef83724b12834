package org.readout.export;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleService;
import org.readout.export.CallTable.Rows;
import org.readout.platform.EventuallyConsistent;
import org.readout.query.CallQuery;
import org.readout.query.CallView;
import org.readout.query.ReadSide;
import org.readout.report.ReportView;
import org.readout.report.Reports;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The whole of a filtered list of calls, to take away: streamed, a page of it in memory at a time. */
@EventuallyConsistent
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Reports", description = "What each article says of a call, side by side")
class CallExportController {

    private static final String API = "/api/v1";
    private static final String CSV = "text/csv";
    private static final String TSV = "text/tab-separated-values";
    private static final String JSON_LD = "application/ld+json";
    private static final String GRAPH_ML = "application/graphml+xml";
    private static final String SORT =
            "date, updatedAt, duration or origins, with - before it the other way round; with q also relevance, the best first; -date when left out";
    private static final String WITHOUT_END = " Without end: not in pages.";

    private final ReadSide calls;
    private final Reports reports;
    private final ArticleService articles;
    private final JsonMapper json;

    CallExportController(ReadSide calls, Reports reports, ArticleService articles, JsonMapper json) {
        this.calls = calls;
        this.reports = reports;
        this.articles = articles;
        this.json = json;
    }

    /** Makes what writes a list of calls. */
    private interface Form {
        CallWriter to(Writer out) throws IOException;
    }

    @GetMapping(path = "/calls.csv", produces = CSV)
    @Operation(
            summary = "All calls of a filter as CSV",
            description =
                    "One row a call, or a pair of its participants (rows=pair)." + WITHOUT_END
                            + " What a spreadsheet would take for a formula has an apostrophe before it. The same as /calls with Accept: text/csv, or format=csv.")
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
        return stream(query, sort, CSV, "calls.csv", out -> new CsvWriter(table, out));
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
            description = "One call a line, as the list of calls shows it." + WITHOUT_END
                    + " The same as /calls with Accept: application/x-ndjson, or format=ndjson.")
    @ApiResponse(
            responseCode = "200",
            description = "The calls, one a line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsNdjson(
            @ParameterObject CallQuery query,
            @Parameter(description = SORT, example = "-date") @RequestParam(required = false) @Nullable String sort) {
        calls.check(query, sort);
        return answer(MediaType.APPLICATION_NDJSON_VALUE, null)
                .body(out -> calls.allAnswered(query, sort, page -> write(out, page)));
    }

    @Hidden
    @GetMapping(path = "/calls", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> listCallsAsNdjson(
            @ParameterObject CallQuery query, @RequestParam(required = false) @Nullable String sort) {
        return exportCallsAsNdjson(query, sort);
    }

    @GetMapping(path = "/calls.jsonld", produces = JSON_LD)
    @Operation(
            summary = "All calls of a filter as linked data",
            description = "Events of schema.org in JSON-LD, with PROV's word for the reports that each is derived from."
                    + WITHOUT_END + " The same as /calls with Accept: application/ld+json, or format=jsonld.")
    @ApiResponse(
            responseCode = "200",
            description = "A graph of events",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
    ResponseEntity<StreamingResponseBody> exportCallsAsJsonLd(
            @ParameterObject CallQuery query,
            @Parameter(description = SORT, example = "-date") @RequestParam(required = false) @Nullable String sort) {
        String base = base();
        return stream(query, sort, JSON_LD, null, out -> new JsonLdWriter(base, json, out));
    }

    @Hidden
    @GetMapping(path = "/calls", produces = JSON_LD)
    ResponseEntity<StreamingResponseBody> listCallsAsJsonLd(
            @ParameterObject CallQuery query, @RequestParam(required = false) @Nullable String sort) {
        return exportCallsAsJsonLd(query, sort);
    }

    @GetMapping(path = "/calls.graphml", produces = GRAPH_ML)
    @Operation(
            summary = "Who has calls with whom, as GraphML",
            description =
                    "Of the calls of a filter: a node for each person, an edge for each pair with the number of their calls, the first and the last. The same as /calls with format=graphml.")
    @ApiResponse(
            responseCode = "200",
            description = "The graph",
            content = @Content(mediaType = GRAPH_ML, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsGraphMl(@ParameterObject CallQuery query) {
        return stream(query, null, GRAPH_ML, "calls.graphml", GraphMlWriter::new);
    }

    /** Only where it is named: to a caller of any media type the list is JSON, which comes after this one's name. */
    @Hidden
    @GetMapping(path = "/calls", params = "format=graphml", produces = GRAPH_ML)
    ResponseEntity<StreamingResponseBody> listCallsAsGraphMl(@ParameterObject CallQuery query) {
        return exportCallsAsGraphMl(query);
    }

    @GetMapping(path = "/calls.plover.ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Calls that took place as PLOVER events",
            description =
                    "One event a line for each pair of a call's participants, in the names that POLECAT publishes PLOVER's properties in; the one who called is the actor, where that is known."
                            + WITHOUT_END)
    @ApiResponse(
            responseCode = "200",
            description = "The events, one a line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsPlover(@ParameterObject CallQuery query) {
        return stream(
                query,
                null,
                MediaType.APPLICATION_NDJSON_VALUE,
                "calls.plover.ndjson",
                out -> EventData.plover(json, out));
    }

    @GetMapping(path = "/calls.gdelt.tsv", produces = TSV)
    @Operation(
            summary = "Calls that took place in the columns of GDELT",
            description =
                    "One row for each pair of a call's participants, in the 61 columns of GDELT 2.0's event table and without a header, as GDELT has it."
                            + WITHOUT_END)
    @ApiResponse(
            responseCode = "200",
            description = "The rows",
            content = @Content(mediaType = TSV, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportCallsAsGdelt(@ParameterObject CallQuery query) {
        String base = base();
        return stream(query, null, TSV, "calls.gdelt.tsv", out -> EventData.gdelt(base, out));
    }

    @GetMapping(path = "/reports.csv", produces = CSV)
    @Operation(
            summary = "All reports of the calls of a filter as CSV",
            description =
                    "One row a report, those of one call together under its event_id, with what each says for itself: the shape that tools for aggregating event reports read."
                            + WITHOUT_END)
    @ApiResponse(
            responseCode = "200",
            description = "The rows, with a header",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportReportsAsCsv(@ParameterObject CallQuery query) {
        calls.check(query, null);
        return answer(CSV, "reports.csv", out -> {
            CsvLines lines = new CsvLines(out);
            ReportTable table = new ReportTable();
            lines.write(table.header());
            calls.all(query, null, page -> rows(page).forEach(row -> lines.write(table.cells(row))));
        });
    }

    private List<ReportTable.Row> rows(List<CallView> page) {
        List<ReportView> of =
                reports.viewsOfCalls(page.stream().map(CallView::id).toList());
        Map<UUID, Article> from =
                articles.all(of.stream().map(ReportView::articleId).distinct().toList());
        return of.stream()
                .map(r -> new ReportTable.Row(r, from.get(r.articleId())))
                .toList();
    }

    /** What cannot be asked for is refused before the first byte is out. */
    private ResponseEntity<StreamingResponseBody> stream(
            CallQuery query, @Nullable String sort, String type, @Nullable String file, Form form) {
        calls.check(query, sort);
        return answer(type, file, out -> {
            CallWriter writer = form.to(out);
            writer.begin();
            calls.all(query, sort, page -> page.forEach(call -> write(writer, call)));
            writer.end();
        });
    }

    private static void write(CallWriter writer, CallView call) {
        try {
            writer.write(call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                lines.stream().mapToInt(l -> l.length + 1).sum());
        for (byte[] line : lines) {
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        try {
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Body {
        void write(Writer out) throws IOException;
    }

    private static ResponseEntity<StreamingResponseBody> answer(String type, @Nullable String file, Body body) {
        return answer(type, file).body(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            body.write(writer);
            writer.flush();
        });
    }

    private static ResponseEntity.BodyBuilder answer(String type, @Nullable String file) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8));
        if (file != null) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        }
        return answer;
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(API).toUriString();
    }
}
