package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.claim.CallDate;
import org.readout.claim.Report;

/** When a call was, as seen from Sunday 17 November 2024. */
class DateRuleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on Friday | 2024-11-15",
                "on Sunday | 2024-11-17",
                "on Monday | 2024-11-11",
                "last Sunday | 2024-11-10",
                "today | 2024-11-17",
                "earlier today | 2024-11-17",
                "yesterday | 2024-11-16",
                "last night | 2024-11-16",
                "on November 3 | 2024-11-03",
                "on 3 November | 2024-11-03",
                "on Nov. 3, 2023 | 2023-11-03",
                "on December 30 | 2023-12-30",
                "on Friday, November 15 | 2024-11-15",
                "in September | 2024-09",
                "in December 2022 | 2022-12",
                "last December | 2023-12",
                "last week | 2024-11-10/2024-11-16",
                "last month | 2024-10",
                "two days ago | 2024-11-15",
                "in mid-August | 2024-08-11/2024-08-20",
                "on 2024-11-05 | 2024-11-05",
            })
    void resolvesAWording(String wording, String edtf) {
        Report report = Reader.one("Emmanuel Macron spoke by phone with Olaf Scholz " + wording + ".");

        assertThat(Objects.requireNonNull(report.date()).edtf()).isEqualTo(edtf);
    }

    @Test
    void leavesAWeekdayOpenWithoutAPublicationDate() {
        CallDate date = Reader.undated("Emmanuel Macron spoke by phone with Olaf Scholz on Friday.")
                .get(0)
                .date();

        assertThat(date).isNotNull();
        assertThat(date.edtf()).isNull();
        assertThat(date.weekday()).isEqualTo(DayOfWeek.FRIDAY);
    }

    @Test
    void takesTheComingDayForAPlan() {
        Report report = Reader.one("Emmanuel Macron will hold a phone call with Olaf Scholz on Wednesday.");

        assertThat(Objects.requireNonNull(report.date()).edtf()).isEqualTo("2024-11-20");
    }

    @Test
    void keepsAWeekdayThatContradictsItsDate() {
        Report report = Reader.one("Emmanuel Macron spoke by phone with Olaf Scholz on Monday, November 15, 2024.");

        assertThat(Objects.requireNonNull(report.date()).contradictsItself()).isTrue();
    }

    @Test
    void marksTheDayOfAReadoutAsInferred() {
        CallDate date = Reader.readout(
                        "Kremlin",
                        LocalDate.parse("2022-02-12"),
                        "Vladimir Putin had a telephone conversation with President of France Emmanuel Macron.")
                .get(0)
                .date();

        assertThat(date).isEqualTo(CallDate.inferred(LocalDate.parse("2022-02-12")));
    }

    @Test
    void givesEachCallOfATextItsOwnDate() {
        List<Report> reports = Reader.news("Emmanuel Macron spoke by phone with Olaf Scholz on Friday. "
                + "He had phoned British Prime Minister Keir Starmer on Tuesday.");

        assertThat(reports.stream().map(r -> Objects.requireNonNull(r.date()).edtf()))
                .containsExactly("2024-11-15", "2024-11-12");
    }

    @Test
    void doesNotTakeTheDayOfTheSayingForTheDayOfTheCall() {
        Report report =
                Reader.one("An aide said on Saturday that Emmanuel Macron had held a phone call with Olaf Scholz.");

        assertThat(report.date()).isNull();
    }
}
