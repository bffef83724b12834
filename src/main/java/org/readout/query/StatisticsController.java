package org.readout.query;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.platform.EventuallyConsistent;
import org.readout.platform.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@EventuallyConsistent
@RestController
@RequestMapping(path = "/api/v1/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statistics", description = "Counts over many calls")
class StatisticsController {

    private static final int USUAL = 100;

    /** What calls are counted by, and how many counts are told. */
    record Grouping(
            @Parameter(
                    description =
                            "pair, participant, country, initiator, year, month, medium, status, office, topic or publisher; up to five of them",
                    example = "pair")
            @NotNull
            @Size(min = 1, max = 5, message = "is not one to five things to count by")
            @Nullable
            List<String> by,

            @Parameter(description = "How many groups at most; 100 when left out", example = "100")
            @Min(1)
            @Max(1000)
            @Nullable
            Integer limit) {

        private int most() {
            return limit == null ? USUAL : limit;
        }
    }

    private final AgreementRepository agreement;
    private final CallCounts counts;
    private final NamedInQuery named;

    StatisticsController(AgreementRepository agreement, CallCounts counts, NamedInQuery named) {
        this.agreement = agreement;
        this.counts = counts;
        this.named = named;
    }

    @GetMapping("/agreement")
    @Operation(
            summary = "How far the reports of many calls agree",
            description =
                    "Over the calls that the filters of the list of calls take: by property, publisher and pair of countries.")
    AgreementStatistics getAgreementStatistics(@ParameterObject CallQuery query) {
        return agreement.count(query.filter(named));
    }

    @GetMapping("/calls")
    @Operation(
            summary = "How many calls there are, by pair, month, initiator and more",
            description =
                    "Over the calls that the filters of the list of calls take. by=pair,month counts each pair's calls by month. Each group links to its calls.")
    CallStatistics getCallStatistics(
            @ParameterObject Grouping grouping, @ParameterObject CallQuery query, HttpServletRequest request) {
        List<Dimension> dimensions = Objects.requireNonNull(grouping.by()).stream()
                .map(StatisticsController::dimension)
                .distinct()
                .toList();
        return counts.count(query.filter(named), dimensions, asked(request), grouping.most());
    }

    private static Dimension dimension(String name) {
        return Arrays.stream(Dimension.values())
                .filter(d -> d.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.parameter(
                        "by",
                        "is not one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Dimension.values())
                                                .map(d -> d.name().toLowerCase(Locale.ROOT))
                                                .toList())));
    }

    /** The list of calls with the filters of this request. */
    private static UriComponentsBuilder asked(HttpServletRequest request) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/api/v1/calls");
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("by") && !name.equals("limit")) {
                link.queryParam(name, (Object[]) values);
            }
        });
        return link;
    }
}
