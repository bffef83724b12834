package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readout.claim.ArticleKind;
import org.readout.claim.CallStatus;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.extraction.language.Language;
import org.readout.leader.RegistryNames;

/** Rules hold no words: a language of ten words, given as lists, is read by the same rules as English. */
class LanguageTests {

    private static final LocalDate SUNDAY = LocalDate.of(2024, 11, 17);

    private final ArticleReader reader = new ArticleReader(RegistryNames.ofFiles(), Language.of("eo"));

    private List<Report> reports(String text) {
        return reader.read(new ArticleText(text, null, "Example", SUNDAY, ArticleKind.NEWS))
                .reports();
    }

    @Test
    void readsACallInALanguageOfTenWords() {
        List<Report> reports = reports("Olaf Scholz parolis kun Emmanuel Macron telefone Vendredo dum 40 minutojn.");
        assertThat(reports).singleElement().satisfies(r -> {
            assertThat(r.participants().key()).isEqualTo("emmanuel-macron|olaf-scholz");
            assertThat(r.status()).isEqualTo(CallStatus.HAPPENED);
            assertThat(r.date()).satisfies(d -> assertThat(d.edtf()).isEqualTo("2024-11-15"));
        });
        assertThat(reports.get(0).values(Property.DURATION).map(d -> d.best())).containsExactly(40);
    }

    @Test
    void tellsTwoCallsOfItApart() {
        assertThat(reports("Olaf Scholz parolis kun Emmanuel Macron kaj Keir Starmer."))
                .extracting(r -> r.participants().key())
                .containsExactlyInAnyOrder("emmanuel-macron|olaf-scholz", "keir-starmer|olaf-scholz");
    }

    @Test
    void readsNoEnglishInIt() {
        assertThat(reports("Olaf Scholz spoke with Emmanuel Macron by phone on Friday."))
                .isEmpty();
    }

    @Test
    void hasEveryListInEnglish() {
        ReadingCases.all().forEach(ReadingCases.Case::read);
        assertThat(Language.ENGLISH.missing()).isEmpty();
    }
}
