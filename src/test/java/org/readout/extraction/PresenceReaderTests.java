package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.Participant;
import org.readout.claim.Property;
import org.readout.claim.Report;

/** Who else was on a call, and who was only spoken of. */
class PresenceReaderTests {

    private static List<String> present(String text) {
        Report report = Reader.one(text);
        assertThat(Reader.people(report)).containsExactly("emmanuel-macron", "olaf-scholz");
        return report.values(Property.PRESENCE)
                .map((Participant p) -> p.office() + " " + p.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron and Olaf Scholz spoke by phone on Friday through interpreters. | INTERPRETER interpreters",
                "Emmanuel Macron phoned Olaf Scholz on Friday. Several aides were present during the call. | AIDE aides",
                "Emmanuel Macron phoned Olaf Scholz on Friday, accompanied by French Foreign Minister Stephane Sejourne. | MINISTER French Foreign Minister Stephane Sejourne",
            })
    void readsThoseWhomTheWordsPutThere(String text, String expected) {
        assertThat(present(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emmanuel Macron and Olaf Scholz spoke by phone on Friday. An interpreter was born in Lyon.",
                "Emmanuel Macron phoned Olaf Scholz on Friday about the next meeting of foreign ministers.",
            })
    void readsNobodyWhoIsOnlySpokenOf(String text) {
        assertThat(present(text)).isEmpty();
    }
}
