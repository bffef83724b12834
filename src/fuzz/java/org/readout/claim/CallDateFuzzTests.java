package org.readout.claim;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is taken for a date is written so that it is read as the same. */
class CallDateFuzzTests {

    @FuzzTest(maxDuration = "2m")
    void whatIsReadIsWrittenTheSame(FuzzedDataProvider data) {
        CallDate.parse(data.consumeRemainingAsString()).ifPresent(date -> {
            String written = date.edtf();
            if (written != null && !CallDate.parse(written).equals(java.util.Optional.of(date))) {
                throw new AssertionError(date + " is written " + written);
            }
            if (date.earliest() != null && date.latest() != null && date.latest().isBefore(date.earliest())) {
                throw new AssertionError(date);
            }
        });
    }
}
