package org.readout.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.article.ArticleService;
import org.readout.claim.Outcome;
import org.readout.extraction.Reading;
import org.readout.intake.TextTrial;
import org.readout.leader.LeaderFinder;
import org.readout.platform.InvalidInput;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.readout.query.CallQuery;
import org.readout.query.CallStatistics;
import org.readout.query.CallView;
import org.readout.query.FindingView.WitnessView;
import org.readout.query.ReadSide;
import org.readout.reconciliation.Witness;
import org.readout.report.ParticipantView;
import org.readout.report.ValueView;
import org.readout.web.Marked.Mark;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pages for people. */
@Hidden
@Controller
class PageController {

    private static final int LATEST = 20;
    private static final int MANY = 200;
    private static final int PAIRS = 60;

    /** An article of a call, cut where its words carry a value. */
    public record ArticleOf(Article article, List<Marked> pieces) {}

    /** A claim that the reader made. */
    public record Read(String property, Object value, String text, String origin, String rule) {}

    private final ReadSide calls;
    private final ArticleService articles;
    private final LeaderFinder leaders;
    private final TextTrial trial;

    PageController(ReadSide calls, ArticleService articles, LeaderFinder leaders, TextTrial trial) {
        this.calls = calls;
        this.articles = articles;
        this.leaders = leaders;
        this.trial = trial;
    }

    /** Fields of a form that were left empty are not asked for. */
    @InitBinder
    void emptyIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @ModelAttribute("wording")
    Wording wording() {
        return new Wording();
    }

    @GetMapping("/")
    String start(Model model) {
        model.addAttribute("calls", calls.latest(LATEST).items());
        return "start";
    }

