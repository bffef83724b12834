package org.readout.intake;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleQuery;
import org.readout.article.ArticleService;
import org.readout.article.NearCopies;
import org.readout.call.EdtfParameter;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Precondition;
import org.readout.platform.Preferred;
import org.readout.platform.Problem;
import org.readout.report.ReportView;
import org.readout.report.Reports;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1/source-articles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Source articles", description = "Texts as published, and what each says of each call")
class SourceArticleController {

    private static final String IF_MATCH = "What is changed, as its ETag; 412 where it is something else now";

    private final IntakeService intake;
    private final GatheredIntake gathered;
    private final ArticleService articles;
    private final NearCopies copies;
    private final Reports reports;
    private final JsonMapper json;

    SourceArticleController(
            IntakeService intake,
            GatheredIntake gathered,
            ArticleService articles,
            NearCopies copies,
            Reports reports,
            JsonMapper json) {
        this.intake = intake;
        this.gathered = gathered;
        this.articles = articles;
        this.copies = copies;
        this.reports = reports;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Post an article",
            description =
                    "Reads it, groups and reconciles what it says. With reports the caller has read the text itself. The same article again answers 200 with the first one.")
    @ApiResponse(responseCode = "201", description = "The article is stored and read; its place is in Location")
    @ApiResponse(responseCode = "200", description = "The same article was there already")
    ResponseEntity<ArticleView> postArticle(@RequestBody ArticleCommand command) {
        return answer(gathered.take(command));
    }

    @PostMapping(path = "/texts", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Post an article as plain text",
            description = "The body is the text in UTF-8, the metadata are parameters.")
    @ApiResponse(responseCode = "201", description = "The article is stored and read; its place is in Location")
    @ApiResponse(responseCode = "200", description = "The same article was there already")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "The text, in UTF-8",
            required = true,
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<ArticleView> postArticleText(
            @RequestBody(required = false) byte @Nullable [] body, @ParameterObject ArticleMetadata metadata) {
        return answer(gathered.take(Drafts.ofText(metadata.of(TextBody.of(body == null ? new byte[0] : body)))
                .orThrow()));
    }

    /** Where {@code curl} sends a text without knowing of another path. */
    @Hidden
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<ArticleView> postTextHere(
            @RequestBody(required = false) byte @Nullable [] body, @ParameterObject ArticleMetadata metadata) {
        return postArticleText(body, metadata);
    }

    @PostMapping(path = "/pages", consumes = MediaType.TEXT_HTML_VALUE)
    @Operation(
            summary = "Post an article as a web page",
            description =
                    "The body is the page's HTML in UTF-8. Its text is taken as it is shown; title, publisher, date, language and address from its schema.org data or meta tags where no parameter says otherwise.")
    @ApiResponse(responseCode = "201", description = "The article is stored and read; its place is in Location")
    @ApiResponse(responseCode = "200", description = "The same article was there already")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "The page, in UTF-8",
            required = true,
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<ArticleView> postArticlePage(@RequestBody byte[] body, @ParameterObject ArticleMetadata metadata) {
        ArticleCommand command = WebPage.of(TextBody.of(body), json).command(metadata);
        return answer(gathered.take(Drafts.ofText(command).orThrow()));
    }

    /** Where {@code curl} sends a page without knowing of another path. */
    @Hidden
    @PostMapping(consumes = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<ArticleView> postPageHere(@RequestBody byte[] body, @ParameterObject ArticleMetadata metadata) {
        return postArticlePage(body, metadata);
    }

    private ResponseEntity<ArticleView> answer(IntakeService.Taken taken) {
        IntakeService.Found found = taken.found();
        ArticleView view = found == null
                ? view(taken.article())
                : ArticleView.of(taken.article(), found.derivedFrom(), found.reports());
        URI location = URI.create("/api/v1/source-articles/" + view.id());
        return taken.isNew()
                ? ResponseEntity.created(location).body(view)
                : ResponseEntity.ok().location(location).body(view);
    }

    private ArticleView view(Article article) {
        UUID repeated = copies.repeated(List.of(article.id())).get(article.id());
        return ArticleView.of(article, repeated, reports.viewsOfArticle(article.id()));
    }

    @GetMapping
    @Operation(summary = "List articles", description = "Newest first; reports are left out.")
    ResponseEntity<Page<ArticleView>> listArticles(
            @ParameterObject ArticleQuery query,
            @Parameter(description = Preferred.COUNT, example = "count=exact")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @ParameterObject Paging paging) {
        LocalDate first = EdtfParameter.first("from", query.from());
        Page<Article> page = articles.list(
                query, first, EdtfParameter.last("to", query.to(), first), paging, Preferred.exactCount(prefer));
        Map<UUID, UUID> repeated =
                copies.repeated(page.items().stream().map(Article::id).toList());
        return page.map(a -> ArticleView.of(a, repeated.get(a.id()), null)).answer();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One article, with its reports", description = "The ETag is for If-None-Match and If-Match.")
    ResponseEntity<ArticleView> getArticle(@Parameter(description = "The article's id") @PathVariable UUID id) {
        return tagged(view(articles.get(id)));
    }

    private ResponseEntity<ArticleView> tagged(ArticleView view) {
        return ResponseEntity.ok().eTag(Precondition.tag(json, view)).body(view);
    }

    private void check(@Nullable String ifMatch, UUID id) {
        Precondition.check(ifMatch, () -> Precondition.tag(json, view(articles.get(id))));
    }

    @GetMapping(value = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The text as it came")
    ResponseEntity<byte[]> getArticleText(@Parameter(description = "The article's id") @PathVariable UUID id) {
        String text = articles.get(id).text();
        if (text == null) {
            throw Problem.notFound("text of source article", id);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}/reports")
    @Operation(summary = "What an article says of each call")
    Page<ReportView> getArticleReports(@Parameter(description = "The article's id") @PathVariable UUID id) {
        articles.get(id);
        return new Page<>(reports.viewsOfArticle(id), null);
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Correct an article's metadata",
            description = "Reads the text anew with them; the text itself never changes.")
    ResponseEntity<ArticleView> amendArticle(
            @Parameter(description = "The article's id") @PathVariable UUID id,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody ArticlePatch patch) {
        return tagged(view(intake.amend(id, Objects.requireNonNull(patch), () -> check(ifMatch, id))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw an article",
            description = "Its calls become what the other articles alone would have given.")
    void withdrawArticle(
            @Parameter(description = "The article's id") @PathVariable UUID id,
            @Parameter(description = IF_MATCH, example = "\"0\"")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch) {
        intake.withdraw(id, () -> check(ifMatch, id));
    }
}
