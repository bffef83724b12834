package org.readout.extraction;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;

/** Wordings of dates and lengths of time are read or are not; the bounds of what is read are in order. */
class WordingFuzzTests {

    @FuzzTest(maxDuration = "2m")
    void readsAnything(FuzzedDataProvider data) {
        LocalDate day = data.consumeBoolean() ? LocalDate.ofEpochDay(data.consumeInt(0, 25_000)) : null;
        String wording = data.consumeRemainingAsString();
        DateWording.read(wording, day);
        DurationWording.qualifies(wording);
        DurationWording.read(wording).ifPresent(d -> {
            boolean ordered = d.low() <= d.best() && d.best() <= d.high();
            if (!ordered) {
                throw new AssertionError(d);
            }
        });
    }
}
