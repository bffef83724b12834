package org.readout.platform.problems;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.readout.platform.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Explains each kind of problem on a page of its own, where the {@code type} of a problem document leads. */
@Hidden
@RestController
class ProblemPages {

    private final Properties words;

    ProblemPages() throws IOException {
        words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("problems.properties"), StandardCharsets.UTF_8));
    }

    @GetMapping(ProblemCode.PAGES + "{slug}")
    ResponseEntity<String> page(@PathVariable String slug) {
        ProblemCode code = ProblemCode.ofSlug(slug).orElseThrow(() -> Problem.notFound("kind of problem", slug));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body("""
                        <!doctype html>
                        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
                        <body><main><h1>%1$s</h1><p>HTTP status %2$d, code <code>%3$s</code></p><p>%4$s</p></main></body></html>
                        """.formatted(
                                HtmlUtils.htmlEscape(code.status().getReasonPhrase()),
                                code.status().value(),
                                code,
                                HtmlUtils.htmlEscape(words.getProperty(code.name()))));
    }
}
