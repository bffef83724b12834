package org.readout.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallDateTests {

    @ParameterizedTest
    @CsvSource({
        "2024-11-15, 2024-11-15, 2024-11-15",
        "2024-02, 2024-02-01, 2024-02-29",
        "2022, 2022-01-01, 2022-12-31",
        "2022-07-10/2022-07-16, 2022-07-10, 2022-07-16",
        "2022-12/2023-01, 2022-12-01, 2023-01-31",
    })
    void boundsADate(String edtf, String earliest, String latest) {
        CallDate date = CallDate.parse(edtf).orElseThrow();

        assertThat(date.earliest()).hasToString(earliest);
        assertThat(date.latest()).hasToString(latest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2024-13",
                "24",
                "+999999999-12-31",
                "0999-01-01",
                "2024-11-16/2024-11-15",
                "",
                "Friday"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(CallDate.parse(text)).isEmpty();
    }

    @Test
    void meetsADayOfItsMonthAndWeekday() {
        CallDate friday = CallDate.parse("2024-11-15").orElseThrow();

        assertThat(friday.meets(CallDate.parse("2024-11").orElseThrow())).isTrue();
        assertThat(friday.meets(CallDate.open(java.time.DayOfWeek.FRIDAY))).isTrue();
        assertThat(friday.meets(CallDate.open(java.time.DayOfWeek.MONDAY))).isFalse();
        assertThat(friday.meets(CallDate.yearless(java.time.MonthDay.of(11, 15))))
                .isTrue();
        assertThat(friday.meets(CallDate.yearless(java.time.MonthDay.of(11, 14))))
                .isFalse();
    }
}
