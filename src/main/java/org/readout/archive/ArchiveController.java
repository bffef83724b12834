package org.readout.archive;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.readout.platform.EventuallyConsistent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@EventuallyConsistent
@RestController
@RequestMapping(path = "/api/v1/archive")
@Tag(name = "Archive", description = "The whole store as a file")
class ArchiveController {

    private static final String DESCRIPTION = "A header, the rows, and a line with their number";

    private final ArchiveWriter writer;
    private final ArchiveReader reader;

    ArchiveController(ArchiveWriter writer, ArchiveReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Take the whole store away",
            description =
                    "Articles, reports, decisions, calls, statements, leaders and their histories as they stand at one moment, one row a line. Keys, webhooks and feeds are not in it. A last line counts the rows; without it the archive is cut off.")
    @ApiResponse(
            responseCode = "200",
            description = DESCRIPTION,
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> exportArchive() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"readout.ndjson\"")
                .body(writer::write);
    }

    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Bring an archive into an empty store",
            description =
                    "Everything under the ids it had, or, where anything cannot be taken, nothing. Refused where the store holds articles already (409), and of another version of the schema.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "An archive as it was taken away",
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", description = "How many rows there are now")
    ArchiveRows importArchive(HttpServletRequest request) throws IOException {
        return reader.read(new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8)));
    }
}
