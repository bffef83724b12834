package org.readout.intake;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Page;
import org.readout.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Many articles at once; one that cannot be taken does not keep the others back. */
@RestController
@RequestMapping("/api/v1/source-articles")
class BulkController {

    private final IntakeService intake;
    private final BatchIntake batches;
    private final JsonMapper json;
    private final long longest;

    BulkController(
            IntakeService intake,
            BatchIntake batches,
            JsonMapper json,
            @Value("${readout.max-body}") DataSize longest) {
        this.intake = intake;
        this.batches = batches;
        this.json = json;
        this.longest = longest.toBytes();
    }

    @PostMapping(
            path = "/batches",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Post many articles",
            description =
                    "One article a line. Answers a line for each as soon as it is stored: its status, and its id or a problem. A line that cannot be taken does not keep the others back.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "Articles as JSON, one a line, in UTF-8",
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "A line for each article",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<StreamingResponseBody> postArticles(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        InputStream in = request.getInputStream();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> batches.take(null, in, lines -> {
                    try {
                        for (BatchLine line : lines) {
                            out.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                        response.flushBuffer();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** The same beside the other ways of posting. */
    @Hidden
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE, produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> postBatchHere(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return postArticles(request, response);
    }

    @PostMapping(
            path = "/files",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Upload articles as files",
            description =
                    "As many as there are, each in a part named file: .txt a text, .html a page, .json an article as it is posted, .ndjson many of them. Answers an item for each article; one that cannot be taken does not keep the others back.")
    Page<BatchLine> uploadArticles(
            @Parameter(description = "The files") @RequestParam("file") List<MultipartFile> files,
            @Parameter(description = "Who published the texts and pages that do not say it", example = "MENAFN")
                    @RequestParam(required = false)
                    @Nullable
                    String publisher)
            throws IOException {
        List<BatchLine> out = new ArrayList<>();
        for (MultipartFile file : files) {
            take(file, publisher, out::add);
        }
        return new Page<>(out, null);
    }

    private void take(MultipartFile file, @Nullable String publisher, Consumer<BatchLine> taker) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        ArticleMetadata metadata = new ArticleMetadata(null, publisher, null, null, null, null);
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "ndjson" -> batches.take(name, file.getInputStream(), lines -> lines.forEach(taker));
            case "json" -> taker.accept(BatchLine.of(name, 1, () -> intake.take(command(text(file)))));
            case "txt" -> taker.accept(BatchLine.of(name, 1, () -> intake.take(metadata.of(text(file)))));
            case "html", "htm" ->
                taker.accept(BatchLine.of(
                        name, 1, () -> intake.take(WebPage.of(text(file), json).command(metadata))));
            default ->
                taker.accept(BatchLine.of(name, 1, () -> {
                    throw Problem.field("", "is not a .txt, .html, .json or .ndjson file");
                }));
        }
    }

    private ArticleCommand command(String text) {
        return ArticleCommand.read(json, text);
    }

    private String text(MultipartFile file) {
        try {
            if (file.getSize() > longest) {
                throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The file is larger than " + longest + " bytes.");
            }
            return TextBody.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
