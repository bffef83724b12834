package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which texts are said not to be read. */
class LanguageCheckTests {

    private static final String GERMAN =
            "Bundeskanzler Olaf Scholz hat am Freitag erstmals seit fast zwei Jahren mit dem russischen Präsidenten Wladimir"
                    + " Putin telefoniert und ihn zum Abzug der Truppen aus der Ukraine aufgefordert.";
    private static final String ENGLISH =
            "Chancellor Olaf Scholz spoke by phone with the Russian president on Friday for the first time in nearly two"
                    + " years and urged him to withdraw his troops from Ukraine, a spokesman said.";

    @Test
    void aTextInAnotherLanguageIsToldByItsWords() {
        assertThat(LanguageCheck.reads(null, GERMAN)).isFalse();
        assertThat(LanguageCheck.reads(null, ENGLISH)).isTrue();
    }

    @Test
    void aLanguageThatIsGivenCounts() {
        assertThat(LanguageCheck.reads("de", ENGLISH)).isFalse();
        assertThat(LanguageCheck.reads("en-GB", ENGLISH)).isTrue();
        assertThat(LanguageCheck.reads("en", GERMAN)).isFalse();
    }

    @Test
    void aFewWordsTellNothing() {
        assertThat(LanguageCheck.reads(null, "Scholz telefoniert mit Putin")).isTrue();
    }
}
