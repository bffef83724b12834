package org.readout.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article as a web page: its text as it is shown, and what the page says of itself in schema.org's JSON-LD, in Open
 * Graph's or other meta tags.
 */
final class WebPage {

    private static final String NOT_SHOWN =
            "script, style, noscript, template, iframe, svg, nav, aside, footer, form, button, figure, [hidden], [aria-hidden=true]";

    /** Where the article stands on the page, the likeliest place first. */
    private static final List<String> PLACES =
            List.of("[itemprop=articleBody]", "article", "main", "[role=main]", "body");

    private static final List<String> ARTICLE_TYPES =
            List.of("NewsArticle", "ReportageNewsArticle", "Article", "PressRelease", "BlogPosting", "WebPage");

    /** What a tag's content stands for where several say the same, the most trusted first. */
    private static final List<String> TITLES =
            List.of("meta[property=og:title]", "meta[name=twitter:title]", "meta[name=dc.title]");

    private static final List<String> PUBLISHERS =
            List.of("meta[property=og:site_name]", "meta[name=dc.publisher]", "meta[name=application-name]");
    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=date]",
            "meta[name=dc.date]",
            "meta[name=dcterms.created]",
            "meta[name=pubdate]");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Document page;
    private final JsonNode article;

    private WebPage(Document page, JsonNode article) {
        this.page = page;
        this.article = article;
    }

    static WebPage of(String html, JsonMapper json) {
        Document page = Jsoup.parse(html);
        return new WebPage(page, article(page, json));
    }

    /** The article, where the caller says nothing else of it; what the page says that cannot be taken is left out. */
    ArticleCommand command(ArticleMetadata given) {
        ArticleMetadata found = new ArticleMetadata(
                url().orElse(null),
                publisher().orElse(null),
                title().orElse(null),
                publishedAt().orElse(null),
                language().orElse(null),
                given.kind());
        Set<String> faulty = Drafts.ofText(found.of("text")).errors().stream()
                .map(e -> String.valueOf(e.parameter()))
                .collect(Collectors.toSet());
        return new ArticleMetadata(
                        either(given.url(), found.url(), "url", faulty),
                        either(given.publisher(), found.publisher(), "publisher", faulty),
                        either(given.title(), found.title(), "title", faulty),
                        either(given.publishedAt(), found.publishedAt(), "publishedAt", faulty),
                        either(given.language(), found.language(), "language", faulty),
                        given.kind())
                .of(text());
    }

    private static @Nullable String either(
            @Nullable String given, @Nullable String found, String field, Set<String> faulty) {
        return given != null ? given : faulty.contains(field) ? null : found;
    }

    private Optional<String> title() {
        return said(
                () -> text(article.path("headline")),
                () -> content(TITLES),
                () -> Optional.ofNullable(page.selectFirst("h1")).map(Element::text),
                () -> Optional.of(page.title()));
    }

    private Optional<String> publisher() {
        return said(() -> text(article.path("publisher").path("name")), () -> content(PUBLISHERS));
    }

    private Optional<String> publishedAt() {
        return said(
                        () -> text(article.path("datePublished")),
                        () -> content(DATES),
                        () -> Optional.ofNullable(page.selectFirst("time[datetime]"))
                                .map(t -> t.attr("datetime")))
                .map(WebPage::time);
    }

    /** A time as it stands, or its day where the time is not written as RFC 3339 has it. */
    private static String time(String written) {
        try {
            return OffsetDateTime.parse(written).toString();
        } catch (DateTimeException e) {
            Matcher day = DAY.matcher(written);
            return day.lookingAt() ? day.group() : written;
        }
    }

    private Optional<String> language() {
        return said(
                () -> text(article.path("inLanguage")),
                () -> Optional.ofNullable(page.selectFirst("html[lang]")).map(h -> h.attr("lang")));
    }

    private Optional<String> url() {
        return said(
                () -> Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                        .map(l -> l.attr("href")),
                () -> content(List.of("meta[property=og:url]")));
    }

    @SafeVarargs
    private static Optional<String> said(Supplier<Optional<String>>... ways) {
        return Arrays.stream(ways)
                .flatMap(w -> w.get().stream())
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    private Optional<String> content(List<String> tags) {
        return tags.stream()
                .map(page::selectFirst)
                .filter(Objects::nonNull)
                .map(tag -> tag.attr("content").strip())
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(Parser.unescapeEntities(node.asString(), false)) : Optional.empty();
    }

    /** What the page's JSON-LD says of the article; nothing where it says nothing that can be read. */
    private static JsonNode article(Document page, JsonMapper json) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> read(script.data(), json))
                .flatMap(WebPage::things)
                .filter(WebPage::isArticle)
                .findFirst()
                .orElse(json.missingNode());
    }

    private static JsonNode read(String text, JsonMapper json) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private static Stream<JsonNode> things(JsonNode node) {
        Function<JsonNode, Stream<JsonNode>> each = list -> list.valueStream().flatMap(WebPage::things);
        return node.isArray()
                ? each.apply(node)
                : node.has("@graph") ? each.apply(node.path("@graph")) : Stream.of(node);
    }

    private static boolean isArticle(JsonNode thing) {
        JsonNode type = thing.path("@type");
        return ARTICLE_TYPES.stream()
                .anyMatch(t -> type.isArray()
                        ? type.valueStream().anyMatch(v -> v.asString("").equals(t))
                        : type.asString("").equals(t));
    }

    /** The text as it is shown: blocks stand on lines of their own, and spaces that are not shown are none. */
    private String text() {
        Document shown = page.clone();
        shown.select(NOT_SHOWN).remove();
        Element place = PLACES.stream()
                .map(shown::selectFirst)
                .filter(Objects::nonNull)
                .filter(Element::hasText)
                .findFirst()
                .orElse(shown);
        StringBuilder out = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            append(out, text.text());
                        } else if (breaks(node)) {
                            newLine(out);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (breaks(node)) {
                            newLine(out);
                        }
                    }
                },
                place);
        return out.toString().strip();
    }

    private static boolean breaks(Node node) {
        return node instanceof Element e && (e.isBlock() || e.normalName().equals("br"));
    }

    private static void append(StringBuilder out, String text) {
        boolean atGap = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        String words = atGap ? text.stripLeading() : text;
        out.append(words);
    }

    private static void newLine(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
