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
        assertThat(LanguageCheck.warnings(null, GERMAN))
                .singleElement()
                .asString()
                .contains("does not look English");
        assertThat(LanguageCheck.warnings(null, ENGLISH)).isEmpty();
    }

    @Test
    void aLanguageThatIsGivenCounts() {
        assertThat(LanguageCheck.warnings("de", GERMAN))
                .singleElement()
                .asString()
                .contains("de");
        assertThat(LanguageCheck.warnings("en-GB", ENGLISH)).isEmpty();
    }

    @Test
    void aFewWordsTellNothing() {
        assertThat(LanguageCheck.warnings(null, "Scholz telefoniert mit Putin")).isEmpty();
        assertThat(LanguageCheck.warnings(null, null)).isEmpty();
    }
}
