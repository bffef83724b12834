package org.readout.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.extraction.SingleName;

/** Whom a name given on its own means. */
class NameLookupTests {

    private static final NameLookup NAMES = new NameLookup(RegistryNames.ofFiles(), SingleName::person);

    @ParameterizedTest
    @CsvSource({
        "olaf-scholz, 2024-11-15, olaf-scholz, CHANCELLOR",
        "Olaf Scholz, 2024-11-15, olaf-scholz, CHANCELLOR",
        "OLAF SCHOLZ, 2024-11-15, olaf-scholz, CHANCELLOR",
        "Chancellor Scholz, 2024-11-15, olaf-scholz, CHANCELLOR",
        "Zelenskyy, 2024-11-15, volodymyr-zelenskyy, PRESIDENT",
        "Zelensky, 2024-11-15, volodymyr-zelenskyy, PRESIDENT",
        "President Biden, 2022-03-01, joe-biden, PRESIDENT",
        "Joe Biden, 2012-03-01, joe-biden, VICE_PRESIDENT",
        "President of France, 2008-01-10, nicolas-sarkozy, PRESIDENT",
        "Bush, 2004-02-01, george-w-bush, PRESIDENT",
    })
    void isFound(String name, LocalDate day, String id, String office) {
        assertThat(NAMES.resolve(name, day, List.of())).hasValueSatisfying(found -> {
            assertThat(found.leaderId()).isEqualTo(id);
            assertThat(found.office()).isEqualTo(office);
        });
    }

    @ParameterizedTest
    @CsvSource({"Nobody Atall, 2024-11-15", "the, 2024-11-15", "'', 2024-11-15"})
    void isNotGuessed(String name, @Nullable LocalDate day) {
        assertThat(NAMES.resolve(name, day, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Scholz, true", "Olaf Scholz, false"})
    void aFamilyNameAloneIsAPartOfAName(String name, boolean partial) {
        assertThat(NAMES.resolve(name, LocalDate.parse("2024-11-15"), List.of()))
                .hasValueSatisfying(found -> assertThat(found.partial()).isEqualTo(partial));
    }
}
