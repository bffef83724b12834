package org.readout.extraction.duration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.CallDuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DurationReaderTests {

    private final DurationReader reader = new DurationReader();

    @ParameterizedTest
    @CsvSource({
        "an hour, 50, 60, 70",
        "one-hour, 50, 60, 70",
        "hour-long, 50, 60, 70",
        "hourlong, 50, 60, 70",
        "1h, 50, 60, 70",
        "two hours, 105, 120, 135",
        "about an hour, 45, 60, 75",
        "an hour or so, 45, 60, 75",
        "roughly two hours, 98, 120, 142",
        "nearly an hour, 48, 55, 59",
        "almost two hours, 105, 112, 119",
        "close to an hour, 48, 55, 59",
        "just under an hour, 50, 55, 59",
        "a little less than two hours, 105, 112, 119",
        "just over an hour, 61, 65, 70",
        "a little more than two hours, 121, 128, 135",
        "more than an hour, 61, 65, 75",
        "over two hours, 121, 130, 150",
        "in excess of an hour, 61, 65, 75",
        "well over an hour, 66, 70, 82",
        "well over two hours, 132, 140, 165",
        "less than an hour, 45, 55, 59",
        "under two hours, 90, 110, 119",
        "at least an hour, 60, 64, 75",
        "no less than two hours, 120, 128, 150",
        "at most an hour, 30, 54, 60",
        "no more than two hours, 60, 108, 120",
        "up to an hour, 30, 54, 60",
        "an hour and a half, 80, 90, 100",
        "90 minutes, 85, 90, 95",
        "half an hour, 25, 30, 35",
        "50 minutes, 45, 50, 55",
        "one hour and 15 minutes, 70, 75, 80",
        "37 minutes, 36, 37, 38",
        "10 minutes, 8, 10, 12",
        "25 minutes, 22, 25, 28",
        "an hour and 45 minutes, 100, 105, 110",
        "2.5 hours, 135, 150, 165",
        "two and a half hours, 135, 150, 165",
        "two-and-a-half-hour, 135, 150, 165",
        "1h45, 100, 105, 110",
        "1.5-hour, 80, 90, 100",
        "an hour and a quarter, 70, 75, 80",
        "three quarters of an hour, 40, 45, 50",
        "90-minute, 85, 90, 95",
        "forty-five minutes, 40, 45, 50",
        "a couple of hours, 105, 120, 150",
        "a few minutes, 2, 5, 10",
        "several minutes, 3, 7, 15",
        "a few hours, 120, 180, 300",
        "several hours, 180, 240, 480",
        "three hours, 160, 180, 200",
        "five hours, 270, 300, 330",
    })
    void givesTheMinutesOfAWording(String wording, int low, int best, int high) {
        CallDuration read = reader.read(wording).orElseThrow();

        assertThat(new int[] {read.low(), read.best(), read.high()}).containsExactly(low, best, high);
    }

    @TestFactory
    Stream<DynamicTest> givesTheBestMinutesOfEveryWording() throws IOException {
        List<Map<String, Object>> cases = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("src/test/resources/durations.yaml")));
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(
                        String.valueOf(c.get("wording")),
                        () -> assertThat(reader.read(String.valueOf(c.get("wording"))))
                                .hasValueSatisfying(d -> assertThat(d.best()).isEqualTo(c.get("best")))));
    }

    @ParameterizedTest
    @CsvSource({
        "nearly an hour, false, true",
        "close to an hour, false, false",
        "more than an hour, true, false",
        "at least an hour, true, false",
        "at most an hour, false, true",
        "up to an hour, false, false",
        "about an hour, false, false",
    })
    void knowsWhichBoundIsHard(String wording, boolean low, boolean high) {
        CallDuration read = reader.read(wording).orElseThrow();

        assertThat(read.lowHard()).isEqualTo(low);
        assertThat(read.highHard()).isEqualTo(high);
    }

    @Test
    void takesBothEndsOfARange() {
        CallDuration read = reader.read("between 30 and 40 minutes").orElseThrow();

        assertThat(read.low()).isLessThanOrEqualTo(30);
        assertThat(read.high()).isGreaterThanOrEqualTo(40);
        assertThat(read.best()).isEqualTo(35);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lengthy", "brief", "marathon", "long"})
    void givesAQualifierNoMinutes(String wording) {
        assertThat(reader.read(wording)).isEmpty();
        assertThat(reader.qualifies(wording)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "Friday", "an apple", "", "hour of need? no", "999999999999 hours", "one"})
    void readsNoLengthWhereNoneIs(String wording) {
        assertThat(reader.read(wording)).isEmpty();
    }
}
