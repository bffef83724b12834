package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.extraction.text.Misspellings;

class MisspellingsTests {

    @ParameterizedTest
    @CsvSource({
        "zelenskiy, zelinskiy, true",
        "netanyahu, netanyhau, true",
        "netanyahu, netanyau, true",
        "stoltenberg, stolttenberg, true",
        "zelensky, zelenska, false",
        "johnson, johnsons, false",
        "netanyahu, netanyahu, false",
        "netanyahu, netinyaho, false",
    })
    void isOneSlip(String right, String written, boolean slip) {
        assertThat(Misspellings.oneSlipApart(right, written)).isEqualTo(slip);
        assertThat(Misspellings.oneSlipApart(written, right)).isEqualTo(slip);
    }

    @Test
    void knowsWhomAMisspeltNameMeansByItsRightSpellingElsewhere() {
        assertThat(Reader.news("Netanyahu was in Berlin. On Friday, Scholz spoke by phone with Netanyhau.").stream()
                        .map(Reader::outline))
                .containsExactly("benjamin-netanyahu|olaf-scholz HAPPENED 2024-11-15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Friday, Scholz spoke by phone with Netanyhau.",
                "Netanyahu was in Berlin. On Friday, Scholz spoke by phone with Boris Netanyau.",
                "Zelensky was in Berlin. On Friday, Scholz spoke by phone with Zelenska.",
            })
    void leavesOtherNamesAlone(String text) {
        assertThat(Reader.news(text).stream().map(Reader::outline))
                .noneMatch(o -> o.contains("netanyahu") || o.contains("volodymyr"));
    }
}
