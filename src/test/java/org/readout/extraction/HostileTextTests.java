package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.ArticleKind;
import org.readout.claim.Claim;
import org.readout.claim.Report;
import org.readout.leader.RegistryNames;

/** Texts that nobody would write. */
class HostileTextTests {

    private static final ArticleReader READER = new ArticleReader(RegistryNames.ofFiles());
    private static final String[] PIECES = {
        "Olaf Scholz ",
        "Putin",
        "’s ",
        "“",
        "”",
        "\"",
        "'",
        ",",
        ".",
        "; ",
        "\n",
        "\n\n",
        "called ",
        "a call with ",
        "on Friday ",
        "between ",
        "and ",
        "President ",
        "the two leaders ",
        "he ",
        "nearly an hour ",
        "since December 2022 ",
        "first ",
        "last ",
        "U.S. ",
        "of ",
        "the ",
        "—",
        "\u00a0",
        "\ud83d\ude00",
        "Kim ",
        "al-",
        "G7 leaders ",
        "I ",
        "said ",
        "according to ",
        "1h45 ",
        "99 hours ",
        "0 minutes ",
        "-",
        "31 February 2024 ",
        "9999 ",
        "spokesperson ",
        "for ",
        "\t",
        "ß",
        "ĳ",
        "İ"
    };

    @ParameterizedTest
    @ValueSource(strings = {"names-100k", "quotes-100k", "commas-100k", "calls-100k"})
    void readsLongRunsToTheEnd(String kind) {
        assertThat(READER.read(article(ReadingBenchmark.words(kind))).reports()).isNotNull();
    }

    @Test
    void readsAnyMixtureAndQuotesItExactly() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            for (Report r : READER.read(article(text.toString())).reports()) {
                for (Claim c : r.claims()) {
                    assertThat(text.substring(c.span().start(), c.span().end()))
                            .isEqualTo(c.span().exact());
                }
            }
        }
    }

    @Test
    void readsAStatementOfSomeoneWhoseStateIsNotKnown() {
        String text =
                "Prime Minister Rudolf Elphberg phoned Olaf Scholz on Friday. “We will not wait for long,” Elphberg said.";

        assertThat(READER.read(article(text)).reports()).hasSize(1);
    }

    private static ArticleText article(String text) {
        return new ArticleText(text, null, null, LocalDate.parse("2024-11-17"), ArticleKind.OFFICIAL_READOUT);
    }
}