    @GetMapping("/calls")
    String list(
            @ModelAttribute CallQuery query,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletRequest request) {
        var page = calls.calls(query, sort, new Paging(null, cursor));
        model.addAttribute("calls", page.items());
        model.addAttribute("query", query);
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : ServletUriComponentsBuilder.fromRequest(request)
                                .replaceQueryParam("cursor", page.next())
                                .scheme(null)
                                .host(null)
                                .port(null)
                                .build()
                                .toUriString());
        return "calls";
    }

    @GetMapping("/calls/{id}")
    String call(@PathVariable UUID id, Model model) {
        ReadSide.Detail detail = calls.call(id);
        Map<UUID, List<Mark>> marks = new LinkedHashMap<>();
        detail.findings().forEach((field, f) -> {
            f.supporting().forEach(w -> mark(marks, w, field, false));
            f.opposing().forEach(w -> mark(marks, w, field, true));
        });
        detail.statements().forEach(s -> s.variants().forEach(w -> mark(marks, w)));
        model.addAttribute("detail", detail);
        model.addAttribute(
                "unstated",
                detail.findings().entrySet().stream()
                        .filter(f -> f.getValue().outcome() == Outcome.NOT_STATED)
                        .map(f -> wording().words(f.getKey()))
                        .toList());
        model.addAttribute(
                "names",
                detail.call().participants().stream()
                        .filter(p -> p.leaderId() != null)
                        .collect(Collectors.toMap(ParticipantView::leaderId, ParticipantView::name, (a, b) -> a)));
        model.addAttribute("call", detail.call());
        model.addAttribute(
                "articles",
                marks.entrySet().stream()
                        .map(e -> shown(articles.get(e.getKey()), e.getValue()))
                        .toList());
        return "call";
    }

    private static void mark(Map<UUID, List<Mark>> marks, WitnessView w, String field, boolean dissent) {
        List<Mark> of = marks.computeIfAbsent(w.articleId(), k -> new ArrayList<>());
        if (w.span() != null) {
            of.add(new Mark(w.span(), field, dissent));
        }
    }

    private static void mark(Map<UUID, List<Mark>> marks, Witness w) {
        List<Mark> of = marks.computeIfAbsent(UUID.fromString(w.articleId()), k -> new ArrayList<>());
        if (w.span() != null) {
            of.add(new Mark(w.span(), "statement", false));
        }
    }

    private static ArticleOf shown(Article article, List<Mark> marks) {
        return new ArticleOf(article, Marked.of(Objects.requireNonNullElse(article.text(), ""), marks));
    }

    @GetMapping("/leaders/{id}")
    String leader(@PathVariable String id, Model model) {
        model.addAttribute("leader", leaders.view(id));
        List<CallView> of = calls.callsOf(List.of(id), MANY).items();
        model.addAttribute("calls", of);
        model.addAttribute("timeline", Timeline.of(of));
        model.addAttribute("counterparts", calls.counterparts(id, MANY));
        return "leader";
    }

    @GetMapping("/pairs/{one}/{other}")
    String pair(@PathVariable String one, @PathVariable String other, Model model) {
        model.addAttribute("one", leaders.view(one));
        model.addAttribute("other", leaders.view(other));
        List<CallView> of = calls.callsOf(List.of(one, other), MANY).items();
        model.addAttribute("calls", of);
        model.addAttribute("timeline", Timeline.of(of));
        return "pair";
    }

    @GetMapping("/network")
    String network(Model model) {
        CallStatistics counted = calls.pairs(PAIRS);
        Map<String, String> people = leaders.names(Network.people(counted.groups()));
        model.addAttribute("people", people);
        model.addAttribute("network", Network.of(counted.groups(), people));
        model.addAttribute("pairs", counted.groups());
        model.addAttribute("total", counted.calls());
        return "network";
    }

    @GetMapping("/calendar")
    String calendar(@RequestParam(required = false) @Nullable String month, Model model) {
        YearMonth shown = month(month);
        var page = calls.calls(CallQuery.between(shown.toString(), shown.toString()), "date", new Paging(MANY, null));
        model.addAttribute("month", Month.of(shown, page.items()));
        model.addAttribute("more", page.next() != null);
        return "calendar";
    }

    /** The month asked for, else that of the latest call. */
    private YearMonth month(@Nullable String given) {
        if (given != null) {
            try {
                return YearMonth.parse(given);
            } catch (DateTimeException e) {
                throw Problem.parameter("month", "is not a month (2024-11)");
            }
        }
        return calls.latest(1).items().stream()
                .map(CallView::dateLatest)
                .filter(Objects::nonNull)
                .map(YearMonth::from)
                .findFirst()
                .orElseGet(() -> YearMonth.now(ZoneOffset.UTC));
    }

    @GetMapping("/work")
    String work(Model model) {
        model.addAttribute("contradicted", calls.contradicted(LATEST));
        model.addAttribute("twins", calls.twins(LATEST));
        model.addAttribute("conflicts", calls.callsWith("conflict", LATEST).items());
        model.addAttribute("articles", articles.warnedOf(LATEST));
        return "work";
    }

    @PostMapping("/read")
    String read(
            @RequestParam(name = "text", required = false) @Nullable String given,
            @RequestParam(required = false) @Nullable String publisher,
            @RequestParam(required = false) @Nullable String publishedAt,
            Model model) {
        String text = Objects.requireNonNullElse(given, "");
        model.addAttribute("text", text);
        model.addAttribute("publisher", publisher);
        model.addAttribute("publishedAt", publishedAt);
        String unix = text.replace("\r\n", "\n");
        try {
            Reading reading = trial.read(unix, publisher, publishedAt);
            List<Mark> marks = new ArrayList<>();
            reading.reports()
                    .forEach(r -> r.claims().forEach(c -> {
                        if (c.span() != null) {
                            marks.add(new Mark(c.span(), c.property().field(), false));
                        }
                    }));
            model.addAttribute("reading", reading);
            model.addAttribute("pieces", Marked.of(unix, marks));
            model.addAttribute(
                    "reports",
                    reading.reports().stream()
                            .map(r -> r.claims().stream()
                                    .map(c -> new Read(
                                            c.property().json(),
                                            Objects.requireNonNullElse(ValueView.of(c.value()), ""),
                                            c.text(),
                                            c.origin().label(),
                                            c.rule()))
                                    .toList())
                            .toList());
        } catch (InvalidInput e) {
            model.addAttribute("errors", e.errors());
        } catch (Problem e) {
            model.addAttribute("errors", e.errors());
        }
        return "read";
    }
}
