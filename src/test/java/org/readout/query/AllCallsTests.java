package org.readout.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.ServiceTests;
import org.springframework.beans.factory.annotation.Autowired;

/** All calls of a list, in parts of few, are those of its pages. */
class AllCallsTests extends ServiceTests {

    @Autowired
    private CallSearch search;

    @Autowired
    private CallPages pages;

    @Autowired
    private Answers answers;

    @BeforeEach
    void give() {
        String lines = IntStream.range(0, 11)
                .mapToObj(i ->
                        "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"%s\"],\"date\":\"%s\",\"statements\":[{\"saidBy\":\"Olaf Scholz\",\"text\":\"This is talk number %d\"}]}]}"
                                .formatted(
                                        i % 2 == 0 ? "Emmanuel Macron" : "Vladimir Putin",
                                        LocalDate.of(2022, 1, 1).plusDays(3L * (i / 2)),
                                        i))
                .collect(Collectors.joining("\n"));
        http.lines(API + "/source-articles/batches", lines);
    }

    private List<String> ids(AllCalls all, Supplier<CallFilter> filter, String sort) {
        List<String> out = new ArrayList<>();
        all.give(
                filter,
                sort,
                part -> part.forEach(call -> out.add(answers.view(call).id().toString())));
        return out;
    }

    private List<String> listed(String query) {
        return http.all(API + "/calls?" + query).stream()
                .map(call -> call.path("id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5",
        "3, 5",
        "3, 2",
        "5, 6",
        "10, 11",
        "11, 12",
        "4000, 4100",
    })
    void partsAreTheWholeInEveryOrder(int atATime, int inAPart) {
        AllCalls all = new AllCalls(search, pages, atATime, inAPart);
        for (String sort : List.of("-date", "date", "-updatedAt", "duration", "-origins")) {
            assertThat(ids(all, () -> new CallFilter(null), sort))
                    .as(sort)
                    .hasSize(11)
                    .isEqualTo(listed("sort=" + sort));
        }
    }

    @Test
    void partsOfAFilterAreItsList() {
        AllCalls all = new AllCalls(search, pages, 2, 3);

        assertThat(ids(all, () -> new CallFilter(null).participants(List.of("vladimir-putin")), "date"))
                .hasSize(5)
                .isEqualTo(listed("participant=vladimir-putin&sort=date"));
        assertThat(ids(all, () -> new CallFilter(null).text("talk"), "-date"))
                .hasSize(11)
                .isEqualTo(listed("q=talk&sort=-date"));
        assertThat(ids(all, () -> new CallFilter(null).text("talk"), "relevance"))
                .hasSize(11)
                .isEqualTo(listed("q=talk&sort=relevance"));
    }

    @Test
    void whatComesMeanwhileBeforeThePlaceIsNotGiven() {
        AllCalls all = new AllCalls(search, pages, 3, 4);
        List<String> before = listed("sort=date");
        List<String> given = new ArrayList<>();

        all.give(() -> new CallFilter(null), "date", part -> {
            if (given.isEmpty()) {
                http.lines(
                        API + "/source-articles/batches",
                        "{\"reports\":[{\"participants\":[\"Olaf Scholz\",\"Vladimir Putin\"],\"date\":\"2021-05-05\"}]}");
            }
            part.forEach(call -> given.add(answers.view(call).id().toString()));
        });

        assertThat(given).isEqualTo(before);
        assertThat(listed("sort=date")).hasSize(12);
    }
}
