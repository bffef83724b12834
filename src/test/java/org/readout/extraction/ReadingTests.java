package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.readout.claim.Report;

/** What the reader makes of every labelled text. */
class ReadingTests {

    @TestFactory
    Stream<DynamicTest> everyTextIsReadAsItsLabelSays() {
        return ReadingCases.all().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    List<Report> reports = c.read();
                    assertThat(reports.stream().map(Reader::outline).toList())
                            .as(c.text().text())
                            .hasSize(c.tells().size());
                    List<Map<String, Object>> said = IntStream.range(0, reports.size())
                            .mapToObj(i ->
                                    ReadingCases.said(reports.get(i), c.tells().get(i)))
                            .toList();
                    assertThat(said).as(c.text().text()).isEqualTo(c.tells());
                }));
    }
}
